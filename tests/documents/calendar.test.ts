import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ICAL from 'ical.js';
import { ics } from '../../src/documents/calendar/ics.ts';
import type { CalendarEvent } from '../../src/documents/calendar/event.ts';
import { date, type CalendarDate } from '../../src/kernel/date.ts';
import { duration, plus } from '../../src/kernel/duration.ts';
import { parseInstant } from '../../src/kernel/instant.ts';
import { given, refusal } from './given.ts';

const CHANGED = parseInstant('2026-03-01T09:00:00.000Z') ?? assert.fail();

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'meetings/one-to-one@cwm-enghraifft',
  sequence: 0,
  changed: CHANGED,
  status: 'confirmed',
  summary: 'One-to-one',
  when: { on: date('2026-03-16'), at: '10:00', minutes: 60 },
  ...more,
});

const calendarOf = (...events: readonly CalendarEvent[]): string => given(ics({ name: 'Cwm Enghraifft', language: 'en', events }));

/** As a subscriber reads it: with the clock that is in the file, and no other. */
function read(text: string): { readonly calendar: ICAL.Component; readonly events: readonly ICAL.Event[] } {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)) };
}

function first(count: number, from: CalendarEvent): readonly string[] {
  const [found] = read(calendarOf(from)).events;
  const next = found?.iterator();
  const times: string[] = [];
  for (let time = next?.next(); time && times.length < count; time = next?.next()) times.push(time.toString());
  return times;
}

const inUtc = (time: ICAL.Time): string => time.toJSDate().toISOString();

describe('A calendar to subscribe to', () => {
  it('keeps its hour over both clock changes, which is another hour in UTC', () => {
    const [series] = read(calendarOf(event({ repeats: { every: duration('P1W') } }))).events;
    const next = series?.iterator();
    const times = Array.from({ length: 34 }, () => next?.next() ?? assert.fail());
    assert.deepEqual(new Set(times.map(({ hour, minute }) => `${hour}:${minute}`)), new Set(['10:0']));
    const on = (day: string) => inUtc(times.find((time) => time.toString().startsWith(day)) ?? assert.fail(day));
    assert.deepEqual([on('2026-03-23'), on('2026-03-30'), on('2026-10-19'), on('2026-10-26')], ['2026-03-23T10:00:00.000Z', '2026-03-30T09:00:00.000Z', '2026-10-19T09:00:00.000Z', '2026-10-26T10:00:00.000Z']);
  });

  it('says the same event again with a higher number when it has changed, and that it is cancelled when it is', () => {
    const [found] = read(calendarOf(event({ sequence: 3, status: 'cancelled' }))).events;
    assert.deepEqual([found?.uid, found?.sequence, found?.component.getFirstPropertyValue('status')], ['meetings/one-to-one@cwm-enghraifft', 3, 'CANCELLED']);
  });

  it('leads back to a page', () => {
    const text = calendarOf(event({ url: 'https://register.example.org/en/cwm-enghraifft/records/meetings/one' }));
    assert.equal(read(text).events[0]?.component.getFirstPropertyValue('url'), 'https://register.example.org/en/cwm-enghraifft/records/meetings/one');
  });

  it('comes again as our own reckoning has it, on the last day of a month that is too short', () => {
    for (const [start, every] of [['2026-01-31', 'P1M'], ['2026-08-30', 'P3M'], ['2026-01-29', 'P1M'], ['2025-11-30', 'P1M'], ['2024-02-29', 'P1Y'], ['2026-06-04', 'P1Y'], ['2026-06-04', 'P2W'], ['2026-06-04', 'P10D'], ['2026-03-31', 'P1Y6M']] as const) {
      const from = date(start);
      const ours = Array.from({ length: 8 }, (_, times) => plus(from, duration(every), times));
      assert.deepEqual(first(8, event({ when: { on: from }, repeats: { every: duration(every) } })), ours as readonly CalendarDate[], `${start} ${every}`);
    }
  });

  it('ends on the last day given, that day included, in summer time too, and leaves out what does not take place', () => {
    const series = event({ when: { on: date('2026-06-01'), at: '23:30', minutes: 15 }, repeats: { every: duration('P1D'), until: date('2026-06-04'), except: [date('2026-06-02')] } });
    assert.deepEqual(first(9, series).map((time) => time.slice(0, 10)), ['2026-06-01', '2026-06-03', '2026-06-04']);
  });

  it('moves one of a series and leaves the others', () => {
    const when = { on: date('2026-03-16'), at: '10:00', minutes: 60 } as const;
    const { events } = read(calendarOf(event({ repeats: { every: duration('P1W') } }), event({ sequence: 1, when: { ...when, on: date('2026-03-24'), at: '14:00' }, insteadOf: { ...when, on: date('2026-03-23') } })));
    const [series, moved] = events;
    assert.equal(moved?.recurrenceId?.toString(), '2026-03-23T10:00:00');
    series?.relateException(moved ?? assert.fail());
    assert.equal(series?.getOccurrenceDetails(moved?.recurrenceId ?? assert.fail()).startDate.toString(), '2026-03-24T14:00:00');
  });

  it('keeps whatever is in its words as words, folded so that no line is over 75 octets', () => {
    const summary = 'Cyfarfod ŵ; a, b \\ "c"\nBEGIN:VALARM\nEND:VEVENT\r\nATTACH:https://evil.example '.repeat(20).trim();
    const text = calendarOf(event({ summary, description: '\u0000\u202e😀'.repeat(40), location: 'Tŷ; Hywel' }));
    assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
    assert.ok(!text.replaceAll('\r\n', '').includes('\n'));
    const { calendar, events } = read(text);
    assert.deepEqual(calendar.getAllSubcomponents().map(({ name }) => name), ['vtimezone', 'vevent']);
    assert.equal(events[0]?.summary, summary.replace(/\r\n/g, '\n'));
    assert.equal(events[0]?.description, '\ufffd\ufffd😀'.repeat(40));
    assert.equal(events[0]?.component.getFirstProperty('attach'), null);
  });

  it('refuses in a sentence what no calendar can say', () => {
    const sentences = refusal(ics({ name: 'x', language: 'en', events: [event({ uid: 'a\r\nBEGIN:VALARM' }), event({ url: 'javascript:alert(1)' }), event({ sequence: -1 }), event({ when: { on: date('2026-06-04'), at: '25:00', minutes: 0 } }), event({ repeats: { every: duration('P1M2W') } })] }));
    assert.deepEqual(sentences.length, 6);
    assert.match(sentences.join('\n'), /every `P1M2W`: months and days together make no rule/);
  });

  it('is a whole day where no hour is given', () => {
    const [found] = read(calendarOf(event({ when: { on: date('2026-10-25') } }))).events;
    assert.deepEqual([found?.startDate.isDate, found?.startDate.toString(), found?.endDate.toString()], [true, '2026-10-25', '2026-10-26']);
  });
});
