import type { ClientBase } from 'pg';
import { sqlName } from '../view-columns.ts';
import { DatabaseRefused } from './database-refused.ts';
import { SCHEMA } from './tables.ts';

const OLDEST = 15;

/** What a connection was found to be. */
export interface Settled {
  /** Follows another server: nothing can be written. */
  readonly isStandby: boolean;
}

/** A standby flushes before it answers with these two; `remote_apply` waits for more than `on` does. */
const DURABLE = new Set(['on', 'remote_apply']);

/**
 * Makes a new connection fit to keep registers by: durable commits, a snapshot for each statement, the role that may do least. Done
 * for each connection, since after a failover it may be another server. @throws DatabaseRefused
 */
export async function settle(client: ClientBase, role?: string): Promise<Settled> {
  const { rows } = await client.query<{ version: string; fsync: string; full_pages: string; standby: boolean; commit: string }>(`SELECT
    current_setting('server_version_num') AS version, current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_pages, pg_is_in_recovery() AS standby,
    set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false) AS commit,
    set_config('default_transaction_isolation', 'read committed', false), set_config('idle_in_transaction_session_timeout', '60s', false), set_config('row_security', 'on', false)`);
  const [found] = rows;
  if (found === undefined) throw new DatabaseRefused('database-unsafe', 'The database does not tell its settings.');
  const version = Math.floor(Number(found.version) / 10_000);
  if (version < OLDEST) throw new DatabaseRefused('database-unsafe', `This is PostgreSQL ${version}. Registers are kept in PostgreSQL ${OLDEST} or later.`);
  for (const [name, value] of [['fsync', found.fsync], ['full_page_writes', found.full_pages]]) {
    if (value !== 'on') throw new DatabaseRefused('database-unsafe', `The server runs with \`${name} = ${value}\`: what it acknowledged could be lost or damaged when the power fails. Set \`${name} = on\` in its configuration.`);
  }
  if (!DURABLE.has(found.commit)) throw new DatabaseRefused('database-unsafe', `The server commits with \`synchronous_commit = ${found.commit}\` and does not let that be \`on\`: what it acknowledged could be lost.`);
  if (role !== undefined) await client.query(`SET ROLE ${sqlName(role)}`);
  await client.query(`SET search_path = ${SCHEMA}, pg_temp`);
  return { isStandby: found.standby };
}
