import { DatabaseSync } from 'node:sqlite';
import { refuseNewer, settingOf } from './open-database.ts';
import { SHOWN_AS_TODAY } from './schema.ts';

/** What SQLite says where a file that is only read would first have to be put back to before a write that was cut off. */
const READONLY_ROLLBACK = 776;

/**
 * Opens one consistent state of a file for reading, beside a writer in another process; it stays as it was when opened. What an older
 * version kept is left as it is: this connection alone is shown it as the tables of today have it.
 *
 * @throws NewerVersion
 */
export function openToRead(path: string): DatabaseSync {
  try {
    return opened(path);
  } catch (error) {
    if ((error as { errcode?: number }).errcode !== READONLY_ROLLBACK) throw error;
    putBack(path);
    return opened(path);
  }
}

/** So a file is left where the program was stopped in the moment in which it made it; every opener that may write puts it back. */
function putBack(path: string): void {
  const database = new DatabaseSync(path);
  try {
    settingOf(database, 'user_version');
  } finally {
    database.close();
  }
}

function opened(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    database.exec('PRAGMA busy_timeout = 5000; BEGIN');
    refuseNewer(database);
    const version = Number(settingOf(database, 'user_version'));
    if (version > 0 || isEmpty(database)) database.exec(SHOWN_AS_TODAY[version] ?? '');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A file without any table is what is left where the program was stopped while it made the folder: it keeps nothing yet. */
const isEmpty = (database: DatabaseSync): boolean => database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
