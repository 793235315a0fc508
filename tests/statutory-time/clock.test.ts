import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deadline, dueInWords, standingAt } from '../../src/statutory-time/clock.ts';
import type { Running, Stop } from '../../src/statutory-time/clock-parts.ts';
import { at, good, refusal } from './good.ts';

const HOUR = 3_600_000;
const stop = (from: string, until?: string): Stop => ({ from: at(from), ...(until === undefined ? {} : { until: at(until) }), because: { en: 'extended by the sheriff', cy: 'estynnwyd gan y siryf' } });
const scotsWorkingDays: Running = { over: 'working-days', nation: 'scotland' };

/** Worked by hand: the start, the time, when it is due in London, and what lies between. */
const TABLE: readonly (readonly [string, string, string, string, Running?])[] = [
  ['2026-06-01T09:00Z', 'PT24H', '2 June 2026 at 10:00 BST', 'one night of summer'],
  ['2026-01-12T09:00Z', 'PT24H', '13 January 2026 at 09:00 GMT', 'one night of winter'],
  ['2026-12-24T16:00Z', 'PT72H', '27 December 2026 at 16:00 GMT', 'Christmas Day and a weekend, which count', { nation: 'scotland' }],
  ['2026-12-24T16:00Z', 'PT72H', '31 December 2026 at 16:00 GMT', 'Christmas Day, a weekend and the substitute for Boxing Day, which do not count', scotsWorkingDays],
  ['2026-06-06T09:00Z', 'PT24H', '9 June 2026 at 00:00 BST', 'a start on a Saturday, from which no hour counts', { over: 'working-days', nation: 'wales' }],
  ['2026-03-27T12:00Z', 'PT72H', '30 March 2026 at 13:00 BST', 'the clocks going forward'],
  ['2026-10-23T12:00+01:00', 'PT72H', '26 October 2026 at 11:00 GMT', 'the clocks going back'],
  ['2026-03-28T12:00Z', 'PT24H', '29 March 2026 at 13:00 BST', 'the clocks going forward'],
  ['2026-10-24T10:00+01:00', 'PT24H', '25 October 2026 at 09:00 GMT', 'the clocks going back'],
  ['2026-10-24T01:30+01:00', 'PT24H', '25 October 2026 at 01:30 BST', 'the first 01:30 of a night that has two'],
  ['2026-10-24T02:30+01:00', 'PT24H', '25 October 2026 at 01:30 GMT', 'the second 01:30 of a night that has two'],
  ['2026-03-27T12:00Z', 'P7D', '3 April 2026 at 13:00 BST', 'the clocks going forward'],
  ['2026-10-23T12:00+01:00', 'P7D', '30 October 2026 at 11:00 GMT', 'the clocks going back'],
  ['2026-06-01T09:00Z', 'PT72H', '6 June 2026 at 10:00 BST', 'an extension of two days', { stops: [stop('2026-06-02T09:00Z', '2026-06-04T09:00Z')] }],
  ['2026-06-01T09:00Z', 'PT72H', '6 June 2026 at 10:00 BST', 'two extensions that overlap, counted once', { stops: [stop('2026-06-03T09:00Z', '2026-06-04T09:00Z'), stop('2026-06-02T09:00Z', '2026-06-03T12:00Z')] }],
  ['2026-06-01T09:00Z', 'PT72H', '4 June 2026 at 13:00 BST', 'a stop that began before the start', { stops: [stop('2026-05-31T09:00Z', '2026-06-01T12:00Z')] }],
  ['2026-06-01T09:00Z', 'PT72H', '4 June 2026 at 10:00 BST', 'a stop that begins when the time is up', { stops: [stop('2026-06-04T09:00Z')] }],
  ['2026-10-24T12:00Z', 'PT24H', '26 October 2026 at 12:00 GMT', 'an extension over the hour in which the clocks go back', { stops: [stop('2026-10-24T18:00Z', '2026-10-25T18:00Z')] }],
];

