import type { DatabaseSync } from 'node:sqlite';
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
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Makes a link and gives its secret. An earlier one of the same purpose for the same person is of no use from here on. */
  make({ purpose, register, person, madeBy }: Omit<Link, 'expiresAt'>, now: Instant): string {
    const secret = newSecret();
    this.#database.prepare('DELETE FROM links WHERE (purpose = ? AND register = ? AND person = ?) OR expires_at < ?').run(purpose, register, person, now);
    this.#database.prepare('INSERT INTO links VALUES (?, ?, ?, ?, ?, ?)').run(digestOf(secret), purpose, register, person, madeBy, instantOf(Date.parse(now) + LASTS_MS[purpose]));
    return secret;
  }

  /** The link of the secret; undefined where it was used, has expired or never was. */
  find(secret: string, now: Instant): Link | undefined {
    const row = this.#database.prepare('SELECT * FROM links WHERE digest = ? AND expires_at > ?').get(digestOf(secret), now);
    return row === undefined ? undefined : linkIn(row);
  }

  /** True for whoever uses it first. */
  use(secret: string, now: Instant): boolean {
    return this.#database.prepare('DELETE FROM links WHERE digest = ? AND expires_at > ?').run(digestOf(secret), now).changes === 1;
  }

  open(register: string, now: Instant): readonly Link[] {
    return this.#database.prepare('SELECT * FROM links WHERE register = ? AND expires_at > ? ORDER BY expires_at').all(register, now).map(linkIn);
  }
}

const linkIn = (row: Readonly<Record<string, unknown>>): Link => ({
  purpose: String(row['purpose']) as LinkPurpose,
  register: String(row['register']),
  person: String(row['person']) as Link['person'],
  madeBy: String(row['made_by']),
  expiresAt: String(row['expires_at']) as Instant,
});
