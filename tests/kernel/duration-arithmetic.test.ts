import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { date, fromDayNumber } from '../../src/kernel/date.ts';
import { duration, minus, plus } from '../../src/kernel/duration.ts';

const days = fc.integer({ min: -36_500, max: 73_000 }).map(fromDayNumber);
const lengths = fc
  .record({ years: fc.nat({ max: 12 }), months: fc.nat({ max: 40 }), weeks: fc.nat({ max: 9 }), days: fc.nat({ max: 400 }) })
  .filter((parts) => Object.values(parts).some((part) => part > 0));

describe('A length of time before or after a date', () => {
  it('is what Temporal says it is, for any date, length and number of times', () => {
    fc.assert(
      fc.property(days, lengths, fc.integer({ min: 1, max: 12 }), (day, parts, times) => {
        const length = duration(`P${parts.years}Y${parts.months}M${parts.weeks}W${parts.days}D`);
        const all = Temporal.Duration.from({ years: parts.years * times, months: parts.months * times, weeks: parts.weeks * times, days: parts.days * times });
        assert.equal(plus(day, length, times), Temporal.PlainDate.from(day).add(all).toString());
        assert.equal(minus(day, length, times), Temporal.PlainDate.from(day).subtract(all).toString());
      }),
      { numRuns: 2000 },
    );
  });

  it('stays within its month at the end of one', () => {
    assert.equal(plus(date('2012-01-31'), duration('P1M')), '2012-02-29');
    assert.equal(plus(date('2013-01-31'), duration('P1M')), '2013-02-28');
    assert.equal(minus(date('1900-03-31'), duration('P1M')), '1900-02-28');
  });
});
