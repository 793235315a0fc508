import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { addDays, dayNumber, type CalendarDate } from '../kernel/date.ts';
import { dateInLondon, ZONE, type Instant } from '../kernel/instant.ts';
import type { Ref } from '../model/field.ts';
import { AnswerLinks, ANSWER_DAYS } from './answer-links.ts';
import { dueReminders, type DueReminder } from './due-reminders.ts';
import { Lease } from './lease.ts';
import { ReminderChoices } from './reminder-choices.ts';
import { isWorking, reminderDays } from './reminder-days.ts';
import { reminderMail, type Written } from './reminder-mail.ts';
import type { Addressee, RemindedRegister, RemindingParts, RemindingState } from './reminding-parts.ts';
import { SentReminders, type ReminderMail } from './sent-reminders.ts';

const LATE_HOURS = 3;
const UNSENT_LATE_MS = 6 * 3_600_000;
/** After so many mails in a row that came to nothing, the rest waits for the next time: the mail server has a fault. */
const FAILED_IN_A_ROW = 3;

/** Reminds people of what waits for them: one process at a time, each of each thing twice at the most, whatever stops or starts meanwhile. */
export class Reminding {
  readonly #parts: RemindingParts;
  readonly #sent: SentReminders;
  readonly #links: AnswerLinks;
  readonly #choices: ReminderChoices;
  readonly #lease: Lease;
  #isStopping = false;
  #failed = 0;
  #state: RemindingState = { state: 'ok', lastFinished: null, unsent: 0 };

  constructor(parts: RemindingParts) {
    this.#parts = parts;
    this.#sent = new SentReminders(parts.database);
    this.#links = new AnswerLinks(parts.database);
    this.#choices = new ReminderChoices(parts.database);
    this.#lease = new Lease(parts.database, 'reminders', randomUUID());
  }

  /** As it was when this process last looked. */
  get state(): RemindingState {
    return this.#state;
  }

  /** Sends nothing more than the mail that is under way. */
  stop(): void {
    this.#isStopping = true;
  }

  /** Sends what is to be tried again and what is due, where no other process does. */
  async run(): Promise<void> {
    this.#failed = 0;
    if (await this.#lease.take(this.#parts.now())) {
      try {
        await this.#again();
        await this.#remind();
      } finally {
        await this.#lease.release();
      }
    }
    await this.#look();
  }

