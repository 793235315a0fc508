import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { OWN } from './own-kinds.ts';

type Row = Readonly<Record<string, unknown>>;
/** A row as a list of its columns: made sooner than an object. */
type Values = readonly SQLOutputValue[];

/** One entry as its rows stand in the database, with what is not as a row can be. */
export interface RawEntry {
  /** Its columns in the order of `ENTRY`. */
  readonly entry: Values;
  /** Those that lie after it and before the next one, each in the order of `CHANGE`. */
  readonly changes: readonly Values[];
  /** By position, the entry that is said to have erased a body. */
  readonly tombstones: ReadonlyMap<number, unknown>;
}

/** First the number and the position that the row's place says. */
const OF_PLACE = 'place >> 12 & 68719476735, place & 4095';
const ENTRY = `${OF_PLACE}, register, number, recorded_at, person, post, act, reason, idempotency_key, leaf_hash`;
const CHANGE = `${OF_PLACE}, register, entry, position, kind, id, valid_from, valid_until, digest, salt, body`;

/** The place of an entry, or of one of its changes, in a register that is listed as the `r.begun`-th. */
const placeOf = (entry: string, position = '0'): string => `((r.begun << 48) | (${entry} << 12) | ${position})`;

/** How many entries' rows are read together, which takes half the time of one after the other. */
const TOGETHER = 1_000;
const MOST = 2 ** 36 - 1;
const NONE: ReadonlyMap<number, unknown> = new Map();

/** The rows of a register, table by table; reading throws where the file is damaged. */
export class RawRows {
  readonly #database: DatabaseSync;
  readonly register: string;

  constructor(database: DatabaseSync, register: string) {
    this.#database = database;
    this.register = register;
  }

