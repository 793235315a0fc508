import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Instant } from '../../../kernel/instant.ts';
import type { KeptChange, KeptEntry } from '../store.ts';

const ENTRIES = `SELECT number, recorded_at, person, post, act, reason, idempotency_key, leaf_hash FROM kept_entries
  WHERE register = ? AND number >= ? ORDER BY number`;
const CHANGES = `SELECT c.entry, c.kind, c.id, c.valid_from, c.valid_until, c.digest, b.salt, b.body, e.erased_by
  FROM kept_changes c LEFT JOIN kept_bodies b USING (register, entry, position) LEFT JOIN kept_erasures e USING (register, entry, position)
  WHERE c.register = ? AND c.entry >= ? ORDER BY c.entry, c.position`;

type Row = Readonly<Record<string, SQLOutputValue>>;

/** The entries of a register in order, each with its changes. */
export function* kept(database: DatabaseSync, register: string, from: number): Generator<KeptEntry> {
  const changes = database.prepare(CHANGES).iterate(register, from) as Iterator<Row>;
  let next = changes.next();
  for (const row of database.prepare(ENTRIES).iterate(register, from) as Iterable<Row>) {
    const number = Number(row['number']);
    const own: KeptChange[] = [];
    for (; next.done !== true && Number(next.value['entry']) === number; next = changes.next()) own.push(changeIn(next.value));
    yield {
      number,
      recordedAt: String(row['recorded_at']) as Instant,
      person: String(row['person']),
      post: optional(row['post']),
      act: String(row['act']),
      reason: String(row['reason']),
      key: String(row['idempotency_key']),
      leafHash: row['leaf_hash'] as Uint8Array,
      changes: own,
    };
  }
}

function changeIn(row: Row): KeptChange {
  const { digest = null, salt = null, body, erased_by: erasedBy = null } = row;
  return {
    kind: String(row['kind']),
    id: String(row['id']),
    from: optional(row['valid_from']),
    until: optional(row['valid_until']),
    put: digest === null ? undefined : erasedBy === null ? { digest: String(digest), salt: salt as Uint8Array, body: String(body) } : { digest: String(digest), erasedBy: Number(erasedBy) },
  };
}

const optional = (value: SQLOutputValue | undefined): string | undefined => (value === null || value === undefined ? undefined : String(value));
