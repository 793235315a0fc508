import type { DatabaseSync } from 'node:sqlite';
import { OWN } from './own-kinds.ts';

type Row = Readonly<Record<string, unknown>>;

/** One entry as its rows stand in the database, with what is not as a row can be. */
export interface RawEntry {
  readonly entry: Row;
  readonly changes: readonly Row[];
  /** By position. */
  readonly bodies: ReadonlyMap<number, Row>;
  readonly tombstones: ReadonlyMap<number, Row>;
}

/** The rows of a register, table by table; reading throws where the file is damaged. */
export class RawRows {
  readonly #database: DatabaseSync;
  readonly #register: string;

  constructor(database: DatabaseSync, register: string) {
    this.#database = database;
    this.#register = register;
  }

  *entries(): Generator<RawEntry> {
    const changes = this.#inOrder('SELECT * FROM kept_changes WHERE register = ? ORDER BY entry, position');
    const bodies = this.#inOrder('SELECT * FROM kept_bodies WHERE register = ? ORDER BY entry, position');
    const tombstones = this.#inOrder('SELECT * FROM kept_erasures WHERE register = ? ORDER BY entry, position');
    for (const entry of this.#database.prepare('SELECT * FROM kept_entries WHERE register = ? ORDER BY number').iterate(this.#register) as Iterable<Row>) {
      const number = Number(entry['number']);
      yield { entry, changes: changes(number), bodies: byPosition(bodies(number)), tombstones: byPosition(tombstones(number)) };
    }
  }

  /** What entries say of keys, in order. */
  keys(): readonly Row[] {
    return this.#database.prepare(`SELECT c.entry, c.id, c.digest, b.salt, b.body FROM kept_changes c LEFT JOIN kept_bodies b USING (register, entry, position)
      WHERE c.register = ? AND c.kind = '${OWN.key}' ORDER BY c.entry, c.position`).all(this.#register);
  }

  checkpoints(): readonly Row[] {
    return this.#database.prepare('SELECT size, note FROM kept_checkpoints WHERE register = ? ORDER BY size').all(this.#register);
  }

  current(): Iterable<Row> {
    return this.#database.prepare('SELECT * FROM current_records WHERE register = ? ORDER BY kind, id, version').iterate(this.#register) as Iterable<Row>;
  }

  /**
   * How many rows there are that belong to no entry, or to a register that is not listed. Every column is named with its table: where
   * damage took one away, SQLite would otherwise take that of the other table for it.
   */
  strays(): number {
    const { stray } = this.#database.prepare(`SELECT
      (SELECT count(*) FROM kept_changes c WHERE NOT EXISTS (SELECT 1 FROM kept_entries e WHERE e.register = c.register AND e.number = c.entry)) +
      (SELECT count(*) FROM kept_bodies b WHERE NOT EXISTS (SELECT 1 FROM kept_changes c WHERE c.register = b.register AND c.entry = b.entry AND c.position = b.position)) +
      (SELECT count(*) FROM kept_erasures t WHERE NOT EXISTS (SELECT 1 FROM kept_changes c WHERE c.register = t.register AND c.entry = t.entry AND c.position = t.position)) +
      (SELECT count(*) FROM kept_entries e WHERE NOT EXISTS (SELECT 1 FROM kept_registers r WHERE r.register = e.register)) +
      (SELECT count(*) FROM kept_checkpoints p WHERE NOT EXISTS (SELECT 1 FROM kept_registers r WHERE r.register = p.register)) +
      (SELECT count(*) FROM current_records v WHERE NOT EXISTS (SELECT 1 FROM kept_registers r WHERE r.register = v.register)) +
      (SELECT count(*) FROM kept_registers r WHERE r.begun IS NULL) AS stray`).get() as { stray: number };
    return stray;
  }

  /** What SQLite itself finds wrong with its pages and indexes; undefined where nothing is. */
  damage(): string | undefined {
    const found = String(Object.values(this.#database.prepare('PRAGMA integrity_check(1)').get() ?? {})[0]);
    return found === 'ok' ? undefined : found;
  }

  /** Gives the rows of one entry after the other. */
  #inOrder(sql: string): (entry: number) => Row[] {
    const rows = this.#database.prepare(sql).iterate(this.#register) as Iterator<Row>;
    let next = rows.next();
    return (entry) => {
      const own: Row[] = [];
      while (next.done !== true && Number(next.value['entry']) < entry) next = rows.next();
      for (; next.done !== true && Number(next.value['entry']) === entry; next = rows.next()) own.push(next.value);
      return own;
    };
  }
}

const byPosition = (rows: readonly Row[]): ReadonlyMap<number, Row> => new Map(rows.map((row) => [Number(row['position']), row]));
