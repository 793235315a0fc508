import type { DatabaseSync } from 'node:sqlite';
import type { ClientBase } from 'pg';
import { RAW_TABLES, type RawTable } from './raw-tables.ts';
import { SCHEMA } from './tables.ts';

const ROWS = 2_000;

type Row = Readonly<Record<string, unknown>>;

/** Copies the rows of a register as they are out of a SQLite database, within the transaction that the connection is in. */
export async function copyIn(client: ClientBase, register: string, from: DatabaseSync): Promise<void> {
  await client.query(`SELECT set_config('answerable.register', $1, true)`, [register]);
  await client.query(`INSERT INTO ${SCHEMA}.kept_registers (register) VALUES ($1)`, [register]);
  for (const table of RAW_TABLES) {
    let page: Row[] = [];
    for (const row of from.prepare(`SELECT ${table.columns.join(', ')} FROM ${table.name} WHERE register = ? ORDER BY ${table.order.sqlite}`).iterate(register) as Iterable<Row>) {
      page.push(row);
      if (page.length < ROWS) continue;
      await insert(client, table, page);
      page = [];
    }
    if (page.length > 0) await insert(client, table, page);
  }
}

async function insert(client: ClientBase, { name, columns, bytes = [] }: RawTable, rows: readonly Row[]): Promise<void> {
  const written = rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] instanceof Uint8Array ? `\\x${Buffer.from(row[column]).toString('hex')}` : row[column]])));
  const values = columns.map((column) => (bytes.includes(column) ? `${column}::bytea` : column)).join(', ');
  const types = columns.map((column) => `${column} ${WHOLE.has(column) ? 'integer' : 'text'}`).join(', ');
  await client.query(`INSERT INTO ${SCHEMA}.${name} (${columns.join(', ')}) SELECT ${values} FROM json_to_recordset($1) AS given(${types})`, [JSON.stringify(written)]);
}

/** The columns of whole numbers, by their names: they mean the same in every table. */
const WHOLE = new Set(['number', 'entry', 'position', 'size', 'version', 'erased_by']);
