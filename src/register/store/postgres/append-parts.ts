import { isErased, type Appended, type KeptEntry } from '../store.ts';

/** The parameters of one call of the database's function `keep`, after the register. */
export type Part = readonly (string | number | null)[];

const MOST_ENTRIES = 2_000;
const MOST_ROWS = 5_000;
/** In characters of bodies; the statement that carries them is somewhat longer. */
const MOST_BODIES = 4_000_000;

/** What a commit adds as calls of `keep`: one, where it is not very much. */
export function appendParts({ after, upon, entries, current, erased = [], checkpoint }: Appended): readonly Part[] {
  const groups = grouped(entries);
  const records = inSlices(current, MOST_ROWS);
  const count = Math.max(groups.length, records.length, 1);
  let there = after;
  return Array.from({ length: count }, (_, index): Part => {
    const own = groups[index] ?? [];
    const touched = records[index] ?? [];
    const isLast = index === count - 1;
    const part = [
      after, there, index === 0 ? (upon ?? null) : null, ...rowsOf(own, isLast ? erased : []),
      json(touched.flatMap(({ kind, id, isNew }) => (isNew === true ? [] : [{ kind, id }]))),
      json(touched.flatMap(({ kind, id, versions }) => versions.map(({ from, until, entry, body }, version) => ({ kind, id, version, valid_from: from, valid_until: until, entry, body })))),
      checkpoint.size, isLast ? checkpoint.note : null,
    ];
    there += own.length;
    return part;
  });
}

function rowsOf(entries: readonly KeptEntry[], erased: NonNullable<Appended['erased']>): readonly (string | null)[] {
  const changes: object[] = [];
  const bodies: object[] = [];
  const tombstones: object[] = [...erased];
  for (const { number: entry, changes: own } of entries) {
    for (const [position, { kind, id, from, until, put }] of own.entries()) {
      changes.push({ entry, position, kind, id, valid_from: from, valid_until: until, digest: put?.digest });
      if (put === undefined) continue;
      if (isErased(put)) tombstones.push({ entry, position, by: put.erasedBy });
      else bodies.push({ entry, position, salt: hex(put.salt), body: put.body });
    }
  }
  const heads = entries.map(({ number, recordedAt, person, post, act, reason, key, leafHash }) => ({ number, recorded_at: recordedAt, person, post, act, reason, key, leaf: hex(leafHash) }));
  return [json(heads), json(changes), json(bodies), json(tombstones)];
}

const json = (rows: readonly object[]): string | null => (rows.length === 0 ? null : JSON.stringify(rows));

const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

function grouped(entries: readonly KeptEntry[]): readonly (readonly KeptEntry[])[] {
  const groups: KeptEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const size = entry.changes.reduce((sum, { put }) => sum + (put === undefined || isErased(put) ? 0 : put.body.length), 0);
    if (size > room || (groups.at(-1)?.length ?? MOST_ENTRIES) === MOST_ENTRIES) {
      groups.push([]);
      room = Math.max(MOST_BODIES, size);
    }
    room -= size;
    groups.at(-1)?.push(entry);
  }
  return groups;
}

const inSlices = <T>(all: readonly T[], most: number): readonly (readonly T[])[] => Array.from({ length: Math.ceil(all.length / most) }, (_, index) => all.slice(index * most, (index + 1) * most));
