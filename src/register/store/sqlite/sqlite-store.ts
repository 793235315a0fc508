import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { isErased, OutOfStep, type Appended, type KeptChange, type KeptEntry, type Store } from '../store.ts';
import { kept } from './kept-rows.ts';
import { SCHEMA_VERSION, STEPS, THIN_CHECKPOINTS } from './schema.ts';
import { viewNames, viewOf, name } from './views.ts';

/** Registers in one SQLite file: write-ahead log, every commit synced before it is acknowledged. Its one writer holds the folder's lock. */
export class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Opens for writing; makes the tables in a new file. @throws where the file is no database or is from a newer version */
  static open(path: string): SqliteStore {
    const database = new DatabaseSync(path);
    try {
      database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = OFF');
      if (settingOf(database, 'journal_mode') !== 'wal' || settingOf(database, 'synchronous') !== 2) {
        throw new Error('This disk does not let the register be kept safely: SQLite refuses its write-ahead log or full syncing.');
      }
      makeTables(database);
      return new SqliteStore(database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Opens one consistent state for reading, beside a writer in another process. It stays as it was when opened. */
  static openToRead(path: string): SqliteStore {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      database.exec('PRAGMA busy_timeout = 5000; BEGIN');
      refuseNewer(database);
      return new SqliteStore(database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  registers(): Promise<readonly string[]> {
    const rows = this.#prepared('SELECT register FROM kept_registers ORDER BY begun').all();
    return Promise.resolve(rows.map(({ register }) => String(register)));
  }

  size(register: string): Promise<number> {
    return Promise.resolve(this.#size(register));
  }

  entries(register: string, from = 0): Promise<readonly KeptEntry[]> {
    return Promise.resolve([...kept(this.#database, register, from)]);
  }

  checkpoint(register: string): Promise<string | undefined> {
    const row = this.#prepared('SELECT note FROM kept_checkpoints WHERE register = ? ORDER BY size DESC LIMIT 1').get(register);
    return Promise.resolve(row === undefined ? undefined : String(row['note']));
  }

  append(register: string, appended: Appended): Promise<void> {
    // Not an async function: all is done, synced and committed before anything else in the process runs.
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      try {
        this.#insert(register, appended);
        this.#database.exec('COMMIT');
      } catch (error) {
        if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
        throw error;
      }
      return Promise.resolve();
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  cosignatures(register: string, size: number): Promise<readonly string[]> {
    const rows = this.#prepared('SELECT line FROM kept_cosignatures WHERE register = ? AND size = ? ORDER BY rowid').all(register, size);
    return Promise.resolve(rows.map(({ line }) => String(line)));
  }

  cosign(register: string, size: number, lines: readonly string[]): Promise<void> {
    for (const line of lines) this.#prepared('INSERT OR IGNORE INTO kept_cosignatures VALUES (?, ?, ?)').run(register, size, line);
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
    return Promise.resolve();
  }

  #insert(register: string, { after, entries, current, checkpoint, erased = [] }: Appended): void {
    const size = this.#size(register);
    if (size !== after) throw new OutOfStep(`The register has ${size} entries, not ${after}.`);
    if (after === 0) this.#prepared('INSERT INTO kept_registers SELECT ?, count(*) FROM kept_registers').run(register);
    const entry = this.#prepared('INSERT INTO kept_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    for (const one of entries) {
      entry.run(register, one.number, one.recordedAt, one.person, one.post ?? null, one.act, one.reason, one.key, one.leafHash);
      for (const [position, change] of one.changes.entries()) this.#insertChange(register, one.number, position, change);
    }
    const clear = this.#prepared('DELETE FROM current_records WHERE register = ? AND kind = ? AND id = ?');
    const row = this.#prepared('INSERT INTO current_records VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    for (const { kind, id, versions } of current) {
      clear.run(register, kind, id);
      for (const [version, { from, until, entry: by, body }] of versions.entries()) row.run(register, kind, id, version, from ?? null, until ?? null, by, body);
    }
    for (const { entry: number, position, by } of erased) {
      this.#prepared('DELETE FROM kept_bodies WHERE register = ? AND entry = ? AND position = ?').run(register, number, position);
      this.#prepared('INSERT INTO kept_erasures VALUES (?, ?, ?, ?)').run(register, number, position, by);
    }
    this.#prepared('INSERT INTO kept_checkpoints VALUES (?, ?, ?)').run(register, checkpoint.size, checkpoint.note);
    this.#prepared(THIN_CHECKPOINTS).run(register, checkpoint.size);
  }

  #size(register: string): number {
    return Number(this.#prepared('SELECT coalesce(max(number) + 1, 0) AS size FROM kept_entries WHERE register = ?').get(register)?.['size']);
  }

  #insertChange(register: string, number: number, position: number, { kind, id, from, until, put }: KeptChange): void {
    this.#prepared('INSERT INTO kept_changes VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(register, number, position, kind, id, from ?? null, until ?? null, put?.digest ?? null);
    if (put === undefined) return;
    if (isErased(put)) this.#prepared('INSERT INTO kept_erasures VALUES (?, ?, ?, ?)').run(register, number, position, put.erasedBy);
    else this.#prepared('INSERT INTO kept_bodies VALUES (?, ?, ?, ?, ?)').run(register, number, position, put.salt, put.body);
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

function makeTables(database: DatabaseSync): void {
  refuseNewer(database);
  const version = Number(settingOf(database, 'user_version'));
  const defined = new Map(database.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'view'`).all().map((row) => [String(row['name']), String(row['sql'])]));
  const stale = viewNames.filter((kind) => defined.get(kind) !== viewOf(kind));
  if (version === SCHEMA_VERSION && stale.length === 0) return;
  database.exec('BEGIN IMMEDIATE');
  for (const step of STEPS.slice(version)) database.exec(step);
  for (const kind of stale) database.exec(`DROP VIEW IF EXISTS ${name(kind)}; ${viewOf(kind)}`);
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
}

function refuseNewer(database: DatabaseSync): void {
  const version = Number(settingOf(database, 'user_version'));
  if (version > SCHEMA_VERSION) throw new Error(`This register was kept by a newer version of Answerable (its tables are version ${version}, this one knows ${SCHEMA_VERSION}). Use that one.`);
}

const settingOf = (database: DatabaseSync, pragma: string): unknown => Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
