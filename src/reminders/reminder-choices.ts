import type { Database } from '../database/database.ts';
import type { Language } from '../kernel/text.ts';

export const REMINDER_HOWS = ['each', 'weekly', 'off'] as const;
/** On every working day that something is due; at most once a week; not at all. */
export type ReminderHow = (typeof REMINDER_HOWS)[number];

export const REMINDER_LANGUAGES = ['both', 'en', 'cy'] as const;
export type ReminderLanguage = (typeof REMINDER_LANGUAGES)[number];

export interface ReminderChoice {
  readonly how: ReminderHow;
  readonly language: ReminderLanguage;
}

export const USUAL_CHOICE: ReminderChoice = { how: 'each', language: 'both' };

export const languagesOf = (language: ReminderLanguage): readonly Language[] => (language === 'both' ? ['en', 'cy'] : [language]);

/** How each account wants to be reminded. */
export class ReminderChoices {
  readonly #database: Database;

  /** @param database with `REMINDER_TABLES` */
  constructor(database: Database) {
    this.#database = database;
  }

  async of(account: number): Promise<ReminderChoice> {
    const row = await this.#database.one('SELECT how, language FROM reminder_choices WHERE account = ?', account);
    return { how: REMINDER_HOWS.find((one) => one === row?.['how']) ?? USUAL_CHOICE.how, language: REMINDER_LANGUAGES.find((one) => one === row?.['language']) ?? USUAL_CHOICE.language };
  }

  async choose(account: number, { how, language }: ReminderChoice): Promise<void> {
    await this.#database.run('INSERT INTO reminder_choices (account, how, language) VALUES (?, ?, ?) ON CONFLICT (account) DO UPDATE SET how = excluded.how, language = excluded.language', account, how, language);
  }
}
