import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { date, dateInWords } from '../../src/kernel/date.ts';
import type { Nation } from '../../src/statutory-time/nation.ts';
import { workingDaysAfter, workingDaysBeginningWith } from '../../src/statutory-time/working-days.ts';
import { good, refusal } from './good.ts';

const counting = { after: workingDaysAfter, 'beginning with': workingDaysBeginningWith };

/** Worked by hand with a wall calendar. */
const TABLE: readonly (readonly [Nation, number, keyof typeof counting, string, string, string])[] = [
  ['wales', 7, 'beginning with', '2026-06-04', '2026-06-12', 'one weekend'],
  ['wales', 7, 'after', '2026-06-04', '2026-06-15', 'two weekends'],
  ['wales', 7, 'beginning with', '2026-06-06', '2026-06-16', 'a meeting on a Saturday, which is not the first'],
  ['wales', 7, 'beginning with', '2026-12-17', '2026-12-29', 'Christmas, and the substitute for a Boxing Day on a Saturday'],
  ['wales', 1, 'beginning with', '2026-06-04', '2026-06-04', 'no other day at all'],
  ['wales', 1, 'after', '2013-03-28', '2013-04-02', 'Good Friday and Easter Monday'],
  ['scotland', 1, 'after', '2013-03-28', '2013-04-01', 'Good Friday, and Easter Monday counts there'],
  ['scotland', 2, 'after', '2026-12-30', '2027-01-05', 'New Year’s Day and the substitute for 2 January'],
  ['wales', 2, 'after', '2026-12-30', '2027-01-04', 'New Year’s Day alone'],
  ['scotland', 7, 'after', '2015-11-24', '2015-12-04', 'St Andrew’s Day'],
  ['england', 7, 'after', '2015-11-24', '2015-12-03', 'a day that is a bank holiday in Scotland alone'],
  ['england', 5, 'after', '2026-03-25', '2026-04-01', 'the weekend on which the clocks go forward'],
  ['england', 5, 'after', '2026-10-21', '2026-10-28', 'the weekend on which the clocks go back'],
];

describe('Working days', () => {
  for (const [nation, count, how, day, on, over] of TABLE) {
    it(`${nation}: ${count} ${how} ${dateInWords(date(day), 'en')} end on ${dateInWords(date(on), 'en')}, over ${over}`, () => {
      const { on: found, working } = good(counting[how](date(day), count, nation));
      assert.equal(found, on);
      assert.deepEqual([working[0]?.day, working.at(-1)?.day, working.filter(({ counts }) => counts).length], [day, on, count]);
    });
  }

  it('show for every day why it counted or not, in both languages', () => {
    const { working } = good(workingDaysAfter(date('2026-12-30'), 2, 'scotland'));
    assert.deepEqual(working.map(({ day, because }) => `${day.slice(5)} ${because.en}`), [
      '12-30 Counting starts on the day after',
      '12-31 Working day 1',
      '01-01 New Year’s Day: bank holidays do not count',
      '01-02 Saturday: weekends do not count',
      '01-03 Sunday: weekends do not count',
      '01-04 2 January (substitute day): bank holidays do not count',
      '01-05 Working day 2',
    ]);
    assert.equal(working.at(-1)?.because.cy, 'Diwrnod gwaith 2');
  });

  it('are refused when they would run past the years whose bank holidays are known', () => {
    assert.equal(good(workingDaysAfter(date('2028-12-28'), 1, 'wales')).on, '2028-12-29');
    assert.match(refusal(workingDaysAfter(date('2028-12-29'), 1, 'wales')), /31 December 2028.*1 January 2029/);
    assert.match(refusal(workingDaysAfter(date('2008-12-30'), 1, 'wales')), /known from 1 January 2009/);
    assert.match(refusal(workingDaysAfter(date('2026-06-04'), -1, 'wales')), /`-1` is not a number of days/);
  });
});
