import type { Database, Row } from '../database/database.ts';
import { instantOf, type Instant } from '../kernel/instant.ts';
import type { Ref } from '../model/field.ts';
import { digestOf, newSecret } from './secret.ts';

/** What a link is for: the first start, joining, a new password. Whoever has it is let in for that alone, once, until it expires. */
export type LinkPurpose = 'set-up' | 'invitation' | 'new-password';

export interface Link {
  readonly purpose: LinkPurpose;
  readonly register: string;
  readonly person: Ref<'persons'> | '';
  readonly madeBy: string;
  readonly expiresAt: Instant;
}

const LASTS_MS: Readonly<Record<LinkPurpose, number>> = { 'set-up': 24 * 3_600_000, invitation: 14 * 24 * 3_600_000, 'new-password': 3_600_000 };

export class Links {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes a link and gives its secret. An earlier one of the same purpose for the same person is of no use from here on. */
  make({ purpose, register, person, madeBy }: Omit<Link, 'expiresAt'>, now: Instant): Promise<string> {
    const secret = newSecret();
    return this.#database.transaction(async (inside) => {
      await inside.run('DELETE FROM links WHERE purpose = ? AND register = ? AND person = ?', purpose, register, person);
      await inside.run('INSERT INTO links (digest, purpose, register, person, made_by, expires_at) VALUES (?, ?, ?, ?, ?, ?)', digestOf(secret), purpose, register, person, madeBy, instantOf(Date.parse(now) + LASTS_MS[purpose]));
      return secret;
    });
  }

  /** The link of the secret; undefined where it was used, has expired or never was. */
  async find(secret: string, now: Instant): Promise<Link | undefined> {
    const row = await this.#database.one('SELECT * FROM links WHERE digest = ? AND expires_at > ?', digestOf(secret), now);
    return row === undefined ? undefined : linkIn(row);
  }

  /** True for whoever uses it first. */
  async use(secret: string, now: Instant): Promise<boolean> {
    return (await this.#database.run('DELETE FROM links WHERE digest = ? AND expires_at > ?', digestOf(secret), now)) === 1;
  }

  async open(register: string, now: Instant): Promise<readonly Link[]> {
    return (await this.#database.all('SELECT * FROM links WHERE register = ? AND expires_at > ? ORDER BY expires_at', register, now)).map(linkIn);
  }

  async sweep(now: Instant): Promise<void> {
    await this.#database.run('DELETE FROM links WHERE expires_at < ?', now);
  }
}

const linkIn = (row: Row): Link => ({
  purpose: String(row['purpose']) as LinkPurpose,
  register: String(row['register']),
  person: String(row['person']) as Link['person'],
  madeBy: String(row['made_by']),
  expiresAt: String(row['expires_at']) as Instant,
});
