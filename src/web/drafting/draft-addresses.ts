import { addresses } from '../addresses.ts';
import type { Reading } from '../reading.ts';

/** Where the drafts of a register are. They are about their own date and what is known now, so they carry neither. */
export function draftAddresses({ language, shelved }: Pick<Reading, 'language' | 'shelved'>) {
  const all = `${addresses(language, shelved.slug, undefined).authority()}/drafts`;
  const of = (id: string) => `${all}/${id}`;
  return {
    all,
    fresh: `${all}/new`,
    draft: of,
    describe: (id: string) => `${of(id)}/describe`,
    add: (id: string, what?: string) => `${of(id)}/add${what === undefined ? '' : `/${what}`}`,
    change: (id: string, number: number) => `${of(id)}/changes/${number}`,
    sharing: (id: string) => `${of(id)}/sharing`,
    file: (id: string) => `${of(id)}/overlay.yaml`,
    upload: (id: string) => `${of(id)}/upload`,
    comparison: (id: string) => `${of(id)}/comparison`,
    map: (id: string) => `${of(id)}/map`,
    adopt: (id: string) => `${of(id)}/adopt`,
    setAside: (id: string) => `${of(id)}/set-aside`,
  };
}
