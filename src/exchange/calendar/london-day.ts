import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { parseDate, type CalendarDate } from '../../kernel/date.ts';
import { ZONE } from '../../kernel/instant.ts';

/** When something is by the calendar and the clock of London. */
export interface InLondon {
  readonly on: CalendarDate;
  /** `HH:MM`; absent where the entry is of a whole day. */
  readonly at?: string;
  /** The zone that was named and is not known, so that the day is as written. */
  readonly unknownZone?: string;
}

/** How Outlook names the clock of London. */
const LONDON_TOO: ReadonlySet<string> = new Set(['GMT Standard Time', 'Greenwich Standard Time', 'GB', 'Europe/Belfast']);

/** The day in London of a time of a calendar; undefined where no such day exists. @param zone that the property named */
export function inLondon(time: ICAL.Time, zone: string | undefined): InLondon | undefined {
  const two = (one: number): string => String(one).padStart(2, '0');
  const on = parseDate(`${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`);
  if (on === undefined) return undefined;
  if (time.isDate) return { on };
  const asWritten = { on, at: `${two(time.hour)}:${two(time.minute)}` };
  const found = zoneOf(time, zone);
  if (found === 'as-written') return asWritten;
  if (found === 'unknown') return { ...asWritten, unknownZone: zone ?? '' };
  const there = found === 'by-the-file' ? Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000) : Temporal.PlainDateTime.from(`${on}T${asWritten.at}`).toZonedDateTime(found).toInstant();
  const here = there.toZonedDateTimeISO(ZONE);
  return { on: here.toPlainDate().toString() as CalendarDate, at: `${two(here.hour)}:${two(here.minute)}` };
}

/** A time without a zone is meant as the clock shows it where its reader is. */
function zoneOf(time: ICAL.Time, zone: string | undefined): 'as-written' | 'unknown' | 'by-the-file' | (string & {}) {
  if (time.zone === ICAL.Timezone.utcTimezone) return 'UTC';
  if (zone === undefined || LONDON_TOO.has(zone)) return 'as-written';
  if (isZone(zone)) return zone;
  return time.zone !== ICAL.Timezone.localTimezone && time.zone?.component !== undefined ? 'by-the-file' : 'unknown';
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
