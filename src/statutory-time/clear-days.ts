import { addDays, type CalendarDate } from '../kernel/date.ts';
import { ok, type Result } from '../kernel/result.ts';
import { isWorkingDay, knownDays, knows, type Calendar } from './calendar.ts';
import { notWorking, type CountedDay } from './counted-day.ts';
import { wholeCount } from './whole-count.ts';
import { calendarOf } from './load-calendars.ts';
import type { Nation } from './nation.ts';

export interface ClearDays {
  readonly clearDays: number;
  /** From the day of publication to the day of the meeting. */
  readonly working: readonly CountedDay[];
}

/**
 * The clear days between publication and a meeting: neither of those days, no weekend, no bank holiday of the nation.
 * Papers that are published on the day of the meeting or after it give none.
 */
export function clearDaysBetween(published: CalendarDate, meeting: CalendarDate, nation: Nation): Result<ClearDays> {
  const calendar = knownDays(calendarOf(nation), nation, published, meeting);
  return calendar.ok ? ok(counted(calendar.value, published, meeting)) : calendar;
}

export interface LatestPublication {
  /** The latest day that leaves the clear days; a weekend or bank holiday where the count allows it. */
  readonly on: CalendarDate;
  /** The latest working day that does: when an office would publish. */
  readonly onWorkingDay: CalendarDate;
  /** From `on` to the day of the meeting. */
  readonly working: readonly CountedDay[];
}

/** The latest day on which papers may be published so that `clearDays` clear days (one or more) lie before the meeting. */
export function latestPublication(meeting: CalendarDate, clearDays: number, nation: Nation): Result<LatestPublication> {
  const count = wholeCount(clearDays);
  if (!count.ok) return count;
  const calendar = calendarOf(nation);
  let [on, left] = [meeting, clearDays];
  while (left > 0 && knows(calendar, on)) {
    on = addDays(on, -1);
    if (isWorkingDay(calendar, on)) left -= 1;
  }
  // The first of the clear days is found: publication comes before it. Outside the known years the search ended, and is refused below.
  if (knows(calendar, on)) on = addDays(on, -1);
  let onWorkingDay = on;
  while (knows(calendar, onWorkingDay) && !isWorkingDay(calendar, onWorkingDay)) onWorkingDay = addDays(onWorkingDay, -1);
  const known = knownDays(calendar, nation, meeting, on, onWorkingDay);
  return known.ok ? ok({ on, onWorkingDay, working: counted(calendar, on, meeting).working }) : known;
}

function counted(calendar: Calendar, published: CalendarDate, meeting: CalendarDate): ClearDays {
  const working: CountedDay[] = [{ day: published, counts: false, because: { en: 'The day of publication does not count', cy: 'Nid yw diwrnod y cyhoeddi’n cyfrif' } }];
  let clearDays = 0;
  for (let day = addDays(published, 1); day < meeting; day = addDays(day, 1)) {
    const not = notWorking(calendar, day);
    if (not === undefined) clearDays += 1;
    working.push(not ?? { day, counts: true, because: { en: `Clear day ${clearDays}`, cy: `Diwrnod clir ${clearDays}` } });
  }
  if (meeting > published) working.push({ day: meeting, counts: false, because: { en: 'The day of the meeting does not count', cy: 'Nid yw diwrnod y cyfarfod yn cyfrif' } });
  return { clearDays, working };
}
