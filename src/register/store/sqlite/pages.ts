import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { NotIntact } from '../../not-intact.ts';
import { BETWEEN, END } from './place.ts';

/** A row as a list of its columns, in the order in which they were asked for: made sooner than an object. */
export type Row = readonly SQLOutputValue[];

/** Rows of some entries that follow each other, and of all their changes. */
export interface Page {
  readonly entries: readonly Row[];
  readonly leafHashes: readonly Uint8Array[];
  readonly changes: readonly Row[];
  /** Of the changes that have one, in their order. */
  readonly salts: readonly Uint8Array[];
}

/** How many entries' rows are read together, which takes half the time of one after the other. */
const ENTRIES = 1_000;

/** Hashes and salts are of this length. */
const BYTES = 32;

/**
 * The rows of a register from an entry on, page by page, each table in the order of places. The first column asked for of each table is
 * the entry's number; the bytes of a page come in one block, since a block for each takes longer than the rest of its row.
 *
 * @throws NotIntact where a hash or a salt is not of its length
 */
export function* inPages(database: DatabaseSync, register: string, from: number, entryColumns: readonly string[], changeColumns: readonly string[]): Generator<Page, undefined> {
  const [entries, changes] = [reading(database, 'kept_entries', entryColumns.join(', ')), reading(database, 'kept_changes', changeColumns.join(', '))];
  const [leafHashes, salts] = [bytesOf(database, 'kept_entries', 'leaf_hash'), bytesOf(database, 'kept_changes', 'salt')];
  for (let first = from; ; first += ENTRIES) {
    const rows = entries(register, first, first + ENTRIES);
    // Where a whole page is missing there may be more behind it.
    const before = rows.length === 0 ? END : first + ENTRIES;
    yield {
      entries: rows.length === 0 ? entries(register, first, before) : rows,
      leafHashes: leafHashes(register, first, before),
      changes: changes(register, first, before),
      salts: salts(register, first, before),
    };
    if (rows.length === 0) return;
  }
}

type Reading<T> = (register: string, from: number, before: number) => readonly T[];

function reading(database: DatabaseSync, table: string, columns: string): Reading<Row> {
  const statement = database.prepare(`SELECT ${columns} FROM ${table} WHERE ${BETWEEN} ORDER BY place`);
  statement.setReturnArrays(true);
  return (register, from, before) => statement.all(register, from, before) as unknown as readonly Row[];
}

function bytesOf(database: DatabaseSync, table: string, column: string): Reading<Uint8Array> {
  const statement = database.prepare(`SELECT unhex(group_concat(hex(${column}), '' ORDER BY place)), coalesce(sum(length(${column}) <> ${BYTES}), 0) FROM ${table} WHERE ${BETWEEN}`);
  statement.setReturnArrays(true);
  return (register, from, before) => {
    const [bytes, wrong] = statement.get(register, from, before) as unknown as Row;
    if (wrong !== 0) throw new NotIntact(`The register \`${register}\` has a ${column} of a wrong length. \`answerable verify\` tells more.`);
    return bytes instanceof Uint8Array ? Array.from({ length: bytes.length / BYTES }, (_, index) => bytes.subarray(index * BYTES, (index + 1) * BYTES)) : [];
  };
}
