import { addDays, type CalendarDate } from '../../kernel/date.ts';
import { quoted, type Fault } from '../../kernel/fault.ts';
import { ZONE } from '../../kernel/instant.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { plainText } from '../tidy.ts';
import type { Calendar, CalendarEvent, Hour, When } from './event.ts';
import { textValue, written } from './lines.ts';
import { LONDON } from './london.ts';
import { recurrence } from './recurrence.ts';

/** The calendar as a file of RFC 5545 (.ics), with the clock of London in it. All faults at once. */
export function ics({ name, language, events }: Calendar): Result<string> {
  const faults: Fault[] = [];
  const lines = events.flatMap((event) => {
    const found = eventLines(event, language);
    if (found.ok) return found.value;
    faults.push(...found.faults);
    return [];
  });
  if (faults.length > 0) return refused(...faults);
  const title = textValue(plainText(name));
  return ok(written(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Answerable//Calendar//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `NAME;LANGUAGE=${language}:${title}`, `X-WR-CALNAME:${title}`, `X-WR-TIMEZONE:${ZONE}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT6H', ...LONDON, ...lines, 'END:VCALENDAR']));
}

function eventLines(event: CalendarEvent, language: string): Result<readonly string[]> {
  const faults = faultsOf(event);
  const rule = event.repeats === undefined ? undefined : recurrence(event.repeats, event.when);
  if (rule?.ok === false) faults.push(...rule.faults);
  if (faults.length > 0) return refused(...faults);
  const { uid, sequence, changed, status, summary, description, location, url, when, repeats, insteadOf } = event;
  const stamp = `${changed.slice(0, 'YYYY-MM-DDThh:mm:ss'.length).replace(/[-:]/g, '')}Z`;
  const words = (property: string, text: string | undefined) => (text === undefined ? [] : [`${property};LANGUAGE=${language}:${textValue(plainText(text))}`]);
  return ok([
    'BEGIN:VEVENT',
    `UID:${textValue(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `STATUS:${status.toUpperCase()}`,
    ...(insteadOf === undefined ? [] : [moment('RECURRENCE-ID', insteadOf)]),
    moment('DTSTART', when),
    ...('at' in when ? [`DURATION:PT${when.minutes}M`] : [`DTEND;VALUE=DATE:${compact(addDays(when.on, 1))}`]),
    ...(rule?.ok === true ? [`RRULE:${rule.value.rule}`, ...rule.value.besides.map((on) => moment('RDATE', { ...when, on }))] : []),
    ...(repeats?.except ?? []).map((on) => moment('EXDATE', { ...when, on })),
    ...words('SUMMARY', summary),
    ...words('DESCRIPTION', description),
    ...words('LOCATION', location),
    ...(url === undefined ? [] : [`URL:${new URL(url).href}`]),
    ...('at' in when && status === 'confirmed' ? [] : ['TRANSP:TRANSPARENT']),
    'END:VEVENT',
  ]);
}

const compact = (day: CalendarDate): string => day.replaceAll('-', '');

const moment = (property: string, when: When): string =>
  'at' in when ? `${property};TZID=${ZONE}:${compact(when.on)}T${when.at.replace(':', '')}00` : `${property};VALUE=DATE:${compact(when.on)}`;

function faultsOf({ uid, sequence, url, when, repeats, insteadOf }: CalendarEvent): Fault[] {
  const fault = (code: string, sentence: string): Fault => ({ category: 'input', code, sentence });
  const given: readonly (When | undefined)[] = [when, insteadOf];
  const hours = given.flatMap((each): readonly Hour[] => (each !== undefined && 'at' in each ? [each] : []));
  return [
    ...(/^[\x21-\x7e]{1,255}$/.test(uid) ? [] : [fault('calendar-uid', `${quoted(uid)} cannot name an event. Use 1 to 255 letters, figures and signs without spaces.`)]),
    ...(Number.isInteger(sequence) && sequence >= 0 ? [] : [fault('calendar-sequence', `${quoted(sequence)} is not how often an event was changed. Count from 0.`)]),
    ...(url === undefined || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) ? [] : [fault('calendar-url', `${quoted(url)} is no address of a page. Use one that begins with https:.`)]),
    ...(repeats !== undefined && insteadOf !== undefined ? [fault('calendar-series', 'An event that stands in for one of a series cannot come again itself. Give the series and the event that stands in apart from each other.')] : []),
    ...hours.flatMap(({ at, minutes }) => [
      ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(at) ? [] : [fault('calendar-time', `${quoted(at)} is no time of day. Write hours and minutes, such as 09:30.`)]),
      ...(Number.isInteger(minutes) && minutes > 0 ? [] : [fault('calendar-minutes', `${quoted(minutes)} is not how long an event lasts. Give whole minutes, 1 at least.`)]),
    ]),
  ];
}
