import { parseDate, type CalendarDate } from '../kernel/date.ts';

/** The parts of a date as somebody typed them, to be shown again. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export type DateFault = 'not-a-date' | 'day-missing' | 'month-missing' | 'year-missing' | 'out-of-range';

export const NOTHING_TYPED: TypedDate = { day: '', month: '', year: '' };

const PARTS = ['day', 'month', 'year'] as const;

/** The three fields of a date in a query, each under its name with what stands before it: `day`, `known-day`. Undefined where all are empty. */
export function typedIn(query: URLSearchParams, before = ''): TypedDate | undefined {
  const [day, month, year] = PARTS.map((part) => (query.get(before + part) ?? '').trim().slice(0, 20)) as [string, string, string];
  return day === '' && month === '' && year === '' ? undefined : { day, month, year };
}

/** The parts of `YYYY-MM-DD`; undefined where it is not written so. */
export function partsWritten(written: string): TypedDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? [];
  return year === undefined || month === undefined || day === undefined ? undefined : { day, month, year };
}

/** The date that the parts make, or what is wrong with them. */
export function dateTyped(typed: TypedDate): { readonly date: CalendarDate } | { readonly fault: DateFault } {
  const missing = PARTS.find((part) => typed[part] === '');
  if (missing !== undefined) return { fault: `${missing}-missing` };
  const { day, month, year } = typed;
  const date = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^\d{4}$/.test(year) ? parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) : undefined;
  if (date === undefined) return { fault: 'not-a-date' };
  // Calendar arithmetic (a look-back of years) must not leave the four-digit years.
  return date < '1900-01-01' || date > '2199-12-31' ? { fault: 'out-of-range' } : { date };
}

export function partsOf(date: CalendarDate): TypedDate {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** The field that is to be mended, the first of those at fault. */
export const fieldAtFault = (fault: DateFault | 'before-it-began' | 'still-to-come'): 'day' | 'month' | 'year' =>
  fault === 'month-missing' ? 'month' : fault === 'year-missing' || fault === 'out-of-range' ? 'year' : 'day';
