import type { ClientBase } from 'pg';
import type { Instant } from '../../../kernel/instant.ts';
import { NotIntact } from '../../not-intact.ts';
import type { KeptChange, KeptEntry } from '../store.ts';
import { SCHEMA } from './tables.ts';

/** How many entries are read at a time, so that a long register needs no more memory than its entries do. */
const PAGE = 10_000;

interface EntryRow {
  readonly number: number;
  readonly recorded_at: string;
  readonly person: string;
  readonly post: string | null;
  readonly act: string;
  readonly reason: string;
  readonly idempotency_key: string;
  readonly leaf_hash: Buffer;
}

interface ChangeRow {
  readonly entry: number;
  readonly kind: string;
  readonly id: string;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
  readonly digest: string | null;
  readonly salt: Buffer | null;
  readonly body: string | null;
  readonly erased_by: number | null;
}

/** The entries of a register in order, each with its changes; what is added meanwhile may or may not be among them. @throws NotIntact where a body is neither there nor erased */
export async function kept(client: ClientBase, register: string, from: number): Promise<KeptEntry[]> {
  const entries: KeptEntry[] = [];
  for (let first = from; ; first += PAGE) {
    const page = await client.query<EntryRow>({ name: 'entries', text: `SELECT * FROM ${SCHEMA}.entries_of($1, $2, $3)`, values: [register, first, first + PAGE] });
    const [begin, end] = [page.rows[0]?.number, page.rows.at(-1)?.number];
    if (begin === undefined || end === undefined) return entries;
    // What is entered between the two statements has changes that no entry read asks for.
    const changes = await client.query<ChangeRow>({ name: 'changes', text: `SELECT * FROM ${SCHEMA}.changes_of($1, $2, $3)`, values: [register, begin, end + 1] });
    let next = 0;
    for (const row of page.rows) {
      const own: KeptChange[] = [];
      for (let change = changes.rows[next]; change?.entry === row.number; change = changes.rows[(next += 1)]) own.push(changeIn(change, register));
      entries.push(entryIn(row, own));
    }
    if (page.rows.length < PAGE) return entries;
  }
}

const entryIn = (row: EntryRow, changes: readonly KeptChange[]): KeptEntry => ({
  number: row.number,
  recordedAt: row.recorded_at as Instant,
  person: row.person,
  post: row.post ?? undefined,
  act: row.act,
  reason: row.reason,
  key: row.idempotency_key,
  leafHash: row.leaf_hash,
  changes,
});

function changeIn(row: ChangeRow, register: string): KeptChange {
  const { kind, id, valid_from: from, valid_until: until } = row;
  return { kind, id, from: from ?? undefined, until: until ?? undefined, put: putIn(row, register) };
}

/** @throws NotIntact where a body is gone that nothing erased, or one is there that was erased */
function putIn({ entry, digest, salt, body, erased_by: erasedBy }: ChangeRow, register: string): KeptChange['put'] {
  const isThere = body !== null && salt !== null;
  if (digest === null ? body !== null || erasedBy !== null : isThere === (erasedBy !== null)) {
    throw new NotIntact(`What entry ${entry} of the register \`${register}\` said is ${isThere ? 'there and was erased' : 'gone and was not erased'}. \`answerable verify\` tells more.`);
  }
  if (digest === null) return undefined;
  return isThere ? { digest, salt, body } : { digest, erasedBy: Number(erasedBy) };
}
