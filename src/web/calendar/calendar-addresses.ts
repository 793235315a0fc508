import type { Database, Row } from '../../database/database.ts';
import type { Tables } from '../../database/tables.ts';
import { digestOf, newSecret } from '../../identity/secret.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Language } from '../../kernel/text.ts';

/** The secret address of somebody’s calendar: whoever knows it reads when and where they meet, until it is withdrawn. */
export interface CalendarAddress {
  readonly account: number;
  readonly language: Language;
  readonly madeAt: Instant;
  /** When a program last asked for it, to the hour. */
  readonly askedAt: Instant | undefined;
}

/** One address an account; of its secret the digest alone. */
export const CALENDAR_TABLES: Tables = {
  name: 'calendars',
  steps: ['CREATE TABLE calendar_addresses (account BIGINT PRIMARY KEY, digest BYTES NOT NULL UNIQUE, language TEXT NOT NULL, made_at TEXT NOT NULL, asked_at TEXT);'],
};

const HOUR = 'YYYY-MM-DDThh'.length;

export class CalendarAddresses {
  readonly #database: Database;

  /** @param database with `CALENDAR_TABLES` and those of accounts */
  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes an address and gives its secret, which is not to be had again. The one before it is of no use from here on. */
  async make(account: number, language: Language, now: Instant): Promise<string> {
    const secret = newSecret();
    await this.#database.run(
      'INSERT INTO calendar_addresses (account, digest, language, made_at) VALUES (?, ?, ?, ?) ON CONFLICT (account) DO UPDATE SET digest = excluded.digest, language = excluded.language, made_at = excluded.made_at, asked_at = NULL',
      account, digestOf(secret), language, now,
    );
    return secret;
  }

  async of(account: number): Promise<CalendarAddress | undefined> {
    const row = await this.#database.one('SELECT * FROM calendar_addresses WHERE account = ?', account);
    return row === undefined ? undefined : addressIn(row);
  }

  /** The address of the secret, with that it was asked for now; undefined where it was withdrawn or never was. */
  async find(secret: string, now: Instant): Promise<CalendarAddress | undefined> {
    const row = await this.#database.one('SELECT * FROM calendar_addresses WHERE digest = ?', digestOf(secret));
    if (row === undefined) return undefined;
    const address = addressIn(row);
    // Where nothing can be written, a calendar can still be read.
    if (address.askedAt?.slice(0, HOUR) !== now.slice(0, HOUR)) await this.#database.run('UPDATE calendar_addresses SET asked_at = ? WHERE account = ?', now, address.account).catch(() => undefined);
    return address;
  }

  async withdraw(account: number): Promise<void> {
    await this.#database.run('DELETE FROM calendar_addresses WHERE account = ?', account);
  }

  /** Does away with those of accounts that are closed. */
  async sweep(): Promise<void> {
    await this.#database.run('DELETE FROM calendar_addresses WHERE account NOT IN (SELECT id FROM accounts)');
  }
}

const addressIn = (row: Row): CalendarAddress => ({
  account: Number(row['account']),
  language: row['language'] === 'cy' ? 'cy' : 'en',
  madeAt: String(row['made_at']) as Instant,
  askedAt: typeof row['asked_at'] === 'string' ? (row['asked_at'] as Instant) : undefined,
});
