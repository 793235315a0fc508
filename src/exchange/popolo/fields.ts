import { addDays, parseDate, type CalendarDate } from '../../kernel/date.ts';
import { dateInLondon, parseInstant } from '../../kernel/instant.ts';
import { plainText } from '../plain-text.ts';
import { isFields, type Fields } from './things.ts';

/** The words of the first of these names that holds some, in one line. */
export function wordsOf(fields: Fields, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields[name];
    const words = typeof value === 'string' ? plainText(value) : typeof value === 'number' ? String(value) : '';
    if (words !== '') return words;
  }
  return undefined;
}

/** The id of a thing, or the id that a reference to one holds, whether as an id or as the thing itself. */
export function idOf(fields: Fields, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields[name];
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value).slice(0, 1_000);
    if (isFields(value)) return idOf(value, 'id', '_id');
  }
  return undefined;
}

/** A date of Popolo, perhaps a part of one or with a time: the day in London; undefined where none exists. */
export function dayOf(written: string, isLast: boolean): { readonly on: CalendarDate; readonly isPart: boolean } | undefined {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:$|[T ])/.exec(written) ?? [];
  if (day !== undefined) {
    const instant = /[T ]\d{2}:\d{2}/.test(written) ? parseInstant(written.replace(' ', 'T')) : undefined;
    const on = instant === undefined ? parseDate(written.slice(0, 10)) : dateInLondon(instant);
    return on === undefined ? undefined : { on, isPart: false };
  }
  const first = parseDate(`${year}-${month ?? '01'}-01`);
  if (first === undefined || written.includes('T')) return undefined;
  if (!isLast) return { on: first, isPart: true };
  const next = month === undefined ? `${Number(year) + 1}-01-01` : month === '12' ? `${Number(year) + 1}-01-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`;
  const end = parseDate(next);
  return end === undefined ? undefined : { on: addDays(end, -1), isPart: true };
}
