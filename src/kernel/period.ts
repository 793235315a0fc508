import type { CalendarDate } from './date.ts';

/** From inclusive, until exclusive; either end absent means open. */
export interface Period {
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
}

export const contains = (period: Period, day: CalendarDate): boolean =>
  (period.from === undefined || period.from <= day) && (period.until === undefined || day < period.until);

export const overlaps = (a: Period, b: Period): boolean =>
  (a.from === undefined || b.until === undefined || a.from < b.until) &&
  (b.from === undefined || a.until === undefined || b.from < a.until);

/** The part that both share; undefined when they share no day. */
export function shared(a: Period, b: Period): Period | undefined {
  if (!overlaps(a, b)) return undefined;
  return { from: later(a.from, b.from), until: earlier(a.until, b.until) };
}

const later = (a: CalendarDate | undefined, b: CalendarDate | undefined): CalendarDate | undefined =>
  a === undefined ? b : b === undefined ? a : a > b ? a : b;

const earlier = (a: CalendarDate | undefined, b: CalendarDate | undefined): CalendarDate | undefined =>
  a === undefined ? b : b === undefined ? a : a < b ? a : b;
