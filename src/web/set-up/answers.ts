import type { Database } from '../../database/database.ts';
import type { Tables } from '../../database/tables.ts';
import { digestOf } from '../../identity/secret.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { FormValue } from '../forms/form-value.ts';

/** What was answered so far by whoever has a link for setting up; by the digest of its secret. */
export const SET_UP_TABLES: Tables = {
  name: 'set-up',
  steps: ['CREATE TABLE set_up_answers (link BYTES PRIMARY KEY, answers TEXT NOT NULL, expires_at TEXT NOT NULL);'],
};

/** The answers of a set-up while it is under way, on whichever server of several each of them was given. */
export class SetUpAnswers {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async of(secret: string): Promise<FormValue> {
    const row = await this.#database.one('SELECT answers FROM set_up_answers WHERE link = ?', digestOf(secret));
    return new Map(row === undefined ? [] : (JSON.parse(String(row['answers'])) as [string, string][]));
  }

  /** @param expiresAt when the link does; what expired before now is forgotten */
  async keep(secret: string, answers: FormValue, expiresAt: Instant, now: Instant): Promise<void> {
    await this.#database.run('DELETE FROM set_up_answers WHERE expires_at < ?', now);
    await this.#database.run(
      'INSERT INTO set_up_answers (link, answers, expires_at) VALUES (?, ?, ?) ON CONFLICT (link) DO UPDATE SET answers = excluded.answers',
      digestOf(secret), JSON.stringify([...answers]), expiresAt,
    );
  }

  async forget(secret: string): Promise<void> {
    await this.#database.run('DELETE FROM set_up_answers WHERE link = ?', digestOf(secret));
  }
}
