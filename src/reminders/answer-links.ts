import type { Database, Row } from '../database/database.ts';
import { digestOf, newNumber, newSecret } from '../identity/secret.ts';
import { instantOf, type Instant } from '../kernel/instant.ts';
import type { Ref } from '../model/field.ts';
import { ANSWERS, type AnswerName } from './waiting-thing.ts';

/** A link by which one person says one thing of one record, once, as long as that stands as it did when the link was made. */
export interface AnswerLink {
  readonly id: number;
  readonly register: string;
  readonly account: number;
  readonly person: Ref<'persons'>;
  /** The post or person that the thing waits for. */
  readonly whose: Ref;
  readonly answer: AnswerName;
  readonly record: Ref;
  /** The number of the entry that had changed the record last. */
  readonly entry: number;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | undefined;
}

export type NewAnswerLink = Omit<AnswerLink, 'id' | 'madeAt' | 'expiresAt' | 'usedAt'>;

const DAY_MS = 24 * 3_600_000;
/** How long one may be used. */
export const ANSWER_DAYS = 14;
/** For so long after it ran out, its page still says that it did. */
const TOLD_DAYS = 90;

export class AnswerLinks {
  readonly #database: Database;

  /** @param database with `REMINDER_TABLES` */
  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns the secret, which is not to be had again */
  async make({ register, account, person, whose, answer, record, entry }: NewAnswerLink, now: Instant): Promise<string> {
    const secret = newSecret();
    await this.#database.run(
      'INSERT INTO answer_links (id, digest, register, account, person, whose, answer, record, entry, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      newNumber(), digestOf(secret), register, account, person, whose, answer, record, entry, now, instantOf(Date.parse(now) + ANSWER_DAYS * DAY_MS),
    );
    return secret;
  }

  /** The link of the secret, also when it was used or ran out; undefined where there never was one. */
  async find(secret: string): Promise<AnswerLink | undefined> {
    const row = await this.#database.one('SELECT * FROM answer_links WHERE digest = ?', digestOf(secret));
    return row === undefined ? undefined : linkIn(row);
  }

  async used(id: number, at: Instant): Promise<void> {
    await this.#database.run('UPDATE answer_links SET used_at = ? WHERE id = ? AND used_at IS NULL', at, id);
  }

  async sweep(now: Instant): Promise<void> {
    await this.#database.run('DELETE FROM answer_links WHERE expires_at < ?', instantOf(Date.parse(now) - TOLD_DAYS * DAY_MS));
  }
}

const linkIn = (row: Row): AnswerLink => ({
  id: Number(row['id']),
  register: String(row['register']),
  account: Number(row['account']),
  person: String(row['person']) as Ref<'persons'>,
  whose: String(row['whose']) as Ref,
  answer: ANSWERS.find((one) => one === row['answer']) ?? 'acknowledged',
  record: String(row['record']) as Ref,
  entry: Number(row['entry']),
  madeAt: String(row['made_at']) as Instant,
  expiresAt: String(row['expires_at']) as Instant,
  usedAt: typeof row['used_at'] === 'string' ? (row['used_at'] as Instant) : undefined,
});
