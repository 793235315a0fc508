import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from '../../kernel/date.ts';
import { ZONE } from '../../kernel/instant.ts';

/**
 * The clock in London as every reader of calendars can work it out by itself, without tables: summer time from the last
 * Sunday of March to the last Sunday of October, as since 1996 (Summer Time Order 2002, SI 2002/262).
 */
export const LONDON: readonly string[] = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** The last second of the day in London, in UTC, as a calendar writes it: 20260604T225959Z. */
export function endOfDayInUtc(day: CalendarDate): string {
  const end = Temporal.PlainDate.from(day).toPlainDateTime('23:59:59').toZonedDateTime(ZONE);
  return `${end.withTimeZone('UTC').toPlainDateTime().toString().replace(/[-:]/g, '')}Z`;
}
