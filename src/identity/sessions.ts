import type { DatabaseSync } from 'node:sqlite';
import { instantOf, type Instant } from '../kernel/instant.ts';
import { digestOf, newSecret } from './secret.ts';

/** How far somebody has shown who they are: a password alone lets them show a second factor and nothing else. */
export type Proved = 'password' | 'full';

/** A browser that is signed in. */
export interface Session {
  readonly id: number;
  readonly account: number;
  readonly proved: Proved;
  /** What every form of this session carries. */
  readonly csrf: string;
  readonly beganAt: Instant;
  readonly seenAt: Instant;
  readonly browser: string;
}

const IDLE_MS = 60 * 60_000;
const LONGEST_MS = 12 * 3_600_000;
const HALF_WAY_MS = 10 * 60_000;
/** Being seen is written down no more often than this. */
const SEEN_STEP_MS = 60_000;

/** Sessions are kept by the server, so that each can be seen and ended; the browser has a secret, the file its digest. */
export class Sessions {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Begins a session and gives the secret for the browser. The secret that it had before, if any, is of no use from here on. */
  begin(account: number, proved: Proved, browser: string, now: Instant, before?: string): string {
    const secret = newSecret();
    if (before !== undefined) this.end(before);
    this.#sweep(now);
    this.#database
      .prepare('INSERT INTO sessions (digest, account, proved, csrf, began_at, seen_at, browser) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(digestOf(secret), account, proved, newSecret(), now, now, browser.slice(0, 200));
    return secret;
  }

  /** The session of the secret; undefined where there is none, or none any more. */
  find(secret: string, now: Instant): Session | undefined {
    const row = this.#database.prepare('SELECT s.* FROM sessions s JOIN accounts a ON a.id = s.account WHERE s.digest = ? AND a.closed_at IS NULL').get(digestOf(secret));
    const session = row === undefined ? undefined : sessionIn(row);
    if (session === undefined || !isAlive(session, now)) return undefined;
    if (Date.parse(now) - Date.parse(session.seenAt) > SEEN_STEP_MS) this.#database.prepare('UPDATE sessions SET seen_at = ? WHERE id = ?').run(now, session.id);
    return session;
  }

  of(account: number, now: Instant): readonly Session[] {
    return this.#database.prepare('SELECT * FROM sessions WHERE account = ? ORDER BY seen_at DESC').all(account).map(sessionIn).filter((session) => isAlive(session, now));
  }

  end(secret: string): void {
    this.#database.prepare('DELETE FROM sessions WHERE digest = ?').run(digestOf(secret));
  }

  /** Ends one of an account's sessions by its number, or all of them but one. */
  endOne(account: number, id: number): void {
    this.#database.prepare('DELETE FROM sessions WHERE account = ? AND id = ?').run(account, id);
  }

  endAll(account: number, but?: number): void {
    this.#database.prepare('DELETE FROM sessions WHERE account = ? AND id <> ?').run(account, but ?? -1);
  }

  #sweep(now: Instant): void {
    this.#database.prepare('DELETE FROM sessions WHERE began_at < ? OR seen_at < ?').run(instantOf(Date.parse(now) - LONGEST_MS), instantOf(Date.parse(now) - IDLE_MS));
  }
}

function isAlive({ proved, beganAt, seenAt }: Session, now: Instant): boolean {
  const at = Date.parse(now);
  return at - Date.parse(seenAt) < IDLE_MS && at - Date.parse(beganAt) < (proved === 'full' ? LONGEST_MS : HALF_WAY_MS);
}

const sessionIn = (row: Readonly<Record<string, unknown>>): Session => ({
  id: Number(row['id']),
  account: Number(row['account']),
  proved: row['proved'] === 'full' ? 'full' : 'password',
  csrf: String(row['csrf']),
  beganAt: String(row['began_at']) as Instant,
  seenAt: String(row['seen_at']) as Instant,
  browser: String(row['browser']),
});
