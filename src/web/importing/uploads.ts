import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../../database/database.ts';
import { instantOf, type Instant } from '../../kernel/instant.ts';

/** A file that somebody sent and has not decided on. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How its sender wants it to be taken in, by the names of the controls. */
export type Choices = ReadonlyMap<string, string>;

/** Minutes for which a file waits for its sender to decide. */
export const MINUTES_KEPT = 60;

/** At most this many wait at once, so that they take at most a few files' worth of the disk; the oldest gives way. */
const MOST_KEPT = 20;

/** The files between their dry run and its confirmation: each for the session that sent it, one a session, found again by any process. */
export class Uploads {
  readonly #database: Database;

  /** @param database with `UPLOAD_TABLES` */
  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns the secret by which the same session finds it again */
  keep({ name, bytes }: Upload, session: number, register: string, now: Instant): Promise<string> {
    const secret = randomBytes(16).toString('hex');
    return this.#database.transaction(async (inside) => {
      await inside.run('DELETE FROM uploads WHERE session = ? OR until <= ?', session, now);
      await inside.run('DELETE FROM uploads WHERE digest NOT IN (SELECT digest FROM uploads ORDER BY until DESC LIMIT ?)', MOST_KEPT - 1);
      await inside.run('INSERT INTO uploads (digest, session, register, name, content, until) VALUES (?, ?, ?, ?, ?, ?)', digestOf(secret), session, register, name, bytes, instantOf(Date.parse(now) + MINUTES_KEPT * 60_000));
      return secret;
    });
  }

  async find(secret: string, session: number, register: string, now: Instant): Promise<(Upload & { readonly choices: Choices }) | undefined> {
    const row = await this.#database.one('SELECT name, content, choices FROM uploads WHERE digest = ? AND session = ? AND register = ? AND until > ?', digestOf(secret), session, register, now);
    const { name, content, choices } = row ?? {};
    return typeof name === 'string' && content instanceof Uint8Array ? { name, bytes: new Uint8Array(content), choices: new Map(Object.entries(JSON.parse(String(choices)) as Readonly<Record<string, string>>)) } : undefined;
  }

  /** Keeps how it is to be taken in. */
  async choose(secret: string, session: number, choices: Choices): Promise<void> {
    await this.#database.run('UPDATE uploads SET choices = ? WHERE digest = ? AND session = ?', JSON.stringify(Object.fromEntries(choices)), digestOf(secret), session);
  }

  async sweep(now: Instant): Promise<void> {
    await this.#database.run('DELETE FROM uploads WHERE until <= ?', now);
  }
}

const digestOf = (secret: string): Uint8Array => createHash('sha256').update(secret).digest();
