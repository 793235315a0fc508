import type { Database } from '../database/database.ts';
import type { CalendarDate } from '../kernel/date.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Text } from '../kernel/text.ts';
import type { Mailer } from '../mail/mail.ts';
import type { Ref } from '../model/field.ts';
import type { Nation } from '../statutory-time/nation.ts';
import type { ReminderPeriods } from './reminder-days.ts';
import type { WaitingThing } from './waiting-thing.ts';

/** Somebody who may be reminded: an account, with the address that they confirmed. */
export interface Addressee {
  readonly account: number;
  readonly person: Ref<'persons'>;
  readonly address: string;
}

/** A register as far as reminding goes. */
export interface RemindedRegister {
  readonly authority: Text;
  readonly nation: Nation;
  /** What waits for the person today, by what they may see; nothing for somebody who holds nothing there any more. */
  readonly waitsFor: (person: Ref<'persons'>) => readonly WaitingThing[];
}

export interface RemindingParts {
  readonly database: Database;
  readonly mailer: Mailer;
  /** @returns undefined of one that nobody is reminded of: it cannot be read, or is read as at a day that does not move on */
  readonly open: (register: string, today: CalendarDate) => Promise<RemindedRegister | undefined>;
  readonly registers: () => Promise<readonly string[]>;
  /** Of open accounts alone. */
  readonly addressees: (register: string) => Promise<readonly Addressee[]>;
  readonly periods: ReminderPeriods;
  /** From which hour of the day in London. */
  readonly hour: number;
  readonly origin: () => string;
  readonly now: () => Instant;
}

/** How reminding stands, for those who run the server. */
export interface RemindingState {
  /** Late where a working day's reminders are not out three hours after their time, or a mail has waited six hours to be sent. */
  readonly state: 'ok' | 'late';
  readonly lastFinished: Instant | null;
  readonly unsent: number;
}
