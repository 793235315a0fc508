import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { ClientBase } from 'pg';
import { RAW_TABLES } from './raw-tables.ts';
import { SCHEMA } from './tables.ts';

/** How many rows are on their way at a time. */
const ROWS = 5_000;

/**
 * Copies the rows of a register as they are, whatever they say, into a SQLite database that has the store's tables. The connection
 * is in a transaction that sees one state.
 */
export async function copyOut(client: ClientBase, register: string, into: DatabaseSync): Promise<void> {
  await client.query(`SELECT set_config('answerable.register', $1, true)`, [register]);
  into.exec('BEGIN');
  const { rows } = await client.query('SELECT 1 FROM kept_registers WHERE register = $1', [register]);
  if (rows.length > 0) into.prepare('INSERT INTO kept_registers SELECT ?, count(*) FROM kept_registers').run(register);
  for (const { name, columns, order } of RAW_TABLES) {
    const insert = into.prepare(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    await client.query(`DECLARE copied NO SCROLL CURSOR FOR SELECT ${columns.join(', ')} FROM ${SCHEMA}.${name} WHERE register = current_setting('answerable.register') ORDER BY ${order.postgres}`);
    for (;;) {
      const page = await client.query<SQLInputValue[]>({ text: `FETCH ${ROWS} FROM copied`, rowMode: 'array' });
      for (const row of page.rows) insert.run(...row);
      if (page.rows.length < ROWS) break;
    }
    await client.query('CLOSE copied');
  }
  into.exec('COMMIT');
}