  *entries(): Generator<RawEntry> {
    const [entriesIn, changesIn] = [this.#between('kept_entries', ENTRY), this.#between('kept_changes', CHANGE)];
    const tombstones = this.#tombstones();
    for (let first = 0; ; first += TOGETHER) {
      let entries = entriesIn(first, first + TOGETHER);
      // Where a whole page is missing there may be more behind it.
      const isLast = entries.length === 0;
      if (isLast) entries = entriesIn(first, MOST);
      const changes = changesIn(first, isLast ? MOST : first + TOGETHER);
      let next = 0;
      for (const entry of entries) {
        const number = Number(entry[0]);
        const own: Values[] = [];
        for (let change = changes[next]; change !== undefined && Number(change[0]) <= number; change = changes[(next += 1)]) own.push(change);
        yield { entry, changes: own, tombstones: tombstones.get(number) ?? NONE };
      }
      if (isLast) return;
    }
  }

  /** What entries say of keys, in order. */
  keys(): readonly Row[] {
    return this.#database.prepare(`SELECT entry, id, digest, salt, body FROM kept_changes WHERE register = ? AND kind = '${OWN.key}' ORDER BY place`).all(this.register);
  }

  checkpoints(): readonly Row[] {
    return this.#database.prepare('SELECT size, note FROM kept_checkpoints WHERE register = ? ORDER BY size').all(this.register);
  }

  /**
   * The rows of current records in the order of records and their versions: kind, id, version, valid from, valid until and the entry that
   * last changed the record; then whether the change whose body the version has is of this register, its entry and its position.
   */
  *current(): Generator<Values> {
    const statement = this.#database.prepare(`SELECT kind, id, version, valid_from, valid_until, entry, said >> 48 = (SELECT begun FROM kept_registers WHERE register = ?1), said >> 12 & 68719476735, said & 4095
      FROM kept_current WHERE register = ?1 AND (kind, id, version) > (?2, ?3, ?4) ORDER BY kind, id, version LIMIT ${TOGETHER}`);
    statement.setReturnArrays(true);
    for (let last: Values = ['', '', 0]; ; ) {
      const rows = statement.all(this.register, last[0] ?? null, last[1] ?? null, last[2] ?? null) as unknown as readonly Values[];
      yield* rows;
      const end = rows.at(-1);
      if (end === undefined) return;
      last = end;
    }
  }

  /**
   * How many rows the view that others read with SQL has beside, or in place of, the rows that were checked: the file holds the view's
   * own words too. Joined by its key and not compared as a set, which would sort every body.
   */
  otherwiseShown(): number {
    const { other } = this.#database.prepare(`SELECT
      (SELECT count(*) FROM kept_current v JOIN kept_changes s ON s.place = v.said LEFT JOIN current_records c ON c.register = v.register AND c.kind = v.kind AND c.id = v.id AND c.version = v.version
        WHERE c.valid_from IS NOT v.valid_from OR c.valid_until IS NOT v.valid_until OR c.entry IS NOT v.entry OR c.body IS NOT s.body) +
      abs((SELECT count(*) FROM current_records) - (SELECT count(*) FROM kept_current)) AS other`).get() as { other: number };
    return other;
  }

  /** Whether two changes said the same of one record. */
  saySame(one: Said, other: Said): boolean {
    const { same } = this.#database.prepare(`SELECT count(*) AS same FROM kept_registers r JOIN kept_changes a ON a.place = ${placeOf('?2', '?3')} JOIN kept_changes b ON b.place = ${placeOf('?4', '?5')}
      WHERE r.register = ?1 AND a.kind = b.kind AND a.id = b.id AND a.body = b.body`).get(this.register, one.entry, one.position, other.entry, other.position) as { same: number };
    return same === 1;
  }

  /**
   * How many rows there are that belong to no entry, or to a register that is not listed. Every column is named with its table: where
   * damage took one away, SQLite would otherwise take that of the other table for it.
   */
  strays(): number {
    const { stray } = this.#database.prepare(`SELECT
      (SELECT count(*) FROM kept_changes c WHERE NOT EXISTS (SELECT 1 FROM kept_entries e WHERE e.place = c.place >> 12 << 12)) +
      (SELECT count(*) FROM kept_erasures t WHERE NOT EXISTS (SELECT 1 FROM kept_registers r JOIN kept_changes c ON c.place = ${placeOf('t.entry', 't.position')} WHERE r.register = t.register)) +
      (SELECT count(*) FROM kept_entries e WHERE NOT EXISTS (SELECT 1 FROM kept_registers r WHERE r.register = e.register AND r.begun = e.place >> 48)) +
      (SELECT count(*) FROM kept_checkpoints p WHERE NOT EXISTS (SELECT 1 FROM kept_registers r WHERE r.register = p.register)) +
      (SELECT count(*) FROM kept_current v WHERE NOT EXISTS (SELECT 1 FROM kept_registers r WHERE r.register = v.register)) +
      (SELECT count(*) FROM kept_registers r WHERE r.begun IS NULL) AS stray`).get() as { stray: number };
    return stray;
  }

  /** What SQLite itself finds wrong with its pages and indexes; undefined where nothing is. */
  damage(): string | undefined {
    const found = String(Object.values(this.#database.prepare('PRAGMA integrity_check(1)').get() ?? {})[0]);
    return found === 'ok' ? undefined : found;
  }

  /** Reads the rows of a table that lie from one entry on and before another. */
  #between(table: string, columns: string): (from: number, before: number) => readonly Values[] {
    const [from, before] = ['?2', '?3'].map((entry) => `(SELECT ${placeOf(entry)} FROM kept_registers r WHERE r.register = ?1)`);
    const statement = this.#database.prepare(`SELECT ${columns} FROM ${table} WHERE place >= ${from} AND place < ${before} ORDER BY place`);
    statement.setReturnArrays(true);
    return (first, past) => statement.all(this.register, first, past) as unknown as readonly Values[];
  }

  #tombstones(): ReadonlyMap<number, Map<number, unknown>> {
    const all = new Map<number, Map<number, unknown>>();
    for (const row of this.#database.prepare('SELECT entry, position, erased_by FROM kept_erasures WHERE register = ? ORDER BY entry, position').all(this.register)) {
      const entry = Number(row['entry']);
      all.set(entry, (all.get(entry) ?? new Map<number, unknown>()).set(Number(row['position']), row['erased_by']));
    }
    return all;
  }
}

/** Where something was said: the entry, and the position among its changes. */
export interface Said {
  readonly entry: number;
  readonly position: number;
}
