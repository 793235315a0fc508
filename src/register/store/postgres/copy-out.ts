import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { ClientBase } from 'pg';
import { BEGUN, PLACE } from '../sqlite/place.ts';
import { SCHEMA } from './tables.ts';

/** How many rows are on their way at a time. */
const ROWS = 5_000;

/** Rows of the register that the transaction names: what is asked for, and the SQLite statement that takes it. The register comes first. */
interface Copied {
  readonly select: string;
  readonly insert: string;
}

const own = (table: string): string => `(SELECT * FROM ${SCHEMA}.${table} WHERE register = current_setting('answerable.register'))`;

const COPIED: readonly Copied[] = [
  {
    select: `SELECT register, number, recorded_at, person, post, act, reason, idempotency_key, leaf_hash FROM ${own('kept_entries')} e ORDER BY number`,
    insert: `INSERT INTO kept_entries VALUES (${PLACE(BEGUN, '?2')}, ?1, ?2, ?, ?, ?, ?, ?, ?, ?)`,
  },
  {
    // A body of no change is copied too, for whoever verifies to find.
    select: `SELECT register, entry, position, coalesce(c.kind, ''), coalesce(c.id, ''), c.valid_from, c.valid_until, c.digest, b.salt, b.body
      FROM ${own('kept_changes')} c FULL JOIN ${own('kept_bodies')} b USING (register, entry, position) ORDER BY entry, position`,
    insert: `INSERT INTO kept_changes VALUES (${PLACE(BEGUN, '?2', '?3')}, ?1, ?2, ?3, ?, ?, ?, ?, ?, ?, ?)`,
  },
  { select: `SELECT register, entry, position, erased_by FROM ${own('kept_erasures')} e ORDER BY entry, position`, insert: 'INSERT INTO kept_erasures VALUES (?, ?, ?, ?)' },
  { select: `SELECT register, size, note FROM ${own('kept_checkpoints')} c ORDER BY size`, insert: 'INSERT INTO kept_checkpoints VALUES (?, ?, ?)' },
  { select: `SELECT register, size, line FROM ${own('kept_cosignatures')} c ORDER BY came`, insert: 'INSERT INTO kept_cosignatures VALUES (?, ?, ?)' },
  {
    // A row with another body than any that was entered of its record names no change.
    select: `SELECT register, v.kind, v.id, v.version, v.valid_from, v.valid_until, v.entry, s.entry, s.position FROM ${own('current_records')} v LEFT JOIN
      (SELECT DISTINCT ON (register, c.kind, c.id, b.body) register, c.kind, c.id, b.body, entry, position FROM ${own('kept_changes')} c JOIN ${own('kept_bodies')} b USING (register, entry, position)
        ORDER BY register, c.kind, c.id, b.body, entry DESC, position DESC) s USING (register, kind, id, body) ORDER BY v.kind, v.id, v.version`,
    insert: `INSERT INTO kept_current VALUES (?, ?, ?, ?, ?, ?, ?, ${PLACE(BEGUN, '?8', '?9')})`,
  },
];

/**
 * Copies the rows of a register as they are, whatever they say, into a SQLite database that has the store's tables. The connection
 * is in a transaction that sees one state.
 */
export async function copyOut(client: ClientBase, register: string, into: DatabaseSync): Promise<void> {
  await client.query(`SELECT set_config('answerable.register', $1, true)`, [register]);
  into.exec('BEGIN');
  const { rows } = await client.query('SELECT 1 FROM kept_registers WHERE register = $1', [register]);
  if (rows.length > 0) into.prepare('INSERT INTO kept_registers SELECT ?, count(*) FROM kept_registers').run(register);
  for (const { select, insert } of COPIED) {
    const inserted = into.prepare(insert);
    await client.query(`DECLARE copied NO SCROLL CURSOR FOR ${select}`);
    for (;;) {
      const page = await client.query<SQLInputValue[]>({ text: `FETCH ${ROWS} FROM copied`, rowMode: 'array' });
      for (const row of page.rows) inserted.run(...row);
      if (page.rows.length < ROWS) break;
    }
    await client.query('CLOSE copied');
  }
  into.exec('COMMIT');
}
