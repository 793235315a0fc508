import type { Access } from '../access/access.ts';
import type { Entry } from '../register/entry.ts';
import type { Image } from '../register/image.ts';
import { AREA_ACTS } from './acts.ts';

/** Why an entry was made and by which act, as far as somebody may be told. */
export interface EntryTold {
  readonly act: string;
  readonly reason: string | undefined;
}

/**
 * A reason speaks of the whole entry, and so may the name of its act: somebody who may not know of one of its records is told neither, but
 * that something was entered. Of an import, which is of a whole file, they are told both.
 */
export function entryTold({ act, changes, number, reason }: Pick<Entry, 'act' | 'changes' | 'number' | 'reason'>, image: Image, access: Access): EntryTold {
  // Part of an entry may be at hand: what it changed beside is in the register.
  const all = image.entries[number]?.changes ?? changes;
  const isSeen = act.startsWith('register.import') || all.every(({ kind, id }) => image.versions(kind, id).some((version) => access.sees(version)));
  return isSeen ? { act, reason } : { act: AREA_ACTS.some(({ name }) => name === act) ? 'record.put' : act, reason: undefined };
}
