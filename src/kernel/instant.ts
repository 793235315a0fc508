import { Temporal } from 'temporal-polyfill';
import { dateInWords, parseDate, type CalendarDate } from './date.ts';

/** A moment in UTC, `YYYY-MM-DDThh:mm:ss.sssZ` (always milliseconds, so that instants compare as strings). */
export type Instant = string & { readonly instant: unique symbol };

/** The zone in which an instant becomes a date. */
export const ZONE = 'Europe/London';

const LENGTH = 'YYYY-MM-DDThh:mm:ss.sssZ'.length;
const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** The instant that `text` writes (RFC 3339, zone required), cut to milliseconds; undefined when it is none. */
export function parseInstant(text: string): Instant | undefined {
  if (!SHAPE.test(text)) return undefined;
  // As we write them ourselves, of which a register has many.
  const written = text.length === LENGTH ? new Date(text) : undefined;
  if (written !== undefined && !Number.isNaN(written.getTime()) && written.toISOString() === text) return text as Instant;
  try {
    return instantOf(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    return undefined;
  }
}

export const instantOf = (epochMilliseconds: number): Instant => new Date(epochMilliseconds).toISOString() as Instant;

let lastAsked: { readonly minute: string; readonly date: CalendarDate } | undefined;

/** The date on the calendar in London at that moment. */
export function dateInLondon(instant: Instant): CalendarDate {
  const minute = instant.slice(0, 'YYYY-MM-DDThh:mm'.length);
  // Acts of one minute are of one day: since 1847 London is whole minutes away from UTC.
  if (lastAsked?.minute === minute && minute >= '1848') return lastAsked.date;
  const date = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString() as CalendarDate;
  lastAsked = { minute, date };
  return date;
}

/** The last millisecond of the day in London. */
export const endOfDay = (day: CalendarDate): Instant =>
  instantOf(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(ZONE).epochMilliseconds - 1);

/** 4 June 2026 at 09:05, 4 Mehefin 2026 am 09:05: in London. */
export function instantInWords(instant: Instant, language: 'en' | 'cy'): string {
  const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return `${dateInWords(dateInLondon(instant), language)} ${language === 'en' ? 'at' : 'am'} ${time}`;
}

const TIME = /^(\d{1,2})[:.](\d{2}) ?(GMT|BST)?$/i;

/**
 * The moment at which the clocks in London show the time on the day. In the night on which an hour comes twice it is the earlier
 * of the two, unless `GMT` is said; undefined where no clock shows it.
 * @param time `9:05`, `09.05` or `01:30 GMT`
 */
export function momentInLondon(day: string, time: string): Instant | undefined {
  const match = TIME.exec(time.trim());
  const date = parseDate(day);
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || date === undefined || hour > 23 || minute > 59) return undefined;
  const shown = Temporal.PlainDate.from(date).toPlainDateTime({ hour, minute });
  const zone = match[3]?.toUpperCase();
  const both = (['earlier', 'later'] as const).map((disambiguation) => shown.toZonedDateTime(ZONE, { disambiguation }));
  const real = both.filter((moment) => moment.toPlainDateTime().equals(shown) && (zone === undefined || zone === zoneName(moment.offsetNanoseconds)));
  return real[0] === undefined ? undefined : instantOf(real[0].epochMilliseconds);
}

const zoneName = (offset: number): 'GMT' | 'BST' => (offset === 0 ? 'GMT' : 'BST');

/** What the clocks in London show: `09:05`, and `01:30 GMT` where a day has that time twice. */
export function timeInLondon(instant: Instant): string {
  const moment = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
  const time = `${String(moment.hour).padStart(2, '0')}:${String(moment.minute).padStart(2, '0')}`;
  const isTwice = momentInLondon(dateInLondon(instant), `${time} GMT`) !== undefined && momentInLondon(dateInLondon(instant), `${time} BST`) !== undefined;
  return isTwice ? `${time} ${zoneName(moment.offsetNanoseconds)}` : time;
}
