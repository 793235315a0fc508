import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { date } from '../../src/kernel/date.ts';
import { ics } from '../../src/documents/calendar/ics.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import { good } from '../kept/folder.ts';
import { faultsOf, findingsIn, fixture, notesOf } from './exchanging.ts';

const YEAR = { of: 'series/one-to-one', between: [date('2012-01-01'), date('2012-12-31')] } as const;
const calendar = (...events: readonly string[]): string => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('\r\n')}\r\nEND:VCALENDAR\r\n`;
const event = (...lines: readonly string[]): string => ['BEGIN:VEVENT', 'UID:a@b', 'SUMMARY:A meeting', ...lines, 'END:VEVENT'].join('\r\n');
const days = (text: string, options: object = YEAR) => findingsIn('ics', text, options).records.map(({ fields }) => [fields['on'], fields['at'], fields['held']]);

describe('A calendar', () => {
  const diary = findingsIn('ics', fixture('diary.ics'), { ...YEAR, only: 'one-to-one' });

  it('gives the dates of what recurs within the window, moved and left-out ones heeded, in the time of London', () => {
    assert.deepEqual(diary.records.map(({ fields }) => [fields['series'], fields['on'], fields['at']]), [
      ['series/one-to-one', '2012-09-03', '09:00'],
      ['series/one-to-one', '2012-10-03', '14:30'],
      ['series/one-to-one', '2012-12-03', '09:00'],
      // 23:30 in UTC is the next day in London, in summer.
      ['series/one-to-one', '2012-07-01', '00:30'],
    ]);
  });

  it('says of what is cancelled that it was not held, and of all else nothing', () => {
    assert.deepEqual(diary.records.map(({ fields }) => fields['held']), [undefined, undefined, undefined, false]);
  });

  it('leaves out what is private, what has another title and what is outside the window, and tells it', () => {
    assert.doesNotMatch(JSON.stringify(diary), /Dentist/);
    assert.deepEqual(notesOf(diary), ['Entries whose titles are other than asked for were left out: 1.', 'Dates before 1 January 2012 or after 31 December 2012 were left out: 1.']);
    assert.ok(notesOf(findingsIn('ics', fixture('diary.ics'), YEAR)).includes('An entry was left out: its calendar marks it as private.'));
  });

  it('finds a date of what recurs again although it was moved', () => {
    const ids = diary.records.map(({ id }) => id);
    const unmoved = findingsIn('ics', fixture('diary.ics').replace('20121003T143000', '20121004T100000'), { ...YEAR, only: 'one-to-one' });
    assert.deepEqual(unmoved.records.map(({ id }) => id), ids);
    assert.equal(new Set(ids).size, 4);
  });

  it('knows the days of other clocks: by their names, by the file, and as written', () => {
    assert.deepEqual(days(calendar(event('DTSTART;TZID=America/New_York:20120630T203000'))), [['2012-07-01', '01:30', undefined]]);
    assert.deepEqual(days(calendar(event('DTSTART:20120630T203000'))), [['2012-06-30', '20:30', undefined]]);
    assert.deepEqual(days(calendar(event('DTSTART;VALUE=DATE:20120630'))), [['2012-06-30', undefined, undefined]]);
    const mars = 'BEGIN:VTIMEZONE\r\nTZID:Mars\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0500\r\nTZOFFSETTO:+0500\r\nEND:STANDARD\r\nEND:VTIMEZONE';
    assert.deepEqual(days(calendar(mars, event('DTSTART;TZID=Mars:20120630T030000'))), [['2012-06-29', '23:00', undefined]]);
    assert.match(notesOf(findingsIn('ics', calendar(event('DTSTART;TZID=Venus:20120630T030000')), YEAR)).join(), /the clock “Venus” is not known/);
  });

  it('keeps the hour of what recurs across the change of the clocks', () => {
    assert.deepEqual(days(calendar(event('DTSTART;TZID=Europe/London:20121022T093000', 'RRULE:FREQ=WEEKLY;COUNT=2'))), [['2012-10-22', '09:30', undefined], ['2012-10-29', '09:30', undefined]]);
  });

  it('reads what Answerable itself writes for subscribers', () => {
    const written = good(ics({ name: 'Ours', language: 'en', events: [{ uid: 'm1@example', sequence: 0, changed: instantOf(0), status: 'confirmed', summary: 'Team', when: { on: date('2012-03-05'), at: '10:00', minutes: 60 } }] }));
    assert.deepEqual(days(written), [['2012-03-05', '10:00', undefined]]);
  });

  it('tells what it cannot follow by the line of its entry, and takes the rest', () => {
    for (const rule of ['FREQ=SECONDLY', 'FREQ=HOURLY', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31', 'FREQ=YEARLY;INTERVAL=100000']) {
      const found = findingsIn('ics', calendar(event('DTSTART:20120105T100000Z', `RRULE:${rule}`), event('DTSTART:20120106T100000Z').replace('a@b', 'c@d')), YEAR);
      assert.deepEqual([found.records.length, found.faults.length, faultsOf(found)[0]?.startsWith('file:3: ')], [1, 1, true], rule);
    }
    for (const line of ['DTSTART;VALUE=DATE:20120230', 'DTSTART:20121332T996199Z', 'DTSTART:tomorrow', 'LOCATION:Nowhere']) assert.equal(findingsIn('ics', calendar(event(line)), YEAR).faults.length, 1, line);
    assert.deepEqual(days(calendar(event('DTSTART;VALUE=DATE:20110228', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'))), []);
  });
});
