import type { Database } from '../database/database.ts';
import { dateInLondon, instantOf, type Instant } from '../kernel/instant.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Ref } from '../model/field.ts';
import { digestOf, newSecret } from './secret.ts';

/** The address of one account, and the one that waits to be confirmed in its place. */
export interface MailAddress {
  readonly address: string | undefined;
  readonly asked: string | undefined;
}

const LASTS_MS = 24 * 3_600_000;
/** How often one account may have a link sent in a day: it goes to an address that nobody has shown to be theirs. */
const MOST_A_DAY = 5;

/** Where people want to have e-mail. An address counts once whoever reads it followed the link that was sent there. */
export class MailAddresses {
  readonly #database: Database;

  /** @param database with `ACCOUNT_TABLES` */
  constructor(database: Database) {
    this.#database = database;
  }

  async of(account: number): Promise<MailAddress> {
    const row = await this.#database.one('SELECT address, asked FROM mail_addresses WHERE account = ?', account);
    return { address: textIn(row?.['address']), asked: textIn(row?.['asked']) };
  }

  /** Those of a register with an address that counts. */
  async confirmedIn(register: string): Promise<readonly { readonly account: number; readonly person: Ref<'persons'>; readonly address: string }[]> {
    const rows = await this.#database.all('SELECT a.id AS account, a.person AS person, m.address AS address FROM mail_addresses m JOIN accounts a ON a.id = m.account WHERE a.register = ? AND m.address IS NOT NULL ORDER BY a.id', register);
    return rows.map((row) => ({ account: Number(row['account']), person: String(row['person']) as Ref<'persons'>, address: String(row['address']) }));
  }

  /** Notes the address that is to be confirmed; the one before stays until then. @param address as checked by whoever sends mail @returns the secret of the link to send there */
  ask(account: number, address: string, now: Instant): Promise<Result<string>> {
    return this.#database.transaction(async (inside) => {
      const today = dateInLondon(now);
      const row = await inside.one('SELECT asked_on, times FROM mail_addresses WHERE account = ?', account);
      const times = row?.['asked_on'] === today ? Number(row['times']) : 0;
      if (times >= MOST_A_DAY) return refused({ category: 'forbidden', code: 'too-many-links', sentence: `There were ${MOST_A_DAY} links today already. Try again tomorrow.` });
      const secret = newSecret();
      const expires = instantOf(Date.parse(now) + LASTS_MS);
      await inside.run(
        'INSERT INTO mail_addresses (account, asked, digest, expires_at, asked_on, times) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account) DO UPDATE SET asked = excluded.asked, digest = excluded.digest, expires_at = excluded.expires_at, asked_on = excluded.asked_on, times = excluded.times',
        account, address, digestOf(secret), expires, today, times + 1,
      );
      return ok(secret);
    });
  }

  /** The address that the link would confirm; undefined where it was used, has expired or never was. */
  async asked(secret: string, now: Instant): Promise<string | undefined> {
    return textIn((await this.#database.one('SELECT asked FROM mail_addresses WHERE digest = ? AND expires_at > ?', digestOf(secret), now))?.['asked']);
  }

  /** From here on it counts. True for whoever uses the link first. */
  async confirm(secret: string, now: Instant): Promise<boolean> {
    return (await this.#database.run('UPDATE mail_addresses SET address = asked, asked = NULL, digest = NULL, expires_at = NULL WHERE digest = ? AND expires_at > ?', digestOf(secret), now)) === 1;
  }

  async remove(account: number): Promise<void> {
    await this.#database.run('UPDATE mail_addresses SET address = NULL, asked = NULL, digest = NULL, expires_at = NULL WHERE account = ?', account);
  }
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
