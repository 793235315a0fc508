import { DatabaseSync } from 'node:sqlite';
import type { Appender } from './appender.ts';

/** One row a commit, or `rows` of them, in a table with nothing else: what a program without a log, checks or indexes would do. */
export function rawSqlite(path: string, bytes: number, rows = 1): Appender {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE entries (number INTEGER PRIMARY KEY, entry BLOB NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO entries (entry) VALUES (?)');
  const row = new Uint8Array(bytes).fill(65);
  return {
    name: rows === 1 ? 'raw SQLite (`node:sqlite`, WAL, FULL), one row a commit' : `raw SQLite, ${rows} rows a commit`,
    append() {
      if (rows === 1) return insert.run(row);
      database.exec('BEGIN');
      for (let n = 0; n < rows; n += 1) insert.run(row);
      return database.exec('COMMIT');
    },
    close: () => database.close(),
  };
}
