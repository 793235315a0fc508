import type { Database } from '../../database/database.ts';
import type { Tables } from '../../database/tables.ts';
import { instantOf, parseInstant, type Instant } from '../../kernel/instant.ts';

/** Of each account when it was shown a page last, and when the visit before this one ended. */
export const LAST_LOOKED_TABLES: Tables = {
  name: 'last-looked',
  steps: ['CREATE TABLE last_looked (account TEXT PRIMARY KEY, page_at TEXT NOT NULL, visit_before TEXT);'],
};

/** Whoever comes back later than this after their last page begins a new visit. */
const VISIT_ENDS_MS = 60 * 60 * 1000;
/** A page sooner than this after the last one is not written down: it would change nothing. */
const WRITTEN_EVERY_MS = 60 * 1000;

/** When people last looked at a register: it moves on only when they come back after a while, and not with every page. */
export class LastLooked {
  readonly #database: Database;
  readonly #now: () => Instant;

  constructor(database: Database, now: () => Instant) {
    this.#database = database;
    this.#now = now;
  }

  /** Notes that the account is shown a page now; gives the end of the visit before this one, undefined on the first. */
  async looks(account: string | number): Promise<Instant | undefined> {
    const [id, now] = [String(account), this.#now()];
    const known = await this.#database.one('SELECT page_at, visit_before FROM last_looked WHERE account = ?', id);
    const last = instantIn(known?.['page_at']);
    const before = instantIn(known?.['visit_before']);
    const away = last === undefined ? Infinity : Date.parse(now) - Date.parse(last);
    if (away < WRITTEN_EVERY_MS) return before;
    const ended = away > VISIT_ENDS_MS ? last : before;
    // Where nothing can be written, that is no reason to show no page.
    await this.#database.run(
      'INSERT INTO last_looked (account, page_at, visit_before) VALUES (?, ?, ?) ON CONFLICT (account) DO UPDATE SET page_at = excluded.page_at, visit_before = excluded.visit_before',
      id, instantOf(Date.parse(now)), ended ?? null,
    ).catch(() => undefined);
    return ended;
  }
}

const instantIn = (value: unknown): Instant | undefined => (typeof value === 'string' ? parseInstant(value) : undefined);
