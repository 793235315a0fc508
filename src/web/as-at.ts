import { parseDate, type CalendarDate } from '../kernel/date.ts';

/** The parts of a date as somebody typed them, to be shown again. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export type AsAtFault = 'not-a-date' | 'day-missing' | 'month-missing' | 'year-missing' | 'out-of-range';

/** The date that a page is about. */
export interface AsAt {
  /** The date asked for; the register's usual one where none was, or where what was asked for is no date. */
  readonly date: CalendarDate;
  readonly usual: CalendarDate;
  readonly typed: TypedDate;
  readonly fault?: AsAtFault;
}

const PARTS = ['day', 'month', 'year'] as const;

/** Reads `as-at=YYYY-MM-DD`, or the three fields of the form, which count where any of them is filled in. */
export function asAtOf(query: URLSearchParams, usual: CalendarDate): AsAt {
  const [day, month, year] = PARTS.map((part) => (query.get(part) ?? '').trim().slice(0, 20)) as [string, string, string];
  if (day !== '' || month !== '' || year !== '') return read({ day, month, year }, usual);
  const written = (query.get('as-at') ?? '').trim();
  if (written === '') return { date: usual, usual, typed: partsOf(usual) };
  const [, y = '', m = '', d = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? [];
  return y === '' ? { date: usual, usual, typed: { day: '', month: '', year: '' }, fault: 'not-a-date' } : read({ day: d, month: m, year: y }, usual);
}

function read(typed: TypedDate, usual: CalendarDate): AsAt {
  const missing = PARTS.find((part) => typed[part] === '');
  if (missing !== undefined) return { date: usual, usual, typed, fault: `${missing}-missing` };
  const { day, month, year } = typed;
  const date = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^\d{4}$/.test(year) ? parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) : undefined;
  if (date === undefined) return { date: usual, usual, typed, fault: 'not-a-date' };
  // Calendar arithmetic (a look-back of years) must not leave the four-digit years.
  if (date < '1900-01-01' || date > '2199-12-31') return { date: usual, usual, typed, fault: 'out-of-range' };
  return { date, usual, typed: partsOf(date) };
}

function partsOf(date: CalendarDate): TypedDate {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}
