import { DatabaseError, type ClientBase, type Pool } from 'pg';
import type { Database, Row, Value } from '../database.ts';
import { TakingTurns } from '../taking-turns.ts';
import { sent } from './sent.ts';

/** Transactions of all processes take turns by it. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('answerable accounts', 0))`;

/** The plan of a prepared statement no longer fits its tables, which another process has changed. */
const OUTDATED_PLAN = '0A000';

/** The accounts' schema of a PostgreSQL database, which any number of processes share. A statement outside a transaction waits for no transaction, except for the rows that it changed. */
export class PostgresDatabase implements Database {
  readonly #pool: Pool;
  readonly #turns = new TakingTurns();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async all(sql: string, ...values: readonly Value[]): Promise<readonly Row[]> {
    this.#turns.mustBeOutside();
    return this.#over(async (client) => (await sent(client, sql, values)).rows);
  }

  async one(sql: string, ...values: readonly Value[]): Promise<Row | undefined> {
    return (await this.all(sql, ...values))[0];
  }

  async run(sql: string, ...values: readonly Value[]): Promise<number> {
    this.#turns.mustBeOutside();
    return this.#over(async (client) => (await sent(client, sql, values)).changed);
  }

  transaction<T>(work: (inside: Database) => Promise<T>): Promise<T> {
    return this.#turns.turn(() =>
      this.#over(async (client) => {
        await client.query('BEGIN');
        return undoable(client, { keep: 'COMMIT', undo: 'ROLLBACK' }, 0, async (inside) => {
          await client.query(LOCK);
          return work(inside);
        });
      }),
    );
  }

  close(): Promise<void> {
    return this.#pool.ended ? Promise.resolve() : this.#pool.end();
  }

  async #over<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let isLost = false;
    const lose = (): void => void (isLost = true);
    client.on('error', lose);
    try {
      return await work(client);
    } catch (error) {
      isLost ||= error instanceof DatabaseError ? error.severity === 'FATAL' || error.code === OUTDATED_PLAN : !(error instanceof RangeError);
      throw error;
    } finally {
      client.off('error', lose);
      client.release(isLost);
    }
  }
}

/** Works in a transaction that was begun over the connection, then keeps or undoes it. @param depth of the transactions around this one */
async function undoable<T>(client: ClientBase, { keep, undo }: { readonly keep: string; readonly undo: string }, depth: number, work: (inside: Database) => Promise<T>): Promise<T> {
  let isOpen = true;
  const asked = async <R>(what: () => Promise<R>): Promise<R> => {
    if (!isOpen) throw new RangeError('This transaction is over.');
    return what();
  };
  const inside: Database = {
    all: (sql, ...values) => asked(async () => (await sent(client, sql, values)).rows),
    one: (sql, ...values) => asked(async () => (await sent(client, sql, values)).rows[0]),
    run: (sql, ...values) => asked(async () => (await sent(client, sql, values)).changed),
    transaction: (deeper) =>
      asked(async () => {
        const name = `depth_${depth + 1}`;
        await client.query(`SAVEPOINT ${name}`);
        return undoable(client, { keep: `RELEASE ${name}`, undo: `ROLLBACK TO ${name}; RELEASE ${name}` }, depth + 1, deeper);
      }),
    close: () => Promise.reject(new RangeError('A transaction does not close its database.')),
  };
  try {
    const value = await work(inside);
    isOpen = false;
    await client.query(keep);
    return value;
  } catch (error) {
    isOpen = false;
    // Where this fails too the connection is lost, and with it the transaction.
    await client.query(undo).catch(() => undefined);
    throw error;
  }
}
