import { addDays, dateInWords, dayNumber, type CalendarDate } from '../kernel/date.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { BothLanguages } from '../kernel/text.ts';
import { NATION_NAMES, type Nation } from './nation.ts';

/** What makes something law, as people cite it. */
export interface Authority {
  readonly title: string;
  readonly url?: string | undefined;
}

export interface BankHoliday {
  readonly on: CalendarDate;
  readonly name: BothLanguages;
  /** In place of a day on a weekend, or moved to another day for that one year. */
  readonly as?: 'substitute' | 'moved' | undefined;
  readonly by: Authority & { readonly id: string };
}

/** The bank holidays of a nation over the years that are known: from inclusive, until exclusive. */
export interface Calendar {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly checkedOn: CalendarDate;
  readonly holidays: ReadonlyMap<CalendarDate, BankHoliday>;
}

export const knows = (calendar: Calendar, day: CalendarDate): boolean => calendar.from <= day && day < calendar.until;

/** Refuses the first of the days that lies outside the years that are known. */
export function knownDays(calendar: Calendar, nation: Nation, ...days: readonly CalendarDate[]): Result<Calendar> {
  const outside = days.find((day) => !knows(calendar, day));
  if (outside === undefined) return ok(calendar);
  const [first, last] = [dateInWords(calendar.from, 'en'), dateInWords(addDays(calendar.until, -1), 'en')];
  return refused({
    category: 'input',
    code: 'outside-known-years',
    sentence: `The bank holidays of ${NATION_NAMES[nation].en} are known from ${first} to ${last}, so nothing can be counted to ${dateInWords(outside, 'en')}. Give a date inside these years, or add the missing years to guidance/bank-holidays.`,
    found: outside,
  });
}

/** Saturday or Sunday by name; undefined on the other days. */
export function weekendName(day: CalendarDate): BothLanguages | undefined {
  // 1 January 1970 was a Thursday: day 2 a Saturday, day 3 a Sunday.
  const inWeek = ((dayNumber(day) % 7) + 7) % 7;
  return inWeek === 2 ? { en: 'Saturday', cy: 'Dydd Sadwrn' } : inWeek === 3 ? { en: 'Sunday', cy: 'Dydd Sul' } : undefined;
}

export const isWorkingDay = (calendar: Calendar, day: CalendarDate): boolean => weekendName(day) === undefined && !calendar.holidays.has(day);

/** "Boxing Day (substitute day)", "Spring bank holiday (moved)". */
export function holidayName({ name, as }: BankHoliday): BothLanguages {
  if (as === undefined) return name;
  return as === 'substitute' ? { en: `${name.en} (substitute day)`, cy: `${name.cy} (diwrnod yn ei le)` } : { en: `${name.en} (moved)`, cy: `${name.cy} (wedi’i symud)` };
}
