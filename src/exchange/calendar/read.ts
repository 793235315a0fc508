import ICAL from 'ical.js';
import { addDays, type CalendarDate } from '../../kernel/date.ts';
import { quoted, type Place } from '../../kernel/fault.ts';
import { Unreadable, unreadable, type Gathering } from '../findings.ts';
import { foreignId } from '../foreign-id.ts';
import { plainText } from '../plain-text.ts';
import { inLondon } from './london-day.ts';
import { isPlainClock, occurrencesOf } from './occurrences.ts';

/** What the meetings of a calendar are meetings of, and which of its entries are meant. */
export interface CalendarOptions {
  /** `bodies/…` or `series/…` of the register. */
  readonly of: string;
  /** First and last day. */
  readonly between: readonly [from: CalendarDate, until: CalendarDate];
  /** Words that a title must hold. */
  readonly only?: string | undefined;
}

const MOST_LINES = 300_000;

/** Reads a calendar (RFC 5545): its events are meetings of a body or a series that the register has. @throws Unreadable */
export function readCalendar(file: string, text: string, { of, between: [from, until], only }: CalendarOptions, gathering: Gathering): void {
  const events = eventsIn(file, text);
  const kind = of.startsWith('series/') ? 'series' : 'body';
  const byUid = Map.groupBy(events, ({ component }) => String(component.getFirstPropertyValue('uid') ?? ''));
  const budget = { steps: gathering.limits.steps };
  let [others, outside] = [0, 0];
  for (const [uid, group] of byUid) {
    if (uid === '') {
      for (const { place } of group) gathering.note('no-id', place, { name: 'An entry' });
      continue;
    }
    const main = group.find(({ component }) => !component.hasProperty('recurrence-id'));
    const exceptions = group.filter((one) => one !== main);
    for (const { component, place } of main === undefined ? exceptions : [main]) {
      const title = plainText(textOf(component, 'summary')).slice(0, 200);
      if (only !== undefined && !title.toLocaleLowerCase('en-GB').includes(only.toLocaleLowerCase('en-GB'))) {
        others += 1;
        continue;
      }
      if (/^(private|confidential)$/i.test(textOf(component, 'class'))) {
        gathering.note('private-event', place);
        continue;
      }
      const name = quoted(title === '' ? uid : title);
      const zone = zoneNamed(component, 'dtstart');
      try {
        if (component.getFirstPropertyValue('dtstart') === null) {
          gathering.fault('no-date', `${name} has no date on which it begins.`, place);
          continue;
        }
        if (!exists(component)) {
          gathering.fault('bad-date', `${name} begins on a day that does not exist.`, place);
          continue;
        }
        const day = (time: ICAL.Time): CalendarDate | undefined => inLondon(time, zone)?.on;
        const [long, late] = [addDays(from, -2), addDays(until, 2)];
        const expanded = occurrencesOf(component, main === undefined ? [] : exceptions.map((one) => one.component), (time) => {
          const written = `${String(time.year).padStart(4, '0')}-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}`;
          // No clock is two days away from London's.
          if (written < long || written > late) return written < long ? -1 : 1;
          const on = day(time);
          return on === undefined ? 0 : on < from ? -1 : on > until ? 1 : 0;
        }, budget);
        if ('code' in expanded) {
          gathering.fault(expanded.code, `${name}: ${expanded.sentence}`, place);
          continue;
        }
        outside += expanded.left;
        const repeats = component.hasProperty('rrule') || component.hasProperty('rdate') || component.hasProperty('recurrence-id');
        for (const { original, start, component: own } of expanded.occurrences) {
          const when = inLondon(start, zoneNamed(own, 'dtstart') ?? zone);
          const first = component.hasProperty('recurrence-id') ? inLondon(component.getFirstPropertyValue('recurrence-id') as ICAL.Time, zoneNamed(component, 'recurrence-id')) : inLondon(original, zone);
          if (when === undefined || first === undefined || !exists(own)) {
            gathering.fault('bad-date', `${name} begins on a day that does not exist.`, place);
            continue;
          }
          if (when.unknownZone !== undefined) gathering.note('date-only-clock', place, { name, word: when.unknownZone });
          const where = plainText(textOf(own, 'location')).slice(0, 500);
          gathering.add({
            kind: 'meetings', period: 'said', place, name: `${title === '' ? uid : title}, ${when.on}`,
            id: repeats ? foreignId('ics', uid, first.on.replaceAll('-', '')) : foreignId('ics', uid),
            fields: {
              [kind]: of, on: when.on,
              ...(when.at === undefined ? {} : { at: when.at }),
              ...(where === '' ? {} : { place: where }),
              ...(/^cancelled$/i.test(textOf(own, 'status')) ? { held: false } : {}),
            },
          }, repeats ? `${uid} ${first.on}` : uid);
        }
      } catch (error) {
        if (!(error instanceof Error) || error instanceof Unreadable) throw error;
        gathering.fault('rule-not-read', `${name} cannot be followed: ${quoted(error.message)}.`, place);
      }
    }
  }
  if (others > 0) gathering.note('other-words', { file }, { count: String(others) });
  if (outside > 0) gathering.note('outside-window', { file }, { count: String(outside), from, until });
}

