import { DatabaseSync } from 'node:sqlite';
import { NewerVersion } from '../../newer-version.ts';
import { sqlName, VIEW_NAMES } from '../view-columns.ts';
import { SCHEMA_VERSION, STEPS } from './schema.ts';
import { viewOf } from './views.ts';

/** Opens a file for writing, with every commit synced; makes the tables in a new one. @throws where it is no database, from a newer version, or cannot be kept safely */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    // 16 MB of write-ahead log: with SQLite's own 4 MB, commits of many acts write the same pages to the database half as often again.
    database.exec('PRAGMA wal_autocheckpoint = 4000; PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = OFF');
    if (settingOf(database, 'journal_mode') !== 'wal' || settingOf(database, 'synchronous') !== 2) {
      throw new Error('This disk does not let the register be kept safely: SQLite refuses its write-ahead log or full syncing.');
    }
    makeTables(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function makeTables(database: DatabaseSync): void {
  refuseNewer(database);
  const version = Number(settingOf(database, 'user_version'));
  const defined = new Map(database.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'view'`).all().map((row) => [String(row['name']), String(row['sql'])]));
  const stale = VIEW_NAMES.filter((kind) => defined.get(kind) !== viewOf(kind));
  if (version === SCHEMA_VERSION && stale.length === 0) return;
  database.exec('BEGIN IMMEDIATE');
  for (const step of STEPS.slice(version)) database.exec(step);
  for (const kind of stale) database.exec(`DROP VIEW IF EXISTS ${sqlName(kind)}; ${viewOf(kind)}`);
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
}

/** @throws NewerVersion where the tables are of one that this program does not know */
export function refuseNewer(database: DatabaseSync): void {
  const version = Number(settingOf(database, 'user_version'));
  if (version > SCHEMA_VERSION) throw new NewerVersion(`This register was kept by a newer version of Answerable (its tables are version ${version}, this one knows ${SCHEMA_VERSION}). Use that one.`);
}

export const settingOf = (database: DatabaseSync, pragma: string): unknown => Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
