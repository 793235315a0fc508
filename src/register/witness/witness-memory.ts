import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { NotIntact } from '../not-intact.ts';
import type { Seen } from './judge.ts';

const VERSION = 1;

const TABLES = `
CREATE TABLE witness (verifier_key TEXT NOT NULL) STRICT;
CREATE TABLE seen (
  origin TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  root BLOB NOT NULL,
  time INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
PRAGMA user_version = ${VERSION};
`;

/** What a witness remembers of a log: the newest checkpoint that it cosigned, when (seconds since 1970), and the cosigned note. */
export interface Remembered extends Seen {
  readonly origin: string;
  readonly time: number;
  readonly note: string;
}

/** The memory of a witness in one SQLite file: every commit synced before it comes back. Whoever opens it holds the folder's lock. */
export class WitnessMemory {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Opens the file and makes it where it is not there. @throws NotIntact where it is no such file or is damaged */
  static open(path: string): WitnessMemory {
    closeSync(openSync(path, 'a', 0o600));
    const database = new DatabaseSync(path);
    try {
      database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
      if (database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined) database.exec(`BEGIN IMMEDIATE; ${TABLES} COMMIT`);
      const found = wrongWith(database);
      if (found !== undefined) throw new NotIntact(`The memory of the witness, ${path}, cannot be relied on: ${found}.`);
      return new WitnessMemory(database);
    } catch (error) {
      database.close();
      if (error instanceof NotIntact || (error as { code?: string }).code !== 'ERR_SQLITE_ERROR') throw error;
      throw new NotIntact(`The memory of the witness, ${path}, cannot be read: ${(error as Error).message}.`);
    }
  }

  /** The key that the memory belongs to; undefined where it has none yet. */
  get verifierKey(): string | undefined {
    const row = this.#database.prepare('SELECT verifier_key FROM witness').get();
    return row === undefined ? undefined : String(row['verifier_key']);
  }

  set verifierKey(text: string) {
    this.atomically(() => {
      this.#database.exec('DELETE FROM witness');
      this.#database.prepare('INSERT INTO witness VALUES (?)').run(text);
    });
  }

  /** Everything that is remembered. */
  all(): readonly Remembered[] {
    return this.#database.prepare('SELECT * FROM seen ORDER BY origin').all().map(remembered);
  }

  seen(origin: string): Remembered | undefined {
    const row = this.#database.prepare('SELECT * FROM seen WHERE origin = ?').get(origin);
    return row === undefined ? undefined : remembered(row);
  }

  keep({ origin, size, root, time, note }: Remembered): void {
    this.#database.prepare('INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?, ?)').run(origin, size, root, time, note);
  }

  /** What the work reads and keeps is one commit, with nothing between, and durable when this comes back; nothing of it where the work throws. */
  atomically<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

const remembered = (row: Readonly<Record<string, unknown>>): Remembered => ({
  origin: String(row['origin']),
  size: Number(row['size']),
  root: row['root'] as Uint8Array,
  time: Number(row['time']),
  note: String(row['note']),
});

function wrongWith(database: DatabaseSync): string | undefined {
  const setting = (pragma: string): unknown => Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
  if (setting('journal_mode') !== 'wal' || setting('synchronous') !== 2) return 'this disk refuses a write-ahead log or full syncing';
  if (setting('user_version') !== VERSION) return 'its tables are of another version of Answerable';
  const damage = setting('integrity_check(1)');
  return damage === 'ok' ? undefined : `it is damaged (${String(damage)})`;
}
