import type { AnyRecord } from '../model/kind.ts';
import type { KindName } from '../model/kinds.ts';
import { KIND_NAMES } from '../model/kinds.ts';
import type { RecordsByKind } from '../model/register-header.ts';
import type { Versions } from './timeline.ts';

/** The versions of a record since an entry that changed it, and what was said before. */
export interface Said {
  readonly number: number;
  readonly versions: Versions;
  readonly before: Said | undefined;
}

export type SaidByKind = ReadonlyMap<KindName, Map<string, Said>>;

/** The records as the first `size` entries have them; each kind is worked out when it is first read, whatever was said since. */
export function recordsSaid(said: SaidByKind, size: number): RecordsByKind {
  const records = {};
  for (const kind of KIND_NAMES) {
    let known: readonly AnyRecord[] | undefined;
    Object.defineProperty(records, kind, { enumerable: true, get: () => (known ??= recordsOf(said.get(kind), size)) });
  }
  return records as RecordsByKind;
}

function recordsOf(ofKind: ReadonlyMap<string, Said> | undefined, size: number): readonly AnyRecord[] {
  const records: AnyRecord[] = [];
  for (const last of ofKind?.values() ?? []) {
    let said: Said | undefined = last;
    while (said !== undefined && said.number >= size) said = said.before;
    if (said !== undefined) for (const version of said.versions) records.push(version);
  }
  return records;
}
