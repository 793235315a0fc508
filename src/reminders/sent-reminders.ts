import type { Database, Row } from '../database/database.ts';
import { newNumber } from '../identity/secret.ts';
import type { CalendarDate } from '../kernel/date.ts';
import { instantOf, parseInstant, type Instant } from '../kernel/instant.ts';
import type { Ref } from '../model/field.ts';
import type { DueReminder, PastReminder, Which } from './due-reminders.ts';

/** A mail of reminders that somebody has taken on to send. It is `claimed` until it is known what came of it. */
export interface ReminderMail {
  readonly id: number;
  readonly register: string;
  readonly person: Ref<'persons'>;
  readonly day: CalendarDate;
  readonly claimedAt: Instant;
  readonly tries: number;
}

/** After each try that came to nothing, so long until the next one, in minutes; after the last, there is none. */
const AGAIN_AFTER = [10, 20, 60, 120, 240, 480, 720, 1440, 1440] as const;
const MINUTE_MS = 60_000;
/** No try is further ahead than this: one that is comes from a clock that was put back. */
const FURTHEST_MS = 1441 * MINUTE_MS;

/** What was sent to whom and what is to be tried again. */
export class SentReminders {
  readonly #database: Database;

  /** @param database with `REMINDER_TABLES` */
  constructor(database: Database) {
    this.#database = database;
  }

  async of(register: string, person: Ref): Promise<readonly PastReminder[]> {
    return (await this.#database.all('SELECT need, due, which, day, entry FROM reminders WHERE register = ? AND person = ?', register, person)).map(pastIn);
  }

  /**
   * Takes on to send the reminders in one mail: a person gets one a day. What another process has taken on is left out.
   * @returns undefined where nothing is left to send
   */
  claim(register: string, person: Ref<'persons'>, day: CalendarDate, due: readonly DueReminder[], now: Instant): Promise<{ readonly mail: ReminderMail; readonly taken: readonly DueReminder[] } | undefined> {
    return this.#database.transaction(async (inside) => {
      const id = newNumber();
      const next = instantOf(Date.parse(now) + AGAIN_AFTER[0] * MINUTE_MS);
      if ((await inside.run(`INSERT INTO reminder_mails (id, register, person, day, state, claimed_at, next_try_at, tries) VALUES (?, ?, ?, ?, 'claimed', ?, ?, 1) ON CONFLICT DO NOTHING`, id, register, person, day, now, next)) === 0) return undefined;
      const taken: DueReminder[] = [];
      for (const one of due) {
        const { thing, which, days } = one;
        if ((await inside.run('INSERT INTO reminders (register, person, need, due, which, day, entry, mail) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', register, person, thing.key, days.due, which, day, thing.entry, id)) === 1) taken.push(one);
      }
      if (taken.length > 0) return { mail: { id, register, person, day, claimedAt: now, tries: 1 }, taken };
      await inside.run('DELETE FROM reminder_mails WHERE id = ?', id);
      return undefined;
    });
  }

  async sent(id: number, now: Instant): Promise<void> {
    await this.#database.run(`UPDATE reminder_mails SET state = 'sent', sent_at = ?, because = NULL WHERE id = ? AND state = 'claimed'`, now, id);
  }

  /** It never will be sent: there is no such address, or nothing waits any more. */
  async ended(id: number, because: string): Promise<void> {
    await this.#database.run(`UPDATE reminder_mails SET state = 'ended', because = ? WHERE id = ? AND state = 'claimed'`, because, id);
  }

  /** It was not sent, and is tried again when its time has come. */
  async failed(id: number, because: string): Promise<void> {
    await this.#database.run(`UPDATE reminder_mails SET because = ? WHERE id = ? AND state = 'claimed'`, because, id);
  }

  /** Takes on one mail whose try came to nothing, or of which nobody knows since whoever took it on has ended; undefined where there is none. */
  async takeUp(now: Instant): Promise<ReminderMail | undefined> {
    const furthest = instantOf(Date.parse(now) + FURTHEST_MS);
    for (;;) {
      const row = await this.#database.one(`SELECT * FROM reminder_mails WHERE state = 'claimed' AND (next_try_at <= ? OR next_try_at > ?) ORDER BY claimed_at, id LIMIT 1`, now, furthest);
      if (row === undefined) return undefined;
      const [id, tries] = [Number(row['id']), Number(row['tries'])];
      const wait = AGAIN_AFTER[tries];
      if (wait === undefined) {
        await this.ended(id, `Given up after ${tries} tries. ${typeof row['because'] === 'string' ? row['because'] : ''}`.trim());
        continue;
      }
      const next = instantOf(Date.parse(now) + wait * MINUTE_MS);
      if ((await this.#database.run(`UPDATE reminder_mails SET tries = ?, next_try_at = ? WHERE id = ? AND state = 'claimed' AND tries = ?`, tries + 1, next, id, tries)) === 1) return { ...mailIn(row), tries: tries + 1 };
    }
  }

  /** What a mail is about. */
  async in(mail: number): Promise<readonly PastReminder[]> {
    return (await this.#database.all('SELECT need, due, which, day, entry FROM reminders WHERE mail = ?', mail)).map(pastIn);
  }

  /** Whether a mail went to the person on one of the days. @param until inclusive */
  async hasHad(register: string, person: Ref, from: CalendarDate, until: CalendarDate): Promise<boolean> {
    return (await this.#database.one('SELECT 1 AS found FROM reminder_mails WHERE register = ? AND person = ? AND day >= ? AND day <= ?', register, person, from, until)) !== undefined;
  }

  async isFinished(register: string, day: CalendarDate): Promise<boolean> {
    return (await this.#database.one('SELECT 1 AS found FROM reminder_days WHERE register = ? AND day = ?', register, day)) !== undefined;
  }

  async finished(register: string, day: CalendarDate, now: Instant): Promise<void> {
    await this.#database.run('INSERT INTO reminder_days (register, day, finished_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', register, day, now);
  }

  /** Since when the mail that waits longest waits, and how many there are; the last time that a day was finished. */
  async waiting(): Promise<{ readonly unsent: number; readonly oldest: Instant | undefined; readonly lastFinished: Instant | undefined }> {
    const row = await this.#database.one(`SELECT count(*) AS n, min(claimed_at) AS oldest FROM reminder_mails WHERE state = 'claimed'`);
    const last = await this.#database.one('SELECT max(finished_at) AS at FROM reminder_days');
    return { unsent: Number(row?.['n']), oldest: instantIn(row?.['oldest']), lastFinished: instantIn(last?.['at']) };
  }
}

const instantIn = (value: unknown): Instant | undefined => (typeof value === 'string' ? parseInstant(value) : undefined);

const pastIn = (row: Row): PastReminder => ({ need: String(row['need']), due: String(row['due']) as CalendarDate, which: Number(row['which']) as Which, day: String(row['day']) as CalendarDate, entry: Number(row['entry']) });

const mailIn = (row: Row): ReminderMail => ({ id: Number(row['id']), register: String(row['register']), person: String(row['person']) as Ref<'persons'>, day: String(row['day']) as CalendarDate, claimedAt: String(row['claimed_at']) as Instant, tries: Number(row['tries']) });
