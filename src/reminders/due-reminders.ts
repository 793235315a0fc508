import { addDays, type CalendarDate } from '../kernel/date.ts';
import type { Nation } from '../statutory-time/nation.ts';
import { reminderDays, type ReminderDays, type ReminderPeriods } from './reminder-days.ts';
import type { WaitingThing } from './waiting-thing.ts';

/** There are never more than two. */
export type Which = 1 | 2;

/** A reminder that was sent, or that somebody has taken on to send. */
export interface PastReminder {
  readonly need: string;
  readonly due: CalendarDate;
  readonly which: Which;
  readonly day: CalendarDate;
  /** The number of the entry that had changed the record last. */
  readonly entry: number;
}

export interface DueReminder {
  readonly thing: WaitingThing;
  readonly which: Which;
  readonly days: ReminderDays;
  /** True of a second one where there was no first: what was entered late, or fell due while nothing was sent. */
  readonly isOnly: boolean;
}

/** Where the first one was late, the second still leaves time to act on it. */
const BETWEEN = 3;

/**
 * The reminders to go out today, one a thing at the most: of two that are due the latest alone. A thing is counted by the day that it is
 * due, so that a new day begins anew. Who changed the record since the first reminder has acted, and is not reminded again.
 *
 * @param things what waits today: what is done is not among them
 */
export function dueReminders(things: readonly WaitingThing[], past: readonly PastReminder[], today: CalendarDate, periods: ReminderPeriods, nation: Nation): readonly DueReminder[] {
  const known = Map.groupBy(past, ({ need, due }) => `${need} ${due}`);
  const seen = new Set<string>();
  return things.flatMap((thing): readonly DueReminder[] => {
    const days = reminderDays(thing, periods, nation);
    const key = `${thing.key} ${days?.due ?? ''}`;
    if (days === undefined || seen.has(key)) return [];
    seen.add(key);
    const before = known.get(key) ?? [];
    if (before.some(({ which }) => which === 2)) return [];
    const first = before.find(({ which }) => which === 1);
    if (first === undefined) return today >= days.second ? [{ thing, which: 2, days, isOnly: true }] : today >= days.first ? [{ thing, which: 1, days, isOnly: false }] : [];
    const hasActed = thing.isTouched && thing.entry > first.entry;
    return hasActed || today < days.second || today < addDays(first.day, BETWEEN) ? [] : [{ thing, which: 2, days, isOnly: false }];
  });
}
