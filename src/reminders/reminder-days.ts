import { addDays, type CalendarDate } from '../kernel/date.ts';
import { isWorkingDay } from '../statutory-time/calendar.ts';
import { notWorking, type CountedDay } from '../statutory-time/counted-day.ts';
import { calendarOf } from '../statutory-time/load-calendars.ts';
import type { Nation } from '../statutory-time/nation.ts';
import type { WaitingThing } from './waiting-thing.ts';

/** How long before and after its day people are reminded of a thing, in calendar days. */
export interface ReminderPeriods {
  readonly before: number;
  readonly after: number;
  /** How long something for which no day is set may wait before it counts as due. */
  readonly withoutDay: number;
}

/** The day that a thing is due, and the days from which its two reminders may go out. */
export interface ReminderDays {
  readonly due: CalendarDate;
  readonly first: CalendarDate;
  readonly second: CalendarDate;
}

/** Longer than any run of days without a working one. */
const MOST_STEPS = 14;

/**
 * The first reminder goes out on a working day at least `before` days ahead, the second on the first working day at least `after` days
 * later than the day itself. Of years whose bank holidays are not known, weekends alone are left out. Undefined where nothing says since
 * when it waits.
 */
export function reminderDays({ by, since }: Pick<WaitingThing, 'by' | 'since'>, { before, after, withoutDay }: ReminderPeriods, nation: Nation): ReminderDays | undefined {
  const due = by ?? (since === undefined ? undefined : addDays(since, withoutDay));
  if (due === undefined) return undefined;
  return { due, first: workingDay(addDays(due, -before), -1, nation), second: workingDay(addDays(due, Math.max(after, 1)), 1, nation) };
}

/** Why a reminder does not go out so many days before or after the day that something is due: that day itself, and why it is no working day. */
export function movedFrom({ due }: ReminderDays, which: 'before' | 'after', periods: ReminderPeriods, nation: Nation): CountedDay | undefined {
  return notWorking(calendarOf(nation), addDays(due, which === 'before' ? -periods.before : Math.max(periods.after, 1)));
}

export const isWorking = (day: CalendarDate, nation: Nation): boolean => isWorkingDay(calendarOf(nation), day);

function workingDay(from: CalendarDate, step: 1 | -1, nation: Nation): CalendarDate {
  let day = from;
  for (let steps = 0; !isWorking(day, nation) && steps < MOST_STEPS; steps += 1) day = addDays(day, step);
  return day;
}
