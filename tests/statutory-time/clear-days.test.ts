import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays, date, dateInWords } from '../../src/kernel/date.ts';
import { clearDaysBetween, latestPublication } from '../../src/statutory-time/clear-days.ts';
import type { Nation } from '../../src/statutory-time/nation.ts';
import { good, refusal } from './good.ts';

/** Worked by hand with a wall calendar: the meeting, the clear days, the latest day of publication, and the latest working day. */
const TABLE: readonly (readonly [Nation, string, number, string, string, string])[] = [
  ['wales', '2026-06-11', 3, '2026-06-07', '2026-06-05', 'a Thursday in an ordinary week'],
  ['wales', '2026-04-02', 3, '2026-03-29', '2026-03-27', 'the weekend on which the clocks go forward'],
  ['wales', '2026-10-29', 3, '2026-10-25', '2026-10-23', 'the weekend on which the clocks go back'],
  ['wales', '2013-04-04', 3, '2013-03-27', '2013-03-27', 'Good Friday and Easter Monday'],
  ['england', '2013-04-04', 5, '2013-03-25', '2013-03-25', 'Good Friday and Easter Monday'],
  ['scotland', '2013-04-04', 3, '2013-03-31', '2013-03-28', 'Good Friday, and Easter Monday, which is no bank holiday there'],
  ['wales', '2011-05-05', 3, '2011-04-27', '2011-04-27', 'the royal wedding and the first Monday in May'],
  ['wales', '2012-06-08', 3, '2012-05-31', '2012-05-31', 'the spring holiday moved beside the Diamond Jubilee'],
  ['scotland', '2012-06-08', 3, '2012-05-31', '2012-05-31', 'the spring holiday moved beside the Diamond Jubilee'],
  ['wales', '2012-05-31', 3, '2012-05-27', '2012-05-25', 'the last Monday in May of 2012, from which the holiday was moved'],
  ['wales', '2015-12-31', 3, '2015-12-23', '2015-12-23', 'the substitute for a Boxing Day on a Saturday'],
  ['scotland', '2017-01-06', 3, '2016-12-29', '2016-12-29', '2 January and the substitute for a New Year’s Day on a Sunday'],
  ['wales', '2017-01-06', 3, '2017-01-02', '2016-12-30', 'the substitute for a New Year’s Day on a Sunday alone'],
  ['scotland', '2013-12-05', 3, '2013-11-28', '2013-11-28', 'the substitute for a St Andrew’s Day on a Saturday'],
  ['wales', '2013-12-05', 3, '2013-12-01', '2013-11-29', 'a day that is a bank holiday in Scotland alone'],
  ['scotland', '2026-08-06', 3, '2026-07-30', '2026-07-30', 'the first Monday in August'],
  ['england', '2026-08-06', 3, '2026-08-02', '2026-07-31', 'the first Monday in August, which counts there'],
  ['wales', '2026-09-03', 3, '2026-08-27', '2026-08-27', 'the last Monday in August'],
  ['scotland', '2026-09-03', 3, '2026-08-30', '2026-08-28', 'the last Monday in August, which counts there'],
  ['scotland', '2026-06-18', 3, '2026-06-11', '2026-06-11', 'the one-off holiday of 15 June 2026'],
  ['england', '2020-05-13', 3, '2020-05-06', '2020-05-06', 'the early May holiday moved to Friday 8 May 2020'],
  ['scotland', '2020-05-07', 3, '2020-05-03', '2020-05-01', 'the first Monday in May of 2020, from which the holiday was moved'],
  ['wales', '2022-06-08', 3, '2022-05-31', '2022-05-31', 'the two days of the Platinum Jubilee'],
  ['england', '2022-09-22', 5, '2022-09-13', '2022-09-13', 'the state funeral'],
  ['scotland', '2023-05-11', 3, '2023-05-04', '2023-05-04', 'the coronation'],
  ['england', '2026-06-01', 28, '2026-04-19', '2026-04-17', 'a key decision, over both bank holidays of May'],
];

describe('Clear days before a meeting', () => {
  for (const [nation, meeting, needed, on, onWorkingDay, over] of TABLE) {
    it(`${nation}: ${needed} before ${dateInWords(date(meeting), 'en')} reach back to ${dateInWords(date(on), 'en')}, over ${over}`, () => {
      const latest = good(latestPublication(date(meeting), needed, nation));
      assert.deepEqual([latest.on, latest.onWorkingDay], [on, onWorkingDay]);
      assert.equal(good(clearDaysBetween(date(on), date(meeting), nation)).clearDays, needed);
      assert.equal(good(clearDaysBetween(addDays(date(on), 1), date(meeting), nation)).clearDays, needed - 1, 'a day later is one too few');
    });
  }

  it('are none when the papers come out on the day before the meeting, on the day of it, or after it', () => {
    for (const published of ['2026-06-10', '2026-06-11', '2026-06-12']) assert.equal(good(clearDaysBetween(date(published), date('2026-06-11'), 'wales')).clearDays, 0);
  });

  it('show for every day why it counted or not, in both languages', () => {
    const { working } = good(clearDaysBetween(date('2015-12-23'), date('2015-12-31'), 'wales'));
    assert.deepEqual(working.map(({ day, counts, because }) => `${day.slice(8)} ${counts ? 'counts' : '-'} ${because.en}`), [
      '23 - The day of publication does not count',
      '24 counts Clear day 1',
      '25 - Christmas Day: bank holidays do not count',
      '26 - Saturday: weekends do not count',
      '27 - Sunday: weekends do not count',
      '28 - Boxing Day (substitute day): bank holidays do not count',
      '29 counts Clear day 2',
      '30 counts Clear day 3',
      '31 - The day of the meeting does not count',
    ]);
    assert.equal(working[5]?.because.cy, 'Gŵyl San Steffan (diwrnod yn ei le): nid yw gwyliau banc yn cyfrif');
    assert.match(working[5]?.holiday?.by.title ?? '', /^Banking and Financial Dealings Act 1971, section 1\(3\)/);
  });

  it('are refused outside the years whose bank holidays are known, and for what is no number of days', () => {
    assert.match(refusal(clearDaysBetween(date('2008-12-31'), date('2009-01-08'), 'wales')), /Wales are known from 1 January 2009 to 31 December 2028.* 31 December 2008\. Give a date inside/);
    assert.match(refusal(clearDaysBetween(date('2028-12-20'), date('2029-01-01'), 'scotland')), /Scotland are known from/);
    assert.match(refusal(latestPublication(date('2009-01-06'), 3, 'wales')), /31 December 2008/);
    assert.match(refusal(latestPublication(date('2009-01-07'), 3, 'wales')), /31 December 2008/, 'whether it is a working day is not known');
    assert.equal(good(latestPublication(date('2009-01-08'), 3, 'wales')).onWorkingDay, '2009-01-02');
    assert.match(refusal(latestPublication(date('2026-06-11'), 0, 'wales')), /`0` is not a number of days/);
    assert.match(refusal(latestPublication(date('2026-06-11'), 2.5, 'wales')), /`2\.5` is not a number of days/);
  });
});