interface FoundEvent {
  readonly component: ICAL.Component;
  readonly place: Place;
}

/** The events with the line on which each begins. The text is cut into events first, so that one that is no calendar does not hide where it is. */
function eventsIn(file: string, text: string): readonly FoundEvent[] {
  const lines = text.split(/\r\n?|\n/);
  if (lines.length > MOST_LINES) unreadable('too-much', `The calendar has more than ${MOST_LINES.toLocaleString('en-GB')} lines, the most that is read at once. Export a part of it.`, { file });
  if (!/^\uFEFF?BEGIN:VCALENDAR\s*$/i.test(lines.find((line) => line.trim() !== '') ?? '')) unreadable('not-a-calendar', 'This is not a calendar file: it does not begin with BEGIN:VCALENDAR.', { file, line: 1 });
  const starts = lines.flatMap((line, index) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [index + 1] : []));
  const longest = lines.findIndex((line) => line.length > 20_000);
  if (longest !== -1) unreadable('too-much', 'This line is longer than any calendar program writes.', { file, line: longest + 1 });
  try {
    const parsed = ICAL.parse(lines.join('\r\n').replace(/^\uFEFF/, '').trim()) as unknown[];
    const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown[][];
    const whole = calendars.map((one) => new ICAL.Component(one));
    const strange = whole.flatMap((one) => one.getAllSubcomponents('vtimezone')).find((zone) => !isPlainClock(zone));
    if (strange !== undefined) unreadable('rule-not-read', `The clock ${quoted(textOf(strange, 'tzid'))} changes by a rule that no clock has.`, { file });
    const components = whole.flatMap((one) => one.getAllSubcomponents('vevent'));
    return components.map((component, index) => ({ component, place: { file, ...(starts[index] === undefined ? {} : { line: starts[index] }) } }));
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    if (error instanceof RangeError) unreadable('too-deep', 'The calendar nests too deep to be read.', { file });
    return unreadable('not-a-calendar', `This calendar cannot be read: ${quoted((error as Error).message)}.`, { file });
  }
}

const textOf = (component: ICAL.Component, property: string): string => {
  const value = component.getFirstPropertyValue(property);
  return typeof value === 'string' ? value : '';
};

const zoneNamed = (component: ICAL.Component, property: string): string | undefined => {
  const zone: unknown = component.getFirstProperty(property)?.getParameter('tzid');
  return typeof zone === 'string' ? zone : undefined;
};

/** The library rolls 30 February over to March: what was written must be what is read. */
function exists(component: ICAL.Component): boolean {
  const [, , , written] = (component.getFirstProperty('dtstart')?.jCal ?? []) as readonly unknown[];
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(String(written)) ?? [];
  return year !== undefined && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= ICAL.Time.daysInMonth(Number(month), Number(year));
}
