import { existsSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isErased, OutOfStep, type Appended, type KeptChange, type KeptEntry, type Store } from '../store.ts';
import { kept } from './kept-rows.ts';
import { openDatabase } from './open-database.ts';
import { openToRead } from './open-to-read.ts';
import { BETWEEN, END, PLACE } from './place.ts';
import { PURGE_DUE, purged, purgeIsDue } from './purge.ts';
import { THIN_CHECKPOINTS } from './schema.ts';

/** More than a usual commit takes, so that a disk on which a probe fits has room for the next act. */
const PROBE_BYTES = 262_144;

const SIZE = `SELECT number + 1 AS size FROM kept_entries WHERE ${BETWEEN} ORDER BY place DESC LIMIT 1`;
/** The first parameters are those of the place: `begun`, entry, position. */
const INSERT_ENTRY = `INSERT INTO kept_entries VALUES (${PLACE('?1', '?2')}, ?3, ?2, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`;
const INSERT_CHANGE = `INSERT INTO kept_changes VALUES (${PLACE('?1', '?2', '?3')}, ?4, ?2, ?3, ?5, ?6, ?7, ?8, ?9, ?10, ?11)`;
const INSERT_CURRENT = `INSERT INTO kept_current VALUES (?4, ?5, ?6, ?7, ?8, ?9, ?10, ${PLACE('?1', '?2', '?3')})`;
const TAKE_BODY = `UPDATE kept_changes SET salt = NULL, body = NULL WHERE place = ${PLACE('?1', '?2', '?3')}`;

/** Registers in one SQLite file: write-ahead log, every commit synced before it is acknowledged. Its one writer holds the folder's lock. */
export class SqliteStore implements Store {
  readonly #path: string;
  readonly #statements = new Map<string, StatementSync>();
  #database: DatabaseSync;

  private constructor(path: string, database: DatabaseSync) {
    this.#path = path;
    this.#database = database;
  }

  /** Opens for writing; makes the tables in a new file. @throws where the file is no database or is from a newer version */
  static open(path: string): SqliteStore {
    const store = new SqliteStore(path, openDatabase(path));
    // An erasure whose purge was cut off.
    if (purgeIsDue(store.#database)) purged(store.#database);
    return store;
  }

  /** Opens one consistent state for reading, beside a writer in another process. It stays as it was when opened. */
  static openToRead(path: string): SqliteStore {
    return new SqliteStore(path, openToRead(path));
  }

  registers(): Promise<readonly string[]> {
    const rows = this.#prepared('SELECT register FROM kept_registers ORDER BY begun').all();
    return Promise.resolve(rows.map(({ register }) => String(register)));
  }

  size(register: string): Promise<number> {
    return Promise.resolve(this.#size(register));
  }

  entries(register: string, from = 0): Promise<readonly KeptEntry[]> {
    return Promise.resolve(kept(this.#database, register, from));
  }

  checkpoint(register: string): Promise<string | undefined> {
    return Promise.resolve(this.#checkpoint(register));
  }

  append(register: string, appended: Appended): Promise<void> {
    // Not an async function: all is done, synced and committed before anything else in the process runs.
    try {
      this.#prepared('BEGIN IMMEDIATE').run();
      try {
        this.#insert(register, appended);
        this.#prepared('COMMIT').run();
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

  cosigned(register: string): Promise<readonly number[]> {
    const rows = this.#prepared('SELECT DISTINCT size FROM kept_cosignatures WHERE register = ? ORDER BY size DESC').all(register);
    return Promise.resolve(rows.map(({ size }) => Number(size)));
  }

  probe(): Promise<void> {
    return Promise.resolve().then(() => {
      this.#statements.clear();
      if (this.#database.isOpen) this.#database.close();
      if (!existsSync(this.#path)) throw new Error(`${this.#path} is no longer there`);
      this.#database = openDatabase(this.#path);
      const { busy } = this.#database.prepare('PRAGMA wal_checkpoint(FULL)').get() as { busy: number };
      if (busy !== 0) throw new Error('a reader keeps the write-ahead log from being written to the database');
      this.#database.exec(`DROP TABLE IF EXISTS probe; BEGIN IMMEDIATE; CREATE TABLE probe (bytes BLOB); INSERT INTO probe VALUES (zeroblob(${PROBE_BYTES})); COMMIT; DROP TABLE probe`);
    });
  }

  purge(): Promise<boolean> {
    return Promise.resolve(!purgeIsDue(this.#database) || purged(this.#database));
  }

  close(): Promise<void> {
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
    return Promise.resolve();
  }

  #insert(register: string, { after, upon, entries, current, checkpoint, erased = [] }: Appended): void {
    const size = this.#size(register);
    if (size !== after) throw new OutOfStep(`The register has ${size} entries, not ${after}.`);
    if (upon !== undefined && this.#checkpoint(register) !== upon) throw new OutOfStep('The register has another checkpoint than the one on which this was decided.');
    if (after === 0) this.#prepared('INSERT INTO kept_registers SELECT ?, count(*) FROM kept_registers').run(register);
    const begun = Number(this.#prepared('SELECT begun FROM kept_registers WHERE register = ?').get(register)?.['begun']);
    const entry = this.#prepared(INSERT_ENTRY);
    for (const one of entries) {
      entry.run(begun, one.number, register, one.recordedAt, one.person, one.post ?? null, one.act, one.reason, one.key, one.leafHash);
      for (const [position, change] of one.changes.entries()) this.#insertChange(register, begun, one.number, position, change);
    }
    const clear = this.#prepared('DELETE FROM kept_current WHERE register = ? AND kind = ? AND id = ?');
    const row = this.#prepared(INSERT_CURRENT);
    for (const { kind, id, isNew, versions } of current) {
      if (isNew !== true) clear.run(register, kind, id);
      for (const [version, { from, until, entry: by, said }] of versions.entries()) row.run(begun, said.entry, said.position, register, kind, id, version, from ?? null, until ?? null, by);
    }
    if (erased.length > 0) this.#prepared(PURGE_DUE).run();
    for (const { entry: number, position, by } of erased) {
      this.#prepared(TAKE_BODY).run(begun, number, position);
      this.#prepared('INSERT INTO kept_erasures VALUES (?, ?, ?, ?)').run(register, number, position, by);
    }
    this.#prepared('INSERT INTO kept_checkpoints VALUES (?, ?, ?)').run(register, checkpoint.size, checkpoint.note);
    // Now and then: to look for them takes as long as to insert a row, and longer the more there are.
    if (after >> 8 !== checkpoint.size >> 8) this.#prepared(THIN_CHECKPOINTS).run(register, checkpoint.size);
  }

  #size(register: string): number {
    return Number(this.#prepared(SIZE).get(register, 0, END)?.['size'] ?? 0);
  }

  #checkpoint(register: string): string | undefined {
    const row = this.#prepared('SELECT note FROM kept_checkpoints WHERE register = ? ORDER BY size DESC LIMIT 1').get(register);
    return row === undefined ? undefined : String(row['note']);
  }

  #insertChange(register: string, begun: number, number: number, position: number, { kind, id, from, until, put }: KeptChange): void {
    const body = put === undefined || isErased(put) ? undefined : put;
    this.#prepared(INSERT_CHANGE).run(begun, number, position, register, kind, id, from ?? null, until ?? null, put?.digest ?? null, body?.salt ?? null, body?.body ?? null);
    if (put !== undefined && isErased(put)) this.#prepared('INSERT INTO kept_erasures VALUES (?, ?, ?, ?)').run(register, number, position, put.erasedBy);
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