describe('A clock in hours', () => {
  for (const [from, length, due, over, running] of TABLE) {
    it(`of ${length} from ${from} is due by ${due}, over ${over}`, () => {
      assert.equal(dueInWords(good(deadline(at(from), length, running))).en, `Due by ${due}`);
    });
  }

  it('shows for each day in London what counted and why, the change of the clocks and weekends included', () => {
    const { working } = good(deadline(at('2026-10-23T11:00Z'), 'PT72H'));
    assert.deepEqual(working.map(({ day, because }) => `${day.slice(8)} ${because.en}`), [
      '23 12 hours counted',
      '24 24 hours counted; Saturday, and this clock runs on weekends',
      '25 25 hours counted; the clocks go back and the day has 25 hours; Sunday, and this clock runs on weekends',
      '26 11 hours counted',
    ]);
    const spring = good(deadline(at('2026-03-28T12:00Z'), 'PT24H')).working.at(-1);
    assert.equal(spring?.because.cy, '12 awr yn cyfrif; mae’r clociau’n mynd ymlaen a 23 awr sydd yn y diwrnod; Dydd Sul, ac mae’r cloc hwn yn rhedeg ar benwythnosau');
  });

  it('shows which bank holidays it ran over or stood still for', () => {
    const said = (running: Running): readonly string[] => good(deadline(at('2026-12-24T16:00Z'), 'PT72H', running)).working.map(({ counts, because }) => `${counts ? '+' : '-'} ${because.en}`);
    assert.deepEqual(said({ nation: 'scotland' }), [
      '+ 8 hours counted',
      '+ 24 hours counted; Christmas Day, and this clock runs on bank holidays',
      '+ 24 hours counted; Saturday, and this clock runs on weekends',
      '+ 16 hours counted; Sunday, and this clock runs on weekends',
    ]);
    assert.deepEqual(said(scotsWorkingDays), [
      '+ 8 hours counted',
      '- Christmas Day: bank holidays do not count',
      '- Saturday: weekends do not count',
      '- Sunday: weekends do not count',
      '- Boxing Day (substitute day): bank holidays do not count',
      '+ 24 hours counted',
      '+ 24 hours counted',
      '+ 16 hours counted',
    ]);
  });

  it('cuts a day where a stop begins and ends, and says why it stood still', () => {
    const { working } = good(deadline(at('2026-06-01T09:00Z'), 'PT10H', { stops: [stop('2026-06-01T11:30Z', '2026-06-01T12:00Z')] }));
    assert.deepEqual(working.map(({ because }) => because.en), ['2 hours and 30 minutes counted', 'The clock is stopped: extended by the sheriff', '7 hours and 30 minutes counted']);
    assert.equal(working[1]?.because.cy, 'Mae’r cloc wedi’i stopio: estynnwyd gan y siryf');
  });
});

describe('How a clock stands', () => {
  const plain = good(deadline(at('2026-06-01T09:00Z'), 'PT72H'));

  it('before it starts, while it runs, at the very moment that it is due, and after it', () => {
    assert.deepEqual(standingAt(plain, at('2026-06-01T08:59Z')), { state: 'not-started', elapsed: 0, remaining: 72 * HOUR, overdueBy: 0 });
    assert.deepEqual(standingAt(plain, at('2026-06-01T09:00Z')), { state: 'running', elapsed: 0, remaining: 72 * HOUR, overdueBy: 0 });
    assert.deepEqual(standingAt(plain, at('2026-06-03T10:00Z')), { state: 'running', elapsed: 49 * HOUR, remaining: 23 * HOUR, overdueBy: 0 });
    assert.deepEqual(standingAt(plain, at('2026-06-04T09:00Z')), { state: 'running', elapsed: 72 * HOUR, remaining: 0, overdueBy: 0 });
    assert.deepEqual(standingAt(plain, at('2026-06-04T09:00:00.001Z')), { state: 'overdue', elapsed: 72 * HOUR, remaining: 0, overdueBy: 1 });
  });

  it('while a lawful extension lasts, and again when it has ended', () => {
    const open = good(deadline(at('2026-06-01T09:00Z'), 'PT72H', { stops: [stop('2026-06-02T09:00Z')] }));
    assert.equal(open.due, undefined);
    assert.deepEqual(standingAt(open, at('2026-09-01T09:00Z')), { state: 'stopped', elapsed: 24 * HOUR, remaining: 48 * HOUR, overdueBy: 0 });
    assert.deepEqual(dueInWords(open), { en: 'The clock is stopped', cy: 'Mae’r cloc wedi’i stopio' });
    const ended = good(deadline(at('2026-06-01T09:00Z'), 'PT72H', { stops: [stop('2026-06-02T09:00Z', '2026-06-04T09:00Z')] }));
    assert.deepEqual(standingAt(ended, at('2026-06-03T09:00Z')).state, 'stopped');
    assert.deepEqual(standingAt(ended, at('2026-06-05T09:00Z')), { state: 'running', elapsed: 48 * HOUR, remaining: 24 * HOUR, overdueBy: 0 });
  });

  it('over a weekend, for a clock that runs on working days alone', () => {
    const weekdays = good(deadline(at('2026-06-05T09:00Z'), 'PT24H', { over: 'working-days', nation: 'wales' }));
    assert.deepEqual(standingAt(weekdays, at('2026-06-06T12:00Z')), { state: 'stopped', elapsed: 14 * HOUR, remaining: 10 * HOUR, overdueBy: 0 });
  });
});

describe('A clock is refused', () => {
  for (const length of ['P1M', 'P1Y', '72 hours', 'PT0H', 'P', 'PT', 'P1DT', '-PT72H']) {
    it(`for the time \`${length}\``, () => assert.match(refusal(deadline(at('2026-06-01T09:00Z'), length)), /is not a time that a clock can run for: write it as PT72H or P7D/));
  }

  it('when a stop ends before it begins', () => {
    assert.match(refusal(deadline(at('2026-06-01T09:00Z'), 'PT72H', { stops: [stop('2026-06-02T09:00Z', '2026-06-02T09:00Z')] })), /must start again later/);
  });

  it('outside the years whose bank holidays are known, where they matter to it', () => {
    assert.match(refusal(deadline(at('2028-12-29T09:00Z'), 'PT72H', scotsWorkingDays)), /1 January 2029/);
    assert.equal(dueInWords(good(deadline(at('2028-12-29T09:00Z'), 'PT72H', { nation: 'scotland' }))).en, 'Due by 1 January 2029 at 09:00 GMT');
  });
});
