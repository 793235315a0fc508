import { parseDate, type CalendarDate } from '../../kernel/date.ts';
import { plainText } from '../plain-text.ts';
import type { XmlElement } from './xml-tree.ts';

/** The child of that name; the first where there are several. */
export const child = (element: XmlElement, name: string): XmlElement | undefined => element.children.find((one) => one.name === name);

/** What a child says as words in one line: its markup away, and its entities, which the service escapes twice, undone once more. */
export function said(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const words = plainText(child(element, name)?.text ?? '');
    if (words !== '') return words;
  }
  return undefined;
}

/** The id that a child holds; the service writes numbers, and 0 or -1 for none. */
export function idIn(element: XmlElement, ...names: readonly string[]): string | undefined {
  const id = said(element, ...names);
  return id === undefined || (/^-?\d+$/.test(id) && Number(id) <= 0) ? undefined : id.slice(0, 200);
}

/** Whether a child says `True`; undefined where it says neither that nor `False`. */
export function flagIn(element: XmlElement, name: string): boolean | undefined {
  const word = said(element, name)?.toLowerCase();
  return word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : undefined;
}

/** A date as the service writes it, `31/12/2025` or with a time after it; undefined where no such day exists. */
export function dayIn(written: string): CalendarDate | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?)?$/.exec(written) ?? [];
  return parseDate(year === '' ? written.slice(0, 10) : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** A time of the clock as `HH:MM`, from `10:00`, `9.30 am`, `2:00 PM`. */
export function clockIn(written: string | undefined): string | undefined {
  const [, hour, minute = '', half] = /^(\d{1,2})[:.](\d{2})(?::\d{2})? ?([AaPp])?\.?[Mm]?\.?$/.exec(written ?? '') ?? [];
  if (hour === undefined || Number(minute) > 59) return undefined;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hours > 23 || (half !== undefined && Number(hour) > 12) ? undefined : `${String(hours).padStart(2, '0')}:${minute}`;
}
