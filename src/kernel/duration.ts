import { Temporal } from 'temporal-polyfill';
import { addDays, dayNumber, type CalendarDate } from './date.ts';

/** An ISO 8601 duration of years, months, weeks and days, as written: `P1M`, `P1Y`, `P2W`. */
export type Duration = string & { readonly duration: unique symbol };

const SHAPE = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?$/;

/** The duration that `text` writes; undefined when it is none, is empty, or names hours (no arrangement here does). */
export function parseDuration(text: string): Duration | undefined {
  const match = SHAPE.exec(text);
  if (match === null || match.slice(1).every((part) => part === undefined || Number(part) === 0)) return undefined;
  return text as Duration;
}

/** @throws RangeError when `text` is no duration; for literals of ours, not for input. */
export function duration(text: string): Duration {
  const parsed = parseDuration(text);
  if (parsed === undefined) throw new RangeError(`\`${text}\` is not a duration such as P1M or P1Y.`);
  return parsed;
}

/** `times` durations after `day`; a month's end is kept within its month (31 January + P1M = 28 or 29 February). */
export const plus = (day: CalendarDate, length: Duration, times = 1): CalendarDate => moved(day, length, times);

export const minus = (day: CalendarDate, length: Duration, times = 1): CalendarDate => moved(day, length, -times);

/**
 * How many whole `length`s fit between two dates: 12 for P1M over a year, 52 for P1W.
 * Counted from `from`, so that the answer does not depend on the length of single months.
 */
export function wholeTimes(length: Duration, from: CalendarDate, until: CalendarDate): number {
  if (until <= from) return 0;
  const guess = Math.floor((dayNumber(until) - dayNumber(from)) / daysAbout(length));
  let count = Math.max(0, guess - 1);
  while (plus(from, length, count + 1) <= until) count += 1;
  while (count > 0 && plus(from, length, count) > until) count -= 1;
  return count;
}

/** Length in days, a month taken as 30.436875 days: for comparing durations, not for reckoning dates. */
export function daysAbout(length: Duration): number {
  const { months, days } = partsOf(length);
  return months * 30.436875 + days;
}

interface Parts {
  readonly months: number;
  readonly days: number;
}

const known = new Map<Duration, Parts>();

function partsOf(length: Duration): Parts {
  let parts = known.get(length);
  if (parts === undefined) {
    const { years, months, weeks, days } = Temporal.Duration.from(length);
    parts = { months: years * 12 + months, days: weeks * 7 + days };
    known.set(length, parts);
  }
  return parts;
}

/** As Temporal's `add` has it: first the months, kept within the month they end in, then the days. */
function moved(day: CalendarDate, length: Duration, times: number): CalendarDate {
  const { months, days } = partsOf(length);
  return addDays(months === 0 ? day : addMonths(day, months * times), days * times);
}

function addMonths(day: CalendarDate, months: number): CalendarDate {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1];
  // Outside the years that four digits write, which no register reaches, the order of dates as text is Temporal's affair.
  if (year < 0 || year > 9999) return Temporal.PlainDate.from(day).add({ months }).toString() as CalendarDate;
  const end = MONTH_ENDS[month - 1] ?? 31;
  const last = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : end;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(Math.min(Number(day.slice(8)), last))}` as CalendarDate;
}

const MONTH_ENDS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** "a month", "3 months", "1 year and 6 months"; "mis", "3 mis", "1 flwyddyn a 6 mis". */
export function durationInWords(length: Duration, language: 'en' | 'cy'): string {
  const { years, months, weeks, days } = Temporal.Duration.from(length);
  const counted = [[years, UNITS.year], [months, UNITS.month], [weeks, UNITS.week], [days, UNITS.day]] as const;
  const parts = counted.filter(([count]) => count > 0);
  const [only] = parts;
  if (parts.length === 1 && only?.[0] === 1) return language === 'en' ? `a ${only[1].en[0]}` : only[1].cy[0];
  const said = parts.map(([count, unit]) => `${count} ${language === 'en' ? unit.en[count === 1 ? 0 : 1] : welshUnit(count, unit.cy[0])}`);
  return said.join(language === 'en' ? ' and ' : ' a ');
}

const UNITS = {
  year: { en: ['year', 'years'], cy: ['blwyddyn'] },
  month: { en: ['month', 'months'], cy: ['mis'] },
  week: { en: ['week', 'weeks'], cy: ['wythnos'] },
  day: { en: ['day', 'days'], cy: ['diwrnod'] },
} as const;

/** After a number Welsh has the singular, whose first letter changes with the number: "2 ddiwrnod"; "blwyddyn" has forms of its own. */
export function welshUnit(count: number, unit: 'blwyddyn' | 'mis' | 'wythnos' | 'diwrnod'): string {
  if (unit === 'blwyddyn') return count === 1 ? 'flwyddyn' : count === 2 ? 'flynedd' : [5, 7, 8, 9, 10].includes(count) ? 'mlynedd' : 'blynedd';
  return unit === 'diwrnod' && count === 2 ? 'ddiwrnod' : unit === 'mis' && count === 2 ? 'fis' : unit;
}
