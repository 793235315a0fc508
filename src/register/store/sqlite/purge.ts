import type { DatabaseSync } from 'node:sqlite';

/** Said in the commit that erases: what was erased may still lie in pages that were moved, and in the write-ahead log. */
export const purgeIsDue = (database: DatabaseSync): boolean => database.prepare('SELECT 1 FROM kept_purge').get() !== undefined;

export const PURGE_DUE = 'INSERT OR IGNORE INTO kept_purge VALUES (1)';

/**
 * Writes the file anew without what was erased, and empties the write-ahead log: secure_delete clears a row where it stood, but not a
 * copy of it that SQLite left behind when it once split the page. Nothing is lost where it is cut off: it stays due.
 *
 * @returns false where it could not be done now: a reader in another process still reads an older state, or the disk has no room
 */
export function purged(database: DatabaseSync): boolean {
  try {
    database.exec('VACUUM');
    if (!emptied(database)) return false;
    database.exec('DELETE FROM kept_purge');
    return emptied(database);
  } catch {
    return false;
  }
}

/** Whether the write-ahead log is in the database whole, and is empty. Waits a second for readers, no longer: nothing else runs meanwhile. */
function emptied(database: DatabaseSync): boolean {
  const { timeout } = database.prepare('PRAGMA busy_timeout').get() as { readonly timeout: number };
  database.exec('PRAGMA busy_timeout = 1000');
  try {
    const { busy } = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { readonly busy: number };
    return busy === 0;
  } finally {
    database.exec(`PRAGMA busy_timeout = ${timeout}`);
  }
}
