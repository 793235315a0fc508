import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Instant } from '../../../kernel/instant.ts';
import { NotIntact } from '../../not-intact.ts';
import type { KeptChange, KeptEntry } from '../store.ts';

const ENTRIES = `SELECT number, recorded_at, person, post, act, reason, idempotency_key, leaf_hash FROM kept_entries
  WHERE register = ? AND number >= ? ORDER BY number`;
const CHANGES = `SELECT c.entry, c.kind, c.id, c.valid_from, c.valid_until, c.digest, b.salt, b.body, e.erased_by
  FROM kept_changes c LEFT JOIN kept_bodies b USING (register, entry, position) LEFT JOIN kept_erasures e USING (register, entry, position)
  WHERE c.register = ? AND c.entry >= ? ORDER BY c.entry, c.position`;

/** A row as a list of its columns, in the order of the statement: made sooner than an object. */
type Row = readonly SQLOutputValue[];

function* rowsOf(database: DatabaseSync, sql: string, register: string, from: number): Generator<Row, undefined> {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  yield* statement.iterate(register, from) as Iterable<unknown> as Iterable<Row>;
}

/** The entries of a register in order, each with its changes. @throws NotIntact where a body is neither there nor erased */
export function* kept(database: DatabaseSync, register: string, from: number): Generator<KeptEntry> {
  const changes = rowsOf(database, CHANGES, register, from);
  let next = changes.next();
  for (const [number, recordedAt, person, post, act, reason, key, leafHash] of rowsOf(database, ENTRIES, register, from)) {
    const own: KeptChange[] = [];
    for (; next.done !== true && next.value[0] === number; next = changes.next()) own.push(changeIn(next.value, register));
    yield {
      number: number as number, recordedAt: recordedAt as Instant, person: person as string, post: optional(post), act: act as string, reason: reason as string,
      key: key as string, leafHash: leafHash as Uint8Array, changes: own,
    };
  }
}

/** @throws NotIntact where a body is gone that nothing erased, or one is there that was erased */
function changeIn([entry, kind, id, from, until, digest = null, salt = null, body = null, erasedBy = null]: Row, register: string): KeptChange {
  const isThere = typeof body === 'string' && salt instanceof Uint8Array;
  if (digest === null ? body !== null || erasedBy !== null : isThere === (erasedBy !== null)) {
    throw new NotIntact(`What entry ${Number(entry)} of the register \`${register}\` said is ${isThere ? 'there and was erased' : 'gone and was not erased'}. \`answerable verify\` tells more.`);
  }
  const change = { kind: kind as string, id: id as string, from: optional(from), until: optional(until) };
  if (digest === null) return change;
  return { ...change, put: isThere ? { digest: digest as string, salt, body } : { digest: digest as string, erasedBy: Number(erasedBy) } };
}

/** The columns are of the types that their STRICT tables hold. */
const optional = (value: SQLOutputValue | undefined): string | undefined => (value === null || value === undefined ? undefined : (value as string));
