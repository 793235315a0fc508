import type { Database, Row } from '../../database/database.ts';
import { digestOf, newNumber, newSecret } from '../../identity/secret.ts';
import { instantOf, type Instant } from '../../kernel/instant.ts';
import type { Ref } from '../../model/field.ts';

/** A link by which somebody without an account answers one thing of one record, once. */
export interface PartnerLink {
  readonly id: number;
  readonly register: string;
  readonly record: Ref;
  /** Whom it was made for: an organisation, a post, a body or a person of the register, or a group that is consulted (`group/partners`). */
  readonly recipient: string;
  /** Who acknowledges or signs, where the answer names a person. */
  readonly person: Ref<'persons'> | undefined;
  readonly madeBy: Ref<'persons'>;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly answeredAt: Instant | undefined;
  readonly withdrawnAt: Instant | undefined;
}

export type LinkState = 'open' | 'answered' | 'withdrawn' | 'expired';

export type NewPartnerLink = Pick<PartnerLink, 'register' | 'record' | 'recipient' | 'person' | 'madeBy'>;

/** The longest that a link may last. */
export const MOST_DAYS = 30;
const DAY_MS = 24 * 3_600_000;
/** For so long after it ran out, the list still tells that there was one. */
const LISTED_MS = 90 * DAY_MS;

export const stateOf = ({ answeredAt, withdrawnAt, expiresAt }: PartnerLink, now: Instant): LinkState =>
  answeredAt !== undefined ? 'answered' : withdrawnAt !== undefined ? 'withdrawn' : expiresAt <= now ? 'expired' : 'open';

/** The links of all registers; of each secret the digest alone. */
export class PartnerLinks {
  readonly #database: Database;

  /** @param database with `PARTNER_TABLES` */
  constructor(database: Database) {
    this.#database = database;
  }

  /** @param days 1 to `MOST_DAYS` @returns the secret, which is not to be had again */
  async make({ register, record, recipient, person, madeBy }: NewPartnerLink, days: number, now: Instant): Promise<string> {
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw new RangeError(`A link lasts 1 to ${MOST_DAYS} days.`);
    const secret = newSecret();
    await this.#database.run(
      'INSERT INTO partner_links (id, digest, register, record, recipient, person, made_by, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      newNumber(), digestOf(secret), register, record, recipient, person ?? null, madeBy, now, instantOf(Date.parse(now) + days * DAY_MS),
    );
    return secret;
  }

  /** The link of the secret, in whatever state; undefined where there never was one. */
  async find(secret: string): Promise<PartnerLink | undefined> {
    const row = await this.#database.one('SELECT * FROM partner_links WHERE digest = ?', digestOf(secret));
    return row === undefined ? undefined : linkIn(row);
  }

  /** The newest first. */
  async of(register: string, record: Ref): Promise<readonly PartnerLink[]> {
    return (await this.#database.all('SELECT * FROM partner_links WHERE register = ? AND record = ? ORDER BY made_at DESC, id', register, record)).map(linkIn);
  }

  /** One that was answered stays so. */
  async withdraw(id: number, now: Instant): Promise<void> {
    await this.#database.run('UPDATE partner_links SET withdrawn_at = ? WHERE id = ? AND answered_at IS NULL AND withdrawn_at IS NULL', now, id);
  }

  async answered(id: number, at: Instant): Promise<void> {
    await this.#database.run('UPDATE partner_links SET answered_at = ? WHERE id = ? AND answered_at IS NULL', at, id);
  }

  async sweep(now: Instant): Promise<void> {
    await this.#database.run('DELETE FROM partner_links WHERE expires_at < ?', instantOf(Date.parse(now) - LISTED_MS));
  }
}

const linkIn = (row: Row): PartnerLink => ({
  id: Number(row['id']),
  register: String(row['register']),
  record: String(row['record']) as Ref,
  recipient: String(row['recipient']),
  person: orNothing(row['person']) as Ref<'persons'> | undefined,
  madeBy: String(row['made_by']) as Ref<'persons'>,
  madeAt: String(row['made_at']) as Instant,
  expiresAt: String(row['expires_at']) as Instant,
  answeredAt: orNothing(row['answered_at']) as Instant | undefined,
  withdrawnAt: orNothing(row['withdrawn_at']) as Instant | undefined,
});

const orNothing = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
