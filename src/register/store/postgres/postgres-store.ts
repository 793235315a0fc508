import type { ClientBase } from 'pg';
import { StoreFault } from '../store-fault.ts';
import type { Appended, KeptEntry, Store } from '../store.ts';
import { appendParts, type Part } from './append-parts.ts';
import { isAStandby, openPool, openSnapshot, withClient, type Connections } from './connections.ts';
import { kept } from './kept-rows.ts';
import { purged, purgeIsDue } from './purge.ts';
import { SCHEMA } from './tables.ts';

/** Registers in a PostgreSQL database, which any number of processes may share: each commit is durable before it is acknowledged. */
export class PostgresStore implements Store {
  readonly #url: string;
  readonly #connections: Connections;

  private constructor(url: string, connections: Connections) {
    this.#url = url;
    this.#connections = connections;
  }

  /** Opens for writing; makes the tables where they are not there and the role of the URL may. @throws DatabaseRefused */
  static async open(url: string): Promise<PostgresStore> {
    const store = new PostgresStore(url, await openPool(url));
    // An erasure whose purge was cut off, or had to wait.
    if (await store.#connections.use(purgeIsDue)) await store.purge();
    return store;
  }

  /** Opens one consistent state for reading, of a standby too. It stays as it was when opened. Undefined where there are no tables. @throws DatabaseRefused */
  static async openToRead(url: string): Promise<PostgresStore | undefined> {
    const connections = await openSnapshot(url);
    return connections === undefined ? undefined : new PostgresStore(url, connections);
  }

  registers(): Promise<readonly string[]> {
    return this.#column('registers', `SELECT register FROM ${SCHEMA}.kept_registers ORDER BY begun`);
  }

  async size(register: string): Promise<number> {
    const [size = 0] = await this.#column<number>('size', `SELECT ${SCHEMA}.size_of($1)`, register);
    return size;
  }

  entries(register: string, from = 0): Promise<readonly KeptEntry[]> {
    return this.#connections.use((client) => kept(client, register, from));
  }

  async checkpoint(register: string): Promise<string | undefined> {
    const [note] = await this.#column<string | null>('checkpoint', `SELECT ${SCHEMA}.newest_checkpoint($1)`, register);
    return note ?? undefined;
  }

  async append(register: string, appended: Appended): Promise<void> {
    const parts = appendParts(appended);
    await this.#connections.use((client) =>
      committed(client, async () => {
        const [only, second] = parts;
        if (only !== undefined && second === undefined) return keep(client, register, only);
        await client.query('BEGIN');
        try {
          for (const part of parts) await keep(client, register, part);
          await client.query('COMMIT');
        } catch (error) {
          // Where this fails too the connection is lost, and with it the transaction.
          await client.query('ROLLBACK').catch(() => undefined);
          throw error;
        }
      }),
    );
  }

  cosignatures(register: string, size: number): Promise<readonly string[]> {
    return this.#column('cosignatures', `SELECT * FROM ${SCHEMA}.cosignatures_of($1, $2)`, register, size);
  }

  async cosign(register: string, size: number, lines: readonly string[]): Promise<void> {
    await this.#connections.use((client) => committed(client, () => client.query(`SELECT ${SCHEMA}.cosign($1, $2, $3)`, [register, size, lines])));
  }

  cosigned(register: string): Promise<readonly number[]> {
    return this.#column('cosigned', `SELECT * FROM ${SCHEMA}.cosigned_sizes($1)`, register);
  }

  /** A commit of a message that nobody reads: it comes to the disk, and to a synchronous standby, after all that was committed before it. */
  async probe(): Promise<void> {
    await this.#connections.use((client) =>
      committed(client, async () => {
        const { rows: [server] } = await client.query<{ standby: boolean }>(`SELECT pg_is_in_recovery() AS standby, CASE WHEN pg_is_in_recovery() THEN NULL ELSE pg_logical_emit_message(true, 'answerable', 'probe') END`);
        if (server?.standby !== false) throw isAStandby();
      }),
    );
  }

  /** Comes in as the role of the URL, since the app's own may not be allowed to. A connection of its own: it waits for its locks. */
  purge(): Promise<boolean> {
    return withClient(this.#url, purged);
  }

  close(): Promise<void> {
    return this.#connections.close();
  }

  /** The one column of what a statement answers; `name` is the one it is prepared under. */
  async #column<T = string>(name: string, text: string, ...values: readonly unknown[]): Promise<T[]> {
    const { rows } = await this.#connections.use((client) => client.query<[T]>({ name, text, values: [...values], rowMode: 'array' }));
    return rows.map(([value]) => value);
  }
}

const KEEP = `SELECT ${SCHEMA}.keep($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

const keep = (client: ClientBase, register: string, part: Part): Promise<unknown> => client.query({ name: 'keep', text: KEEP, values: [register, ...part] });

/** Where somebody ends a server's wait for its standby, it warns that only it has the commit, and answers as if all were well. */
export async function committed(client: ClientBase, work: () => Promise<unknown>): Promise<void> {
  let warned: string | undefined;
  const hear = (notice: { readonly message?: string | undefined; readonly code?: string | undefined }): void => {
    if (notice.code === '01000' && notice.message?.includes('synchronous replication') === true) warned = notice.message;
  };
  client.on('notice', hear);
  try {
    await work();
  } finally {
    client.off('notice', hear);
  }
  if (warned !== undefined) throw new StoreFault(`the standby has not confirmed it (${warned})`);
}
