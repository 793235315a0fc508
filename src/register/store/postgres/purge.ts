import { DatabaseError, type ClientBase } from 'pg';
import { SCHEMA } from './tables.ts';

/** In the database while something that was erased may still lie in its files. */
export async function purgeIsDue(client: ClientBase): Promise<boolean> {
  return (await client.query(`SELECT 1 FROM ${SCHEMA}.kept_purge`)).rows.length > 0;
}

/**
 * Writes the tables that hold bodies anew without what was erased, then lets the server do away with the log that it was written with.
 *
 * @returns false where that has to wait or is somebody else's to do: a reader still sees an older state, the role may not, or the
 *   server keeps used files of its log for the next writes (`wal_recycle`), which lets what was erased be found until they come
 */
export async function purged(client: ClientBase): Promise<boolean> {
  let left = 0;
  const hear = (notice: { readonly severity?: string | undefined; readonly detail?: string | undefined }): void => {
    // VACUUM says how many dead rows it had to keep, and warns where it did nothing.
    left += notice.severity === 'WARNING' ? 1 : Number(/\d+/.exec(notice.detail ?? '')?.[0] ?? 0);
  };
  client.on('notice', hear);
  try {
    await client.query(`SET lock_timeout = '5s'`);
    for (const table of ['kept_bodies', 'current_records']) await client.query(`VACUUM (FULL, VERBOSE) ${SCHEMA}.${table}`);
    if (left > 0) return false;
    await client.query('SELECT pg_switch_wal()');
    await client.query('CHECKPOINT');
    const { rows: [server] } = await client.query<{ recycles: string }>(`SELECT current_setting('wal_recycle') AS recycles`);
    if (server?.recycles !== 'off') return false;
    await client.query(`DELETE FROM ${SCHEMA}.kept_purge`);
    return true;
  } catch (error) {
    if (error instanceof DatabaseError) return false;
    throw error;
  } finally {
    client.off('notice', hear);
  }
}
