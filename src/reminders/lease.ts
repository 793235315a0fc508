import type { Database } from '../database/database.ts';
import { instantOf, type Instant } from '../kernel/instant.ts';

/** How long a lease holds without being renewed, in milliseconds: so long a process that died keeps others waiting. */
export const LEASE_MS = 5 * 60_000;

/**
 * Lets one of several processes do a thing at a time. It runs out by itself; one that would run out later than any lease can comes from
 * a clock that was put back, and holds nobody off.
 */
export class Lease {
  readonly #database: Database;
  readonly #name: string;
  readonly #holder: string;

  /** @param holder another one for each process */
  constructor(database: Database, name: string, holder: string) {
    this.#database = database;
    this.#name = name;
    this.#holder = holder;
  }

  /** Takes it, or renews what this process has. @returns whether it is this process's now */
  async take(now: Instant): Promise<boolean> {
    const until = instantOf(Date.parse(now) + LEASE_MS);
    return (await this.#database.run(
      'INSERT INTO leases (name, holder, until) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE leases.holder = excluded.holder OR leases.until <= ? OR leases.until > ?',
      this.#name, this.#holder, until, now, until,
    )) === 1;
  }

  async release(): Promise<void> {
    await this.#database.run('DELETE FROM leases WHERE name = ? AND holder = ?', this.#name, this.#holder);
  }
}