  /** Whether to go on: nobody said to stop, the mail server works, and no other process has taken over. */
  async #goesOn(): Promise<boolean> {
    return !this.#isStopping && this.#failed < FAILED_IN_A_ROW && (await this.#lease.take(this.#parts.now()));
  }

  async #remind(): Promise<void> {
    const { now, registers, open, addressees, hour } = this.#parts;
    const today = dateInLondon(now());
    if (hourInLondon(now()) < hour) return;
    for (const id of await registers()) {
      if (await this.#sent.isFinished(id, today)) continue;
      const register = await open(id, today);
      if (register !== undefined && !isWorking(today, register.nation)) continue;
      for (const addressee of register === undefined ? [] : await addressees(id)) {
        if (!(await this.#goesOn())) return;
        if (register !== undefined) await this.#remindOne(id, register, addressee, today);
      }
      await this.#sent.finished(id, today, now());
    }
  }

  async #remindOne(id: string, register: RemindedRegister, addressee: Addressee, today: CalendarDate): Promise<void> {
    const { how } = await this.#choices.of(addressee.account);
    if (how === 'off' || (how === 'weekly' && (await this.#sent.hasHad(id, addressee.person, monday(today), today)))) return;
    const due = dueReminders(register.waitsFor(addressee.person), await this.#sent.of(id, addressee.person), today, this.#parts.periods, register.nation);
    const claimed = due.length === 0 ? undefined : await this.#sent.claim(id, addressee.person, today, due, this.#parts.now());
    if (claimed !== undefined) await this.#send(claimed.mail, register, addressee, claimed.taken);
  }

  /** What was taken on before and not sent, as far as it still waits. */
  async #again(): Promise<void> {
    const { now, open, addressees, periods } = this.#parts;
    while (await this.#goesOn()) {
      const mail = await this.#sent.takeUp(now());
      if (mail === undefined) return;
      const register = await open(mail.register, dateInLondon(now()));
      const addressee = (await addressees(mail.register)).find(({ person }) => person === mail.person);
      const { how } = addressee === undefined ? { how: 'off' } : await this.#choices.of(addressee.account);
      const about = await this.#sent.in(mail.id);
      const past = register === undefined ? [] : await this.#sent.of(mail.register, mail.person);
      const still = (register?.waitsFor(mail.person) ?? []).flatMap((thing): readonly DueReminder[] => {
        const days = register === undefined ? undefined : reminderDays(thing, periods, register.nation);
        const one = about.find(({ need, due }) => need === thing.key && due === days?.due);
        if (days === undefined || one === undefined) return [];
        return [{ thing, which: one.which, days, isOnly: one.which === 2 && !past.some((other) => other.need === one.need && other.due === one.due && other.which === 1) }];
      });
      if (register === undefined || addressee === undefined || how === 'off' || still.length === 0) await this.#sent.ended(mail.id, 'Nothing waits any more, or the person is not reminded any more.');
      else await this.#send(mail, register, addressee, still);
    }
  }

  async #send(mail: ReminderMail, { authority }: RemindedRegister, { account, person, address }: Addressee, due: readonly DueReminder[]): Promise<void> {
    const { now, mailer, periods, origin } = this.#parts;
    const things: Written[] = [];
    for (const one of due) things.push({ ...one, links: await this.#answers(mail.register, account, person, one) });
    const { language } = await this.#choices.of(account);
    const sent = await mailer.send(reminderMail({ id: mail.id, to: address, register: mail.register, authority, language, things, today: dateInLondon(now()), periods, origin: origin() }));
    if (sent.is === 'sent') await this.#sent.sent(mail.id, now());
    else if (sent.is === 'never') await this.#sent.ended(mail.id, sent.because);
    else await this.#sent.failed(mail.id, sent.because);
    this.#failed = sent.is === 'later' ? this.#failed + 1 : 0;
  }

  async #answers(register: string, account: number, person: Ref<'persons'>, { thing: { answers, whose, record, entry } }: DueReminder): Promise<Written['links']> {
    const made: Written['links'][number][] = [];
    for (const answer of answers) {
      const now = this.#parts.now();
      made.push({ answer, secret: await this.#links.make({ register, account, person, whose, answer, record, entry }, now), until: later(now, ANSWER_DAYS) });
    }
    return made;
  }

  async #look(): Promise<void> {
    const now = this.#parts.now();
    const { unsent, oldest, lastFinished } = await this.#sent.waiting();
    const isUnsentLate = oldest !== undefined && Date.parse(now) - Date.parse(oldest) > UNSENT_LATE_MS;
    const isDayLate = hourInLondon(now) >= this.#parts.hour + LATE_HOURS && (await this.#isUnfinished(dateInLondon(now)));
    this.#state = { state: isUnsentLate || isDayLate ? 'late' : 'ok', lastFinished: lastFinished ?? null, unsent };
  }

  async #isUnfinished(today: CalendarDate): Promise<boolean> {
    for (const id of await this.#parts.registers()) {
      if (await this.#sent.isFinished(id, today)) continue;
      const register = await this.#parts.open(id, today);
      if (register !== undefined && isWorking(today, register.nation)) return true;
    }
    return false;
  }
}

const hourInLondon = (now: Instant): number => Temporal.Instant.from(now).toZonedDateTimeISO(ZONE).hour;

/** The Monday of the week: 1 January 1970 was a Thursday. */
const monday = (day: CalendarDate): CalendarDate => addDays(day, -((((dayNumber(day) + 3) % 7) + 7) % 7));

const later = (now: Instant, days: number): Instant => new Date(Date.parse(now) + days * 24 * 3_600_000).toISOString() as Instant;
