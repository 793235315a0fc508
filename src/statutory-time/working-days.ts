import { addDays, type CalendarDate } from '../kernel/date.ts';
import { ok, type Result } from '../kernel/result.ts';
import { knownDays } from './calendar.ts';
import { notWorking, type CountedDay } from './counted-day.ts';
import { wholeCount } from './whole-count.ts';
import { calendarOf } from './load-calendars.ts';
import type { Nation } from './nation.ts';

export interface WorkingDays {
  /** The last of the working days: what is due within them is in time throughout it. */
  readonly on: CalendarDate;
  readonly working: readonly CountedDay[];
}

/** The last of `count` working days after a date; the date itself does not count. */
export function workingDaysAfter(date: CalendarDate, count: number, nation: Nation): Result<WorkingDays> {
  const after = workingDaysBeginningWith(addDays(date, 1), count, nation);
  if (!after.ok) return after;
  const itself: CountedDay = { day: date, counts: false, because: { en: 'Counting starts on the day after', cy: 'Mae’r cyfrif yn dechrau drannoeth' } };
  return ok({ ...after.value, working: [itself, ...after.value.working] });
}

/** The last of `count` working days of which the date itself is the first, where it is a working day. */
export function workingDaysBeginningWith(date: CalendarDate, count: number, nation: Nation): Result<WorkingDays> {
  const whole = wholeCount(count);
  if (!whole.ok) return whole;
  const calendar = calendarOf(nation);
  const working: CountedDay[] = [];
  let [on, reached] = [date, 0];
  for (let day = date; reached < count; day = addDays(day, 1)) {
    const known = knownDays(calendar, nation, day);
    if (!known.ok) return known;
    const not = notWorking(calendar, day);
    if (not === undefined) [on, reached] = [day, reached + 1];
    working.push(not ?? { day, counts: true, because: { en: `Working day ${reached}`, cy: `Diwrnod gwaith ${reached}` } });
  }
  return ok({ on, working });
}
