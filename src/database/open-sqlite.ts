import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Database } from './database.ts';
import { SqliteDatabase } from './sqlite-database.ts';
import { bringUpToDate, NewerTables, STEPS_TABLE, type Tables } from './tables.ts';

/** Of a file whose rooms each say which step they have reached. Files of version 1 hold the first step of the accounts and nothing else. */
const FILE_VERSION = 2;

/** Opens the file for its owner alone; makes what is not there, and brings what is there up to date. Refused where a newer version has changed it. */
export async function openSqlite(path: string, rooms: readonly Tables[]): Promise<Result<Database>> {
  // Made readable to its owner alone, before anything is in it.
  closeSync(openSync(path, 'a', 0o600));
  const file = new DatabaseSync(path);
  try {
    file.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON');
    const database = new SqliteDatabase(file);
    await database.transaction(async (inside) => {
      const version = Number((await inside.one('PRAGMA user_version'))?.['user_version']);
      if (version > FILE_VERSION) throw new NewerTables(`These accounts were kept by a newer version of Answerable (their file is of version ${version}, this one knows ${FILE_VERSION}). Use that one.`);
      await inside.run(inSqlite(STEPS_TABLE));
      if (version === 1) await inside.run(`INSERT INTO table_steps (room, step) VALUES ('accounts', 1)`);
      await bringUpToDate(inside, rooms, inSqlite);
      if (version < FILE_VERSION) await inside.run(`PRAGMA user_version = ${FILE_VERSION}`);
    });
    return ok(database);
  } catch (error) {
    file.close();
    if (error instanceof NewerTables) return refused({ category: 'input', code: 'newer-tables', sentence: error.message });
    throw error;
  }
}

/** Tables are strict, so that a column takes what it would take in PostgreSQL. */
const inSqlite = (statement: string): string => {
  const written = statement.replace(/\bBIGINT\b/g, 'INTEGER').replace(/\bBYTES\b/g, 'BLOB');
  return written.startsWith('CREATE TABLE ') ? `${written.replace(/;$/, '')} STRICT` : written;
};
