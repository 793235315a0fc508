import { DatabaseError, type ClientBase } from 'pg';
import type { Database } from '../database.ts';
import { bringUpToDate, STEPS_TABLE, stepsLeft, type Tables } from '../tables.ts';
import { sent } from './sent.ts';

/** Beside the registers' own: what is kept there is changed and deleted, which the app's role may do here and not there. */
export const SCHEMA = 'answerable_accounts';

/** What the role of a connection finds of the schema, and may do about it. */
export interface Found {
  readonly name: string;
  /** May make the schema, or owns the one that is there. */
  readonly mayPrepare: boolean;
  readonly mayUse: boolean;
  /** Follows another server: nothing can be made there. */
  readonly isStandby: boolean;
  /** May take on the role that the app works as. */
  readonly mayBecome: boolean;
}

/** @param role that the app works as */
export async function foundIn(client: ClientBase, role: string): Promise<Found> {
  const { rows: [found] } = await client.query<Found>(`SELECT current_user AS name, pg_is_in_recovery() AS "isStandby",
    r.rolsuper OR coalesce(pg_has_role(current_user, n.nspowner, 'USAGE'), has_database_privilege(current_database(), 'CREATE')) AS "mayPrepare",
    coalesce(has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT'), false) AS "mayUse",
    EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $2) AND CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN pg_has_role(current_user, (SELECT oid FROM pg_roles WHERE rolname = $2), 'SET') ELSE pg_has_role(current_user, (SELECT oid FROM pg_roles WHERE rolname = $2), 'MEMBER') END AS "mayBecome"
    FROM pg_roles r LEFT JOIN pg_namespace n ON n.nspname = $1 LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'table_steps' WHERE r.rolname = current_user`, [SCHEMA, role]);
  if (found === undefined) throw new RangeError('The database does not tell who is connected.');
  return found;
}

/** Makes the schema and its tables, or brings them up to date, and lets the role work on them; done once, however many ask together. @throws NewerTables */
export async function prepareSchema(client: ClientBase, role: string, rooms: readonly Tables[]): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('answerable accounts prepare', 0))`);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}; SET LOCAL search_path = ${SCHEMA}, pg_temp; ${inPostgres(STEPS_TABLE)}`);
    await bringUpToDate(over(client), rooms, inPostgres);
    const to = `"${role.replaceAll('"', '""')}"`;
    await client.query(`GRANT USAGE ON SCHEMA ${SCHEMA} TO ${to}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${to}; REVOKE INSERT, UPDATE, DELETE ON table_steps FROM ${to}`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Whether the tables are as this version needs them. @throws NewerTables */
export async function isUpToDate(client: ClientBase, rooms: readonly Tables[]): Promise<boolean> {
  await client.query(`SET search_path = ${SCHEMA}, pg_temp`);
  return (await stepsLeft(over(client), rooms)).length === 0;
}

export const isRefusal = (error: unknown): error is DatabaseError => error instanceof DatabaseError && error.code === '42501';

/** Texts compare by their code points, as in SQLite. */
const inPostgres = (statement: string): string => {
  const written = statement.replace(/\bBYTES\b/g, 'BYTEA');
  return /^(CREATE|ALTER) TABLE /.test(written) ? written.replace(/\bTEXT\b/g, 'TEXT COLLATE "C"') : written;
};

/** The connection as a database for the steps; its transaction is the one that is open. */
const over = (client: ClientBase): Database => ({
  all: async (sql, ...values) => (await sent(client, sql, values)).rows,
  one: async (sql, ...values) => (await sent(client, sql, values)).rows[0],
  run: async (sql, ...values) => (await sent(client, sql, values)).changed,
  transaction: (work) => work(over(client)),
  close: () => Promise.resolve(),
});
