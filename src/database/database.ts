/** What is put into a statement and kept in a column. A NUL in a text becomes `\uFFFD`: PostgreSQL keeps none. */
export type Value = string | number | Uint8Array | null;

/** BIGINT comes as a number, BYTES as a Uint8Array. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * What people keep that is no part of a register: accounts, sessions, links, drafts. Statements are written in the SQL that SQLite and
 * PostgreSQL share, with `?` where a value goes in and in no other place; their texts are few, since each stays prepared. A parameter
 * whose type follows from nothing beside it is written `CAST(? AS TEXT)`.
 */
export interface Database {
  all(sql: string, ...values: readonly Value[]): Promise<readonly Row[]>;
  /** The first row; undefined where there is none. */
  one(sql: string, ...values: readonly Value[]): Promise<Row | undefined>;
  /** @returns how many rows were inserted, changed or deleted */
  run(sql: string, ...values: readonly Value[]): Promise<number>;
  /**
   * All or nothing: what `work` throws undoes it. Transactions come one after another, those of other processes too. Within `work` only
   * the database that it is handed may be used, and only until it settles; a transaction in it can be undone by itself.
   */
  transaction<T>(work: (inside: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
