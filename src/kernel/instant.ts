import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from './date.ts';

/** A moment in UTC, `YYYY-MM-DDThh:mm:ss.sssZ` (always milliseconds, so that instants compare as strings). */
export type Instant = string & { readonly instant: unique symbol };

/** The zone in which an instant becomes a date. */
export const ZONE = 'Europe/London';

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** The instant that `text` writes (RFC 3339, zone required), cut to milliseconds; undefined when it is none. */
export function parseInstant(text: string): Instant | undefined {
  if (!SHAPE.test(text)) return undefined;
  try {
    return instantOf(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    return undefined;
  }
}

export const instantOf = (epochMilliseconds: number): Instant => new Date(epochMilliseconds).toISOString() as Instant;

/** The date on the calendar in London at that moment. */
export const dateInLondon = (instant: Instant): CalendarDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString() as CalendarDate;
