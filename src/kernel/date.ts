import { Temporal } from 'temporal-polyfill';

/** A day in the calendar of Europe/London, `YYYY-MM-DD`. Compares and sorts as a string; is never an instant. */
export type CalendarDate = string & { readonly calendarDate: unique symbol };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const MS_A_DAY = 86_400_000;

/** The date that `text` writes, or undefined when it is not `YYYY-MM-DD` or no such day exists (2013-02-29). */
export function parseDate(text: string): CalendarDate | undefined {
  if (!SHAPE.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  // Date.parse rolls 2013-02-31 over to March: a date that does not read back the same does not exist.
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? undefined : (text as CalendarDate);
}

/** The date that `text` writes. @throws RangeError when it is none; for literals of ours, not for input. */
export function date(text: string): CalendarDate {
  const parsed = parseDate(text);
  if (parsed === undefined) throw new RangeError(`\`${text}\` is not a date written YYYY-MM-DD.`);
  return parsed;
}

/** Days since 1970-01-01. */
export const dayNumber = (day: CalendarDate): number => Date.parse(`${day}T00:00:00Z`) / MS_A_DAY;

export const fromDayNumber = (days: number): CalendarDate =>
  new Date(days * MS_A_DAY).toISOString().slice(0, 10) as CalendarDate;

export const addDays = (day: CalendarDate, days: number): CalendarDate => (days === 0 ? day : fromDayNumber(dayNumber(day) + days));

/** For sorting dates, or instants, as they follow each other: both are written so that their signs do. */
export const earlierFirst = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whole days from one date to the other; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from);

/** 4 June 2026, 4 Mehefin 2026. */
export function dateInWords(day: CalendarDate, language: 'en' | 'cy'): string {
  const plain = Temporal.PlainDate.from(day);
  const months = language === 'en' ? MONTHS_EN : MONTHS_CY;
  return `${plain.day} ${months[plain.month - 1]} ${plain.year}`;
}

const MONTHS_EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const MONTHS_CY = ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'];
