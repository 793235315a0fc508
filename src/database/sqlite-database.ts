import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Database, Row, Value } from './database.ts';
import { TakingTurns } from './taking-turns.ts';

/** As many statements stay prepared; there are far fewer. */
const MOST_PREPARED = 500;

/** A SQLite file of one process. While a transaction is open, the statements of others wait for it. */
export class SqliteDatabase implements Database {
  readonly #file: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #turns = new TakingTurns();

  constructor(file: DatabaseSync) {
    this.#file = file;
  }

  all(sql: string, ...values: readonly Value[]): Promise<readonly Row[]> {
    return this.#turns.turn(() => Promise.resolve(this.#prepared(sql).all(...values.map(keepable))));
  }

  one(sql: string, ...values: readonly Value[]): Promise<Row | undefined> {
    return this.#turns.turn(() => Promise.resolve(this.#prepared(sql).get(...values.map(keepable))));
  }

  run(sql: string, ...values: readonly Value[]): Promise<number> {
    return this.#turns.turn(() => Promise.resolve(Number(this.#prepared(sql).run(...values.map(keepable)).changes)));
  }

  transaction<T>(work: (inside: Database) => Promise<T>): Promise<T> {
    return this.#turns.turn(() => this.#undoable(work, 0));
  }

  async close(): Promise<void> {
    await this.#turns.turn(() => Promise.resolve(this.#statements.clear()));
    if (this.#file.isOpen) this.#file.close();
  }

  /** @param depth of the transactions around this one */
  async #undoable<T>(work: (inside: Database) => Promise<T>, depth: number): Promise<T> {
    const [begin, keep, undo] = depth === 0 ? ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'] : [`SAVEPOINT depth_${depth}`, `RELEASE depth_${depth}`, `ROLLBACK TO depth_${depth}; RELEASE depth_${depth}`];
    this.#file.exec(begin);
    let isOpen = true;
    const asked = async <R>(what: () => R | Promise<R>): Promise<R> => {
      if (!isOpen) throw new RangeError('This transaction is over.');
      return await what();
    };
    const inside: Database = {
      all: (sql, ...values) => asked(() => this.#prepared(sql).all(...values.map(keepable))),
      one: (sql, ...values) => asked(() => this.#prepared(sql).get(...values.map(keepable))),
      run: (sql, ...values) => asked(() => Number(this.#prepared(sql).run(...values.map(keepable)).changes)),
      transaction: (deeper) => asked(() => this.#undoable(deeper, depth + 1)),
      close: () => Promise.reject(new RangeError('A transaction does not close its database.')),
    };
    try {
      const value = await work(inside);
      isOpen = false;
      this.#file.exec(keep);
      return value;
    } catch (error) {
      isOpen = false;
      // A commit that failed may have ended it.
      if (this.#file.isTransaction) this.#file.exec(undo);
      throw error;
    }
  }

  #prepared(sql: string): StatementSync {
    const found = this.#statements.get(sql);
    if (found !== undefined) return found;
    if (this.#statements.size >= MOST_PREPARED) this.#statements.clear();
    const made = this.#file.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}

const keepable = (value: Value): Value => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value);
