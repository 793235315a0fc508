import { Client, Pool, type ClientBase, type PoolConfig } from 'pg';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { Database } from '../database.ts';
import { NewerTables, type Tables } from '../tables.ts';
import { PostgresDatabase } from './postgres-database.ts';
import { foundIn, isRefusal, isUpToDate, prepareSchema, SCHEMA } from './prepare-postgres.ts';
import { TYPES } from './sent.ts';

const MOST_CONNECTIONS = 5;
/** In milliseconds. */
const LONGEST_STATEMENT = 60_000;
const LONGEST_CONNECT = 10_000;

/** A database and the role that the app works as in it: the one that the registers' tables were prepared for. */
export interface PostgresPlace {
  readonly url: string;
  readonly role: string;
}

/** Opens the accounts of a database; makes their tables first where the role of the URL may. Refused where it may not and they are not there. */
export function openPostgres({ url, role }: PostgresPlace, rooms: readonly Tables[]): Promise<Result<Database>> {
  return over(url, async (client) => {
    const { name, isStandby, mayPrepare, mayUse, mayBecome } = await foundIn(client, role);
    const becomes = name !== role && mayBecome ? role : undefined;
    if (mayPrepare && becomes !== undefined && !isStandby) await prepareSchema(client, role, rooms);
    else if (!mayUse) return notPrepared(`holds no accounts of Answerable that the role \`${name}\` may use`);
    else if (!(await isUpToDate(client, rooms))) return notPrepared('has accounts of an earlier version of Answerable');
    const pool = new Pool({
      ...configOf(url), types: TYPES, max: MOST_CONNECTIONS, allowExitOnIdle: true,
      // oxlint-disable-next-line typescript/no-misused-promises -- pg-pool hands a connection out only when this is settled, which its types do not say.
      onConnect: (made) => settle(made, becomes),
    });
    // A connection that is lost while nobody uses it is replaced when the next one is asked for.
    pool.on('error', () => undefined);
    return ok<Database>(new PostgresDatabase(pool));
  });
}

/** Makes the tables, or brings them up to date, for the role. @param place its URL is that of a role that may make schemas, its role is there */
export function preparePostgres({ url, role }: PostgresPlace, rooms: readonly Tables[]): Promise<Result<undefined>> {
  return over(url, async (client) => {
    const { name, isStandby, mayPrepare } = await foundIn(client, role);
    if (isStandby) return refused({ category: 'input', code: 'database-standby', sentence: 'This server is a standby, which follows another: prepare the database there.' });
    if (!mayPrepare) return refused({ category: 'forbidden', code: 'may-not-prepare', sentence: `The role \`${name}\` may not prepare the accounts in this database: it needs the right to create schemas in it, or to own \`${SCHEMA}\`. Give the URL of the owner.` });
    await prepareSchema(client, role, rooms);
    return ok(undefined);
  });
}

const configOf = (url: string): PoolConfig => ({ connectionString: url, application_name: 'answerable accounts', keepAlive: true, connectionTimeoutMillis: LONGEST_CONNECT, query_timeout: LONGEST_STATEMENT });

async function settle(client: ClientBase, role: string | undefined): Promise<void> {
  await client.query(`SELECT set_config('default_transaction_isolation', 'read committed', false), set_config('idle_in_transaction_session_timeout', '60s', false),
    set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false)`);
  if (role !== undefined) await client.query(`SET ROLE "${role.replaceAll('"', '""')}"`);
  await client.query(`SET search_path = ${SCHEMA}, pg_temp`);
}

/** Works over one connection, and says as a refusal what the database or a newer version does not allow. */
async function over<T>(url: string, work: (client: ClientBase) => Promise<Result<T>>): Promise<Result<T>> {
  const client = new Client({ ...configOf(url), types: TYPES });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    return refused({ category: 'input', code: 'database-unreachable', sentence: `The database with the accounts cannot be reached: ${error instanceof Error ? error.message : String(error)}.` });
  }
  try {
    return await work(client);
  } catch (error) {
    if (error instanceof NewerTables) return refused({ category: 'input', code: 'newer-tables', sentence: error.message });
    if (isRefusal(error)) return refused({ category: 'forbidden', code: 'may-not-prepare', sentence: `The accounts in this database cannot be prepared: ${error.message}. Give the URL of the owner.` });
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const notPrepared = (how: string) => refused({ category: 'input', code: 'database-not-prepared', sentence: `This database ${how}. Whoever owns the database prepares it: \`answerable database prepare --database-url URL\`.` });
