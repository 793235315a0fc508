import type { DatabaseSync } from 'node:sqlite';
import { instantOf, type Instant } from '../kernel/instant.ts';

/** Failures that cost nothing: people mistype. */
const FREE = 4;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** After this long without a failure all is forgotten. */
const FORGET_MS = 24 * 3_600_000;

/** Slows down guessing, for a name and for an address alike: each failure after the first few doubles the wait. Survives a restart. */
export class Throttle {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** How long until another try is allowed, in milliseconds; 0 where it is. @param subjects each with its own count: `name:…`, `address:…` */
  wait(subjects: readonly string[], now: Instant): number {
    return Math.max(0, ...subjects.map((subject) => this.#waitOf(subject, now)));
  }

  failed(subjects: readonly string[], now: Instant): void {
    for (const subject of subjects) {
      const { failed } = this.#attempts(subject, now);
      this.#database.prepare('INSERT INTO attempts VALUES (?, ?, ?) ON CONFLICT (subject) DO UPDATE SET failed = excluded.failed, last_at = excluded.last_at').run(subject, failed + 1, now);
    }
    this.#database.prepare('DELETE FROM attempts WHERE last_at < ?').run(instantOf(Date.parse(now) - FORGET_MS));
  }

  succeeded(subjects: readonly string[]): void {
    for (const subject of subjects) this.#database.prepare('DELETE FROM attempts WHERE subject = ?').run(subject);
  }

  #waitOf(subject: string, now: Instant): number {
    const { failed, lastAt } = this.#attempts(subject, now);
    if (failed <= FREE) return 0;
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (failed - FREE - 1), LONGEST_WAIT_MS);
    return lastAt + wait - Date.parse(now);
  }

  #attempts(subject: string, now: Instant): { readonly failed: number; readonly lastAt: number } {
    const row = this.#database.prepare('SELECT failed, last_at FROM attempts WHERE subject = ?').get(subject);
    const lastAt = row === undefined ? 0 : Date.parse(String(row['last_at']));
    return row === undefined || Date.parse(now) - lastAt > FORGET_MS ? { failed: 0, lastAt: 0 } : { failed: Number(row['failed']), lastAt };
  }
}
