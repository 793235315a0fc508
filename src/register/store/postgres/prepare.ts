import { DatabaseError, type ClientBase } from 'pg';
import { NewerVersion } from '../../newer-version.ts';
import { sqlName } from '../view-columns.ts';
import { DatabaseRefused } from './database-refused.ts';
import { mayBecome, tooMuchFor } from './roles.ts';
import { SCHEMA_VERSION, STEPS } from './schema.ts';
import { SCHEMA, TABLES } from './tables.ts';
import { CREATE_VIEWS, VIEWS_DIGEST } from './views.ts';

/** What is said of the tables in a database beside their rows. */
export interface Prepared {
  readonly version: number;
  /** The role that the app works as. */
  readonly role: string;
  readonly hasTheseViews: boolean;
}

/** Undefined where there are no tables. @throws NewerVersion, and DatabaseRefused where they are not for this role to read */
export async function preparedIn(client: ClientBase): Promise<Prepared | undefined> {
  const { rows: [there] } = await client.query<{ readable: boolean }>(`SELECT has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') AS readable
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = 'kept_version'`, [SCHEMA]);
  if (there === undefined) return undefined;
  if (!there.readable) {
    const { rows: [who] } = await client.query<{ name: string }>('SELECT current_user AS name');
    throw new DatabaseRefused('database-not-prepared', `The role \`${who?.name}\` may not use the tables of Answerable in this database. Their owner lets it with \`answerable database prepare --database-url URL --app-role ${who?.name}\`.`);
  }
  const { rows: [row] } = await client.query<{ version: number; role: string; views: string }>(`SELECT version, role, views FROM ${SCHEMA}.kept_version`);
  if (row === undefined) return undefined;
  if (row.version > SCHEMA_VERSION) throw new NewerVersion(`The registers in this database were kept by a newer version of Answerable (its tables are version ${row.version}, this one knows ${SCHEMA_VERSION}). Use that one.`);
  return { version: row.version, role: row.role, hasTheseViews: row.views === VIEWS_DIGEST };
}

/**
 * Makes the tables, or brings those of an older version up to date, and lets the app's role do its work on them and nothing else;
 * done once, however many processes ask for it together. The role is made where there is none of that name, without a right to log in.
 */
export async function prepareDatabase(client: ClientBase, role: string): Promise<void> {
  await makeRole(client, role);
  await client.query('BEGIN');
  try {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('answerable database prepare', 0))`);
    const before = await preparedIn(client);
    if (before === undefined) await client.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}; CREATE TABLE ${SCHEMA}.kept_version (version integer NOT NULL, role text NOT NULL, views text NOT NULL)`);
    await client.query(`SET LOCAL search_path = ${SCHEMA}, pg_temp`);
    for (const step of STEPS.slice(before?.version ?? 0)) await client.query(step);
    if (before?.hasTheseViews !== true) await makeViews(client);
    await grant(client, role);
    await client.query(`DELETE FROM ${SCHEMA}.kept_version`);
    await client.query(`INSERT INTO ${SCHEMA}.kept_version VALUES ($1, $2, $3)`, [SCHEMA_VERSION, role, VIEWS_DIGEST]);
    const tooMuch = await tooMuchFor(client, role);
    if (tooMuch !== undefined) throw new DatabaseRefused('role-unsafe', `The app is not to work as \`${role}\`: it ${tooMuch}. Name another with \`--app-role\`.`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Outside the transaction: roles belong to the whole server, and another database may be making the same one. */
async function makeRole(client: ClientBase, role: string): Promise<void> {
  const has = async (): Promise<boolean> => (await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])).rows.length > 0;
  if (!(await has())) {
    await client.query(`CREATE ROLE ${sqlName(role)} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`).catch(async (error: unknown) => {
      if (!(error instanceof DatabaseError) || !(await has())) throw error;
    });
  }
  // Without this an owner that is no superuser could not SET ROLE to it. Where it may not grant that, the app logs in as the role itself.
  if (!(await mayBecome(client, role))) await client.query(`GRANT ${sqlName(role)} TO CURRENT_USER`).catch(() => undefined);
}

async function grant(client: ClientBase, role: string): Promise<void> {
  const to = sqlName(role);
  await client.query(`GRANT USAGE ON SCHEMA ${SCHEMA} TO ${to}; GRANT SELECT ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${to};
    REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} FROM PUBLIC; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO ${to}`);
  for (const [table, rights] of Object.entries({ ...TABLES, kept_purge: ['INSERT', 'DELETE'] })) await client.query(`GRANT ${rights.join(', ')} ON ${SCHEMA}.${table} TO ${to}`);
  await grantPurging(client, to);
}

/** So that a role which owns nothing can purge what was erased; where the server is too old for it, or the owner no superuser, the owner purges. */
async function grantPurging(client: ClientBase, to: string): Promise<void> {
  const { rows: [server] } = await client.query<{ maintains: boolean; superuser: boolean }>(`SELECT current_setting('server_version_num')::integer >= 170000 AS maintains, rolsuper AS superuser FROM pg_roles WHERE rolname = current_user`);
  if (server?.maintains === true) await client.query(`GRANT MAINTAIN ON ${SCHEMA}.kept_bodies, ${SCHEMA}.current_records TO ${to}`);
  if (server?.superuser === true) await client.query(`GRANT pg_checkpoint TO ${to}; GRANT EXECUTE ON FUNCTION pg_switch_wal() TO ${to}`);
}

/** Makes the views anew; whoever was let read one of them still may. */
async function makeViews(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ view: string; reader: string }>(`SELECT c.relname AS view, a.grantee::regrole::text AS reader FROM pg_class c, aclexplode(c.relacl) a
    WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'v' AND a.privilege_type = 'SELECT' AND a.grantee <> 0`, [SCHEMA]);
  for (const [name, sql] of CREATE_VIEWS) await client.query(`DROP VIEW IF EXISTS ${SCHEMA}.${sqlName(name)}; ${sql}`);
  const now = new Set<string>(CREATE_VIEWS.map(([name]) => name));
  for (const { view, reader } of rows) if (now.has(view)) await client.query(`GRANT SELECT ON ${SCHEMA}.${sqlName(view)} TO ${reader}`);
}
