import type { ClientBase } from 'pg';
import { TABLES, SCHEMA } from './tables.ts';

/** The role that the app works as unless another is named. */
export const APP_ROLE = 'answerable_app';

/** What the role that a connection came in as may do. */
export interface Rights {
  readonly name: string;
  readonly isSuperuser: boolean;
  /** May make the tables and hand them to the app's role, or may bring those that are there up to date. */
  readonly mayPrepare: boolean;
}

/** @param appRole the role that the tables are to be handed to */
export async function rightsOf(client: ClientBase, appRole: string): Promise<Rights> {
  const { rows } = await client.query<Rights>(`SELECT r.rolname AS name, r.rolsuper AS "isSuperuser",
    r.rolsuper OR ((r.rolcreaterole OR EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1)) AND coalesce(
      (SELECT pg_has_role(current_user, n.nspowner, 'USAGE') FROM pg_namespace n WHERE n.nspname = $2),
      has_database_privilege(current_database(), 'CREATE'))) AS "mayPrepare"
    FROM pg_roles r WHERE r.rolname = current_user`, [appRole, SCHEMA]);
  return rows[0] ?? { name: '', isSuperuser: false, mayPrepare: false };
}

/** Whether the role that a connection came in as may become the other one: since PostgreSQL 16 its maker is a member of it that may not. */
export async function mayBecome(client: ClientBase, role: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(`SELECT CASE WHEN current_setting('server_version_num')::integer >= 160000
    THEN pg_has_role(current_user, $1, 'SET') ELSE pg_has_role(current_user, $1, 'MEMBER') END AS may`, [role]);
  return rows[0]?.may === true;
}

/** Why a role may do more than the app is to have, in words that follow its name; undefined where it is one of the least privileged. */
export async function tooMuchFor(client: ClientBase, role: string): Promise<string | undefined> {
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean; owns: boolean; alters: readonly string[]; unforced: readonly string[] }>(`SELECT r.rolsuper, r.rolbypassrls,
    EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = $2::regnamespace AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owns,
    ARRAY(SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = $2::regnamespace AND c.relname = ANY ($3) AND has_table_privilege(r.oid, c.oid, 'UPDATE, DELETE, TRUNCATE')) AS alters,
    ARRAY(SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = $2::regnamespace AND c.relname = ANY ($4) AND NOT (c.relrowsecurity AND c.relforcerowsecurity)) AS unforced
    FROM pg_roles r WHERE r.rolname = $1`, [role, SCHEMA, INSERT_ONLY, Object.keys(TABLES)]);
  const [found] = rows;
  if (found === undefined) return 'does not exist';
  if (found.rolsuper) return 'is a superuser';
  if (found.rolbypassrls) return 'may bypass row-level security';
  if (found.owns) return 'owns the tables, or is a member of the role that does';
  if (found.alters.length > 0) return `may change or delete what was entered (${found.alters.join(', ')})`;
  return found.unforced.length > 0 ? `is not held to its register (row-level security is not forced on ${found.unforced.join(', ')})` : undefined;
}

const INSERT_ONLY = Object.entries(TABLES).filter(([, rights]) => !rights.includes('DELETE')).map(([table]) => table);
