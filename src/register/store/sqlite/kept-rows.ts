import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Instant } from '../../../kernel/instant.ts';
import { NotIntact } from '../../not-intact.ts';
import type { KeptChange, KeptEntry } from '../store.ts';
import { inPages, type Row } from './pages.ts';

const ENTRIES = ['number', 'recorded_at', 'person', 'post', 'act', 'reason', 'idempotency_key'];
const CHANGES = ['entry', 'position', 'kind', 'id', 'valid_from', 'valid_until', 'digest', 'salt IS NOT NULL', 'body'];

const NONE = new Uint8Array();

/** The entries of a register in order, each with its changes. @throws NotIntact where a body is neither there nor erased */
export function kept(database: DatabaseSync, register: string, from: number): KeptEntry[] {
  const erasures = erasuresIn(database, register);
  const entries: KeptEntry[] = [];
  for (const { entries: rows, leafHashes, changes, salts } of inPages(database, register, from, ENTRIES, CHANGES)) {
    let [next, salted] = [0, 0];
    for (const [index, [number, recordedAt, person, post, act, reason, key]] of rows.entries()) {
      const own: KeptChange[] = [];
      for (let row = changes[next]; row !== undefined && row[0] === number; row = changes[(next += 1)]) own.push(changeIn(row, row[7] === 1 ? salts[salted++] : undefined, register, erasures));
      entries.push({
        number: number as number, recordedAt: recordedAt as Instant, person: person as string, post: optional(post), act: act as string, reason: reason as string,
        key: key as string, leafHash: leafHashes[index] ?? NONE, changes: own,
      });
    }
  }
  return entries;
}

/** By entry and position, the entry that erased what was said there. */
function erasuresIn(database: DatabaseSync, register: string): ReadonlyMap<string, number> {
  const rows = database.prepare('SELECT entry, position, erased_by FROM kept_erasures WHERE register = ?').all(register);
  return new Map(rows.map((row) => [`${Number(row['entry'])} ${Number(row['position'])}`, Number(row['erased_by'])]));
}

/** @throws NotIntact where a body is gone that nothing erased, or one is there that was erased */
function changeIn([entry, position, kind, id, from, until, digest = null, , body = null]: Row, salt: Uint8Array | undefined, register: string, erasures: ReadonlyMap<string, number>): KeptChange {
  const erasedBy = erasures.size === 0 ? undefined : erasures.get(`${Number(entry)} ${Number(position)}`);
  const isThere = body !== null && salt !== undefined;
  if (digest === null ? body !== null || erasedBy !== undefined : isThere === (erasedBy !== undefined)) {
    throw new NotIntact(`What entry ${Number(entry)} of the register \`${register}\` said is ${isThere ? 'there and was erased' : 'gone and was not erased'}. \`answerable verify\` tells more.`);
  }
  const change = { kind: kind as string, id: id as string, from: optional(from), until: optional(until) };
  if (digest === null) return change;
  return { ...change, put: isThere ? { digest: digest as string, salt, body: body as string } : { digest: digest as string, erasedBy: erasedBy ?? 0 } };
}

/** The columns are of the types that their STRICT tables hold. */
const optional = (value: SQLOutputValue | undefined): string | undefined => (value === null || value === undefined ? undefined : (value as string));
