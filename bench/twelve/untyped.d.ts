/** What the benchmark uses of two packages that ship no types. */
declare module 'datascript' {
  export interface Db {
    readonly __datascript: unique symbol;
  }
  interface Datascript {
    empty_db(schema: Readonly<Record<string, Readonly<Record<string, string>>>>): Db;
    db_with(db: Db, transaction: readonly unknown[]): Db;
    q(query: string, ...inputs: readonly unknown[]): unknown;
  }
  const datascript: Datascript;
  export default datascript;
}

declare module 'n3' {
  import type { DatasetCore, Quad } from '@rdfjs/types';
  export class Parser {
    parse(turtle: string): Quad[];
  }
  export class Store implements DatasetCore {
    constructor(quads?: readonly Quad[]);
    readonly size: number;
    add(quad: Quad): this;
    delete(quad: Quad): this;
    has(quad: Quad): boolean;
    match(...terms: Parameters<DatasetCore['match']>): DatasetCore;
    [Symbol.iterator](): Iterator<Quad>;
  }
}
