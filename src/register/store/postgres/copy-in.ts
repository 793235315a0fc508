import type { DatabaseSync } from 'node:sqlite';
import type { ClientBase } from 'pg';
import { SCHEMA } from './tables.ts';

const ROWS = 2_000;

/** A table, and the rows of a SQLite database that it takes. */
interface Copied {
  readonly name: string;
  readonly columns: readonly string[];
  /** Those that hold bytes. */
  readonly bytes?: readonly string[];
  readonly from: string;
  readonly order: string;
}

const COPIED: readonly Copied[] = [
  { name: 'kept_entries', columns: ['register', 'number', 'recorded_at', 'person', 'post', 'act', 'reason', 'idempotency_key', 'leaf_hash'], bytes: ['leaf_hash'], from: 'kept_entries', order: 'number' },
  { name: 'kept_changes', columns: ['register', 'entry', 'position', 'kind', 'id', 'valid_from', 'valid_until', 'digest'], from: 'kept_changes', order: 'entry, position' },
  { name: 'kept_bodies', columns: ['register', 'entry', 'position', 'salt', 'body'], bytes: ['salt'], from: '(SELECT * FROM kept_changes WHERE body IS NOT NULL)', order: 'entry, position' },
  { name: 'kept_erasures', columns: ['register', 'entry', 'position', 'erased_by'], from: 'kept_erasures', order: 'entry, position' },
  { name: 'kept_checkpoints', columns: ['register', 'size', 'note'], from: 'kept_checkpoints', order: 'size' },
  { name: 'kept_cosignatures', columns: ['register', 'size', 'line'], from: 'kept_cosignatures', order: 'rowid' },
  { name: 'current_records', columns: ['register', 'kind', 'id', 'version', 'valid_from', 'valid_until', 'entry', 'body'], from: 'current_records', order: 'kind, id, version' },
];

type Row = Readonly<Record<string, unknown>>;

/** Copies the rows of a register as they are out of a SQLite database (`openToRead`), within the transaction that the connection is in. */
export async function copyIn(client: ClientBase, register: string, from: DatabaseSync): Promise<void> {
  await client.query(`SELECT set_config('answerable.register', $1, true)`, [register]);
  await client.query(`INSERT INTO ${SCHEMA}.kept_registers (register) VALUES ($1)`, [register]);
  for (const table of COPIED) {
    let page: Row[] = [];
    for (const row of from.prepare(`SELECT ${table.columns.join(', ')} FROM ${table.from} WHERE register = ? ORDER BY ${table.order}`).iterate(register) as Iterable<Row>) {
      page.push(row);
      if (page.length < ROWS) continue;
      await insert(client, table, page);
      page = [];
    }
    if (page.length > 0) await insert(client, table, page);
  }
}

async function insert(client: ClientBase, { name, columns, bytes = [] }: Copied, rows: readonly Row[]): Promise<void> {
  const written = rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] instanceof Uint8Array ? `\\x${Buffer.from(row[column]).toString('hex')}` : row[column]])));
  const values = columns.map((column) => (bytes.includes(column) ? `${column}::bytea` : column)).join(', ');
  const types = columns.map((column) => `${column} ${WHOLE.has(column) ? 'integer' : 'text'}`).join(', ');
  await client.query(`INSERT INTO ${SCHEMA}.${name} (${columns.join(', ')}) SELECT ${values} FROM json_to_recordset($1) AS given(${types})`, [JSON.stringify(written)]);
}

/** The columns of whole numbers, by their names: they mean the same in every table. */
const WHOLE = new Set(['number', 'entry', 'position', 'size', 'version', 'erased_by']);
