import type { Database, Row } from '../database/database.ts';
import { instantOf, type Instant } from '../kernel/instant.ts';
import { accountIn, type Account } from './accounts.ts';
import { digestOf, newNumber, newSecret } from './secret.ts';

/** How far somebody has shown who they are: a password alone lets them show a second factor and nothing else. */
export type Proved = 'password' | 'full';

/** A browser that is signed in. */
export interface Session {
  readonly id: number;
  readonly account: number;
  readonly proved: Proved;
  /** When somebody at this browser last showed who they are. */
  readonly provedAt: Instant;
  /** What every form of this session carries. */
  readonly csrf: string;
  readonly beganAt: Instant;
  readonly seenAt: Instant;
  readonly browser: string;
}

/** Somebody whose browser has a session. */
export interface SignedIn {
  readonly account: Account;
  readonly session: Session;
}

const IDLE_MS = 60 * 60_000;
const LONGEST_MS = 12 * 3_600_000;
const HALF_WAY_MS = 10 * 60_000;
/** Being seen is written down no more often than this. */
const SEEN_STEP_MS = 60_000;
/** For so long somebody who showed who they are need not do so again before they change how they sign in. */
const FRESH_MS = 10 * 60_000;

/** Whether whoever is at the browser showed just now who they are, as changing a way in asks: it may have been left alone since. */
export const isFresh = ({ provedAt }: Session, now: Instant): boolean => Date.parse(now) - Date.parse(provedAt) < FRESH_MS;

/** Sessions are kept by the server, so that each can be seen and ended; the browser has a secret, the database its digest. */
export class Sessions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Begins a session and gives the secret for the browser. The secret that it had before, if any, is of no use from here on. */
  async begin(account: number, proved: Proved, browser: string, now: Instant, before?: string): Promise<string> {
    const secret = newSecret();
    if (before !== undefined) await this.end(before);
    await this.#database.run(
      'INSERT INTO sessions (id, digest, account, proved, proved_at, csrf, began_at, seen_at, browser) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      newNumber(), digestOf(secret), account, proved, now, newSecret(), now, now, browser.slice(0, 200),
    );
    return secret;
  }

  /** The session of the secret; undefined where there is none, or none any more. */
  async find(secret: string, now: Instant): Promise<Session | undefined> {
    return (await this.signedIn(secret, now))?.session;
  }

  /** The same, with the account. */
  async signedIn(secret: string, now: Instant): Promise<SignedIn | undefined> {
    const row = await this.#database.one(`SELECT a.*, s.id AS session, s.proved, s.proved_at, s.csrf, s.began_at, s.seen_at, s.browser
      FROM sessions s JOIN accounts a ON a.id = s.account WHERE s.digest = ?`, digestOf(secret));
    if (row === undefined) return undefined;
    const session = sessionIn({ ...row, id: row['session'], account: row['id'] });
    if (!isAlive(session, now)) return undefined;
    if (Date.parse(now) - Date.parse(session.seenAt) > SEEN_STEP_MS) await this.#seen(session.id, now);
    return { account: accountIn(row), session };
  }

  /** On a standby nothing can be written: that is no reason to send somebody away. */
  async #seen(id: number, now: Instant): Promise<void> {
    await this.#database.run('UPDATE sessions SET seen_at = ? WHERE id = ?', now, id).catch(() => undefined);
  }

  async of(account: number, now: Instant): Promise<readonly Session[]> {
    return (await this.#database.all('SELECT * FROM sessions WHERE account = ? ORDER BY seen_at DESC, id', account)).map(sessionIn).filter((session) => isAlive(session, now));
  }

  /** Notes that whoever is at the browser has just shown again who they are. */
  async prove(id: number, now: Instant): Promise<void> {
    await this.#database.run('UPDATE sessions SET proved_at = ? WHERE id = ?', now, id);
  }

  async end(secret: string): Promise<void> {
    await this.#database.run('DELETE FROM sessions WHERE digest = ?', digestOf(secret));
  }

  /** Ends one of an account's sessions by its number, or all of them but one. */
  async endOne(account: number, id: number): Promise<void> {
    await this.#database.run('DELETE FROM sessions WHERE account = ? AND id = ?', account, id);
  }

  async endAll(account: number, but?: number): Promise<void> {
    await this.#database.run('DELETE FROM sessions WHERE account = ? AND id <> ?', account, but ?? -1);
  }

  async sweep(now: Instant): Promise<void> {
    await this.#database.run('DELETE FROM sessions WHERE began_at < ? OR seen_at < ?', instantOf(Date.parse(now) - LONGEST_MS), instantOf(Date.parse(now) - IDLE_MS));
  }
}

function isAlive({ proved, beganAt, seenAt }: Session, now: Instant): boolean {
  const at = Date.parse(now);
  return at - Date.parse(seenAt) < IDLE_MS && at - Date.parse(beganAt) < (proved === 'full' ? LONGEST_MS : HALF_WAY_MS);
}

const sessionIn = (row: Row): Session => ({
  id: Number(row['id']),
  account: Number(row['account']),
  proved: row['proved'] === 'full' ? 'full' : 'password',
  provedAt: String(row['proved_at']) as Instant,
  csrf: String(row['csrf']),
  beganAt: String(row['began_at']) as Instant,
  seenAt: String(row['seen_at']) as Instant,
  browser: String(row['browser']),
});
