import type { CalendarDate } from '../kernel/date.ts';
import type { BothLanguages } from '../kernel/text.ts';
import { holidayName, weekendName, type BankHoliday, type Calendar } from './calendar.ts';

/** One line of the working: a day, whether it counts, and why. */
export interface CountedDay {
  readonly day: CalendarDate;
  readonly counts: boolean;
  readonly because: BothLanguages;
  /** The bank holiday that the day is, with what makes it one. */
  readonly holiday?: BankHoliday;
}

/** Why a day is no working day; undefined where it is one. */
export function notWorking(calendar: Calendar, day: CalendarDate): CountedDay | undefined {
  const weekend = weekendName(day);
  if (weekend !== undefined) return { day, counts: false, because: { en: `${weekend.en}: weekends do not count`, cy: `${weekend.cy}: nid yw penwythnosau’n cyfrif` } };
  const holiday = calendar.holidays.get(day);
  if (holiday === undefined) return undefined;
  const name = holidayName(holiday);
  return { day, counts: false, because: { en: `${name.en}: bank holidays do not count`, cy: `${name.cy}: nid yw gwyliau banc yn cyfrif` }, holiday };
}
