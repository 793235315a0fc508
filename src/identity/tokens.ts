import { randomBytes } from 'node:crypto';
import type { Database, Row } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { instantOf, type Instant } from '../kernel/instant.ts';
import { digestOf, newSecret } from './secret.ts';

/** What a token lets a program do, of what its owner may: see, enter and change, take away whole. */
export const SCOPES = ['read', 'write', 'export'] as const;
export type Scope = (typeof SCOPES)[number];

/** A key for a program that acts for one person. What it may do is never more than its owner may at that moment. */
export interface Token {
  readonly id: string;
  readonly account: number;
  /** What its owner calls it. */
  readonly label: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | undefined;
}

export type NewToken = Pick<Token, 'account' | 'label' | 'scopes'> & { readonly days: number };

export const TOKEN_TABLES: Tables = {
  name: 'tokens',
  steps: [`
    CREATE TABLE tokens (
      id TEXT PRIMARY KEY,
      digest BYTES NOT NULL UNIQUE,
      account BIGINT NOT NULL,
      label TEXT NOT NULL,
      scopes TEXT NOT NULL,
      made_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      used_at TEXT
    );
    CREATE INDEX tokens_of_account ON tokens (account);`],
};

/** By this a scanner of leaked secrets tells one of ours. */
export const TOKEN_PREFIX = 'answerable_';

/** The longest that a token lasts, and the most that somebody has at once. */
export const MOST_DAYS = 365;
export const MOST_TOKENS = 50;

const DAY_MS = 86_400_000;
/** Being used is written down no more often than this. */
const USED_STEP_MS = 60_000;

/** Personal tokens. Only the digest of a secret is kept. */
export class Tokens {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes a token and gives its secret, which is told this once. @throws RangeError for what a form does not let through */
  async make({ account, label, scopes, days }: NewToken, now: Instant): Promise<string> {
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS || scopes.size === 0 || label.trim() === '') throw new RangeError('A token has a name, a scope and an end within a year.');
    const secret = `${TOKEN_PREFIX}${newSecret()}`;
    const expiresAt = instantOf(Date.parse(now) + days * DAY_MS);
    await this.#database.run('INSERT INTO tokens (id, digest, account, label, scopes, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)', randomBytes(9).toString('base64url'), digestOf(secret), account, label.trim().slice(0, 100), SCOPES.filter((one) => scopes.has(one)).join(' '), now, expiresAt);
    return secret;
  }

  /** The token of the secret; undefined where there is none, or none any more. */
  async find(secret: string, now: Instant): Promise<Token | undefined> {
    if (!secret.startsWith(TOKEN_PREFIX) || secret.length > 100) return undefined;
    const row = await this.#database.one('SELECT * FROM tokens WHERE digest = ? AND expires_at > ?', digestOf(secret), now);
    if (row === undefined) return undefined;
    const token = tokenIn(row);
    if (token.usedAt === undefined || Date.parse(now) - Date.parse(token.usedAt) > USED_STEP_MS) await this.#used(token.id, now);
    return token;
  }

  /** Where nothing can be written, a program may still read. */
  async #used(id: string, now: Instant): Promise<void> {
    await this.#database.run('UPDATE tokens SET used_at = ? WHERE id = ?', now, id).catch(() => undefined);
  }

  /** Those that an account has, the newest first; those that have expired are gone. */
  async of(account: number, now: Instant): Promise<readonly Token[]> {
    await this.#database.run('DELETE FROM tokens WHERE account = ? AND expires_at <= ?', account, now);
    return (await this.#database.all('SELECT * FROM tokens WHERE account = ? ORDER BY made_at DESC, id', account)).map(tokenIn);
  }

  async revoke(account: number, id: string): Promise<void> {
    await this.#database.run('DELETE FROM tokens WHERE account = ? AND id = ?', account, id);
  }
}

const tokenIn = (row: Row): Token => ({
  id: String(row['id']),
  account: Number(row['account']),
  label: String(row['label']),
  scopes: new Set(SCOPES.filter((one) => String(row['scopes']).split(' ').includes(one))),
  madeAt: String(row['made_at']) as Instant,
  expiresAt: String(row['expires_at']) as Instant,
  usedAt: typeof row['used_at'] === 'string' ? (row['used_at'] as Instant) : undefined,
});
