import type { Database } from '../database/database.ts';
import { instantOf, type Instant } from '../kernel/instant.ts';

/** Failures that cost nothing: people mistype. */
const FREE = 4;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** After this long without a failure all is forgotten. */
const FORGET_MS = 24 * 3_600_000;
/** No account has a longer name, and a longer key does not fit an index. */
const MOST_SIGNS = 250;

/** What a try costs after so many failures, in milliseconds: 2 s after five, 4 s after six, and so on. */
const waitAfter = (failed: number): number => (failed <= FREE ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (failed - FREE - 1), LONGEST_WAIT_MS));
const LONGEST_AFTER = FREE + 1 + Math.ceil(Math.log2(LONGEST_WAIT_MS / FIRST_WAIT_MS));
const WAIT = `CASE attempts.failed + 1 ${Array.from({ length: LONGEST_AFTER }, (_, n) => `WHEN ${n} THEN ${waitAfter(n)}`).join(' ')} ELSE ${LONGEST_WAIT_MS} END`;

/**
 * Looks whether anybody of these waits and counts them all, in one statement: of tries at the same moment each finds what the one
 * before it left. The conflict's own condition is read from the row as it is, also where another process changed it meanwhile.
 */
const COUNT = (subjects: number): string => `INSERT INTO attempts (subject, failed, last_at, next_at)
  SELECT s.subject, 1, CAST(? AS TEXT), CAST(? AS BIGINT) FROM (${Array.from({ length: subjects }, () => 'SELECT CAST(? AS TEXT) AS subject').join(' UNION ALL ')}) s
  WHERE NOT EXISTS (SELECT 1 FROM attempts w WHERE w.subject IN (${Array.from({ length: subjects }, () => '?').join(', ')}) AND w.next_at > ?)
  ON CONFLICT (subject) DO UPDATE SET
    failed = CASE WHEN attempts.last_at < ? THEN 1 ELSE attempts.failed + 1 END,
    next_at = CASE WHEN attempts.last_at < ? THEN excluded.next_at ELSE excluded.next_at + ${WAIT} END,
    last_at = excluded.last_at
  WHERE attempts.next_at <= excluded.next_at`;

/** Slows down guessing, for a name and for an address alike: each failure after the first few doubles the wait. Survives a restart, and holds for all processes together. */
export class Throttle {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Counts a try as failed, before it is known to be, where one is allowed; `succeeded` takes that back.
   *
   * @param subjects each with its own count: `name:…`, `address:…`
   * @returns 0, or how long until another try is allowed, in milliseconds
   */
  async begin(subjects: readonly string[], now: Instant): Promise<number> {
    const keys = subjects.map(keyOf);
    const ms = Date.parse(now);
    const before = instantOf(ms - FORGET_MS);
    const counted = await this.#database.run(COUNT(keys.length), now, ms, ...keys, ...keys, ms, before, before);
    if (counted === keys.length) return 0;
    const until = await this.#database.one(`SELECT max(next_at) AS until FROM attempts WHERE subject IN (${keys.map(() => '?').join(', ')})`, ...keys);
    return Math.max(1, Number(until?.['until'] ?? 0) - ms);
  }

  async succeeded(subjects: readonly string[]): Promise<void> {
    for (const subject of subjects) await this.#database.run('DELETE FROM attempts WHERE subject = ?', keyOf(subject));
  }

  async sweep(now: Instant): Promise<void> {
    await this.#database.run('DELETE FROM attempts WHERE last_at < ?', instantOf(Date.parse(now) - FORGET_MS));
  }
}

const keyOf = (subject: string): string => subject.slice(0, MOST_SIGNS);
