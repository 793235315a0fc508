import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, date, dateInWords, dayNumber, daysBetween, parseDate } from '../../src/kernel/date.ts';
import { duration, minus, parseDuration, plus, wholeTimes } from '../../src/kernel/duration.ts';
import { dateInLondon, parseInstant } from '../../src/kernel/instant.ts';
import { contains, overlaps, shared } from '../../src/kernel/period.ts';

describe('A calendar date', () => {
  it('is read only when the day exists', () => {
    assert.equal(parseDate('2012-02-29'), '2012-02-29');
    for (const none of ['2013-02-29', '2012-13-01', '2012-1-1', '2012-12-10T00:00', '10/12/2012', '', '2012-00-10']) assert.equal(parseDate(none), undefined);
  });

  it('counts days through leap years and clock changes', () => {
    assert.equal(daysBetween(date('2012-02-28'), date('2012-03-01')), 2);
    assert.equal(daysBetween(date('2012-03-24'), date('2012-03-26')), 2);
    assert.equal(addDays(date('2012-10-28'), -365), '2011-10-29');
  });

  it('is said in words in both languages', () => {
    assert.equal(dateInWords(date('2026-06-04'), 'en'), '4 June 2026');
    assert.equal(dateInWords(date('2026-06-04'), 'cy'), '4 Mehefin 2026');
  });

  it('comes back the same from its day number', () => {
    fc.assert(fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => dayNumber(addDays(date('1970-01-01'), days)) === days));
  });
});

describe('A duration', () => {
  it('is read only in years, months, weeks and days, and never empty', () => {
    for (const good of ['P1Y', 'P6M', 'P2W', 'P1Y6M', 'P28D']) assert.equal(parseDuration(good), good);
    for (const bad of ['P', 'P0D', 'PT1H', '1M', 'P1', 'P-1M', 'p1m', '']) assert.equal(parseDuration(bad), undefined);
  });

  it('keeps the end of a month within the month', () => {
    assert.equal(plus(date('2012-01-31'), duration('P1M')), '2012-02-29');
    assert.equal(minus(date('2012-12-11'), duration('P1Y')), '2011-12-11');
  });

  it('fits into a period whole times only', () => {
    assert.equal(wholeTimes(duration('P1M'), date('2011-12-11'), date('2012-12-11')), 12);
    assert.equal(wholeTimes(duration('P1M'), date('2011-12-12'), date('2012-12-11')), 11);
    assert.equal(wholeTimes(duration('P1W'), date('2011-12-11'), date('2012-12-11')), 52);
    assert.equal(wholeTimes(duration('P1Y'), date('2012-01-01'), date('2012-06-01')), 0);
  });

  it('fits n times into the period that n of it make, and not into a day less', () => {
    const lengths = fc.constantFrom('P1W', 'P1M', 'P3M', 'P1Y', 'P10D').map(duration);
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 3000 }), (length, times, start) => {
        const from = addDays(date('2009-01-01'), start);
        const until = plus(from, length, times);
        return wholeTimes(length, from, until) === times && wholeTimes(length, from, addDays(until, -1)) === times - 1;
      }),
    );
  });
});

describe('An instant', () => {
  it('becomes the date on the calendar in London, in summer and in winter', () => {
    const on = (written: string) => dateInLondon(parseInstant(written) ?? assert.fail(written));
    assert.equal(on('2012-06-30T23:30:00Z'), '2012-07-01');
    assert.equal(on('2012-12-31T23:59:59Z'), '2012-12-31');
    assert.equal(on('2013-01-01T00:30:00+01:00'), '2012-12-31');
  });

  it('needs its zone', () => {
    assert.equal(parseInstant('2012-06-30T23:30:00'), undefined);
    assert.equal(parseInstant('2012-06-30'), undefined);
  });
});

describe('A period', () => {
  const [a, b, c] = [date('2012-01-01'), date('2012-02-01'), date('2012-03-01')];

  it('has its first day and not its last', () => {
    assert.equal(contains({ from: a, until: b }, a), true);
    assert.equal(contains({ from: a, until: b }, b), false);
    assert.equal(contains({}, c), true);
  });

  it('does not overlap the one that begins where it ends', () => {
    assert.equal(overlaps({ from: a, until: b }, { from: b, until: c }), false);
    assert.equal(overlaps({ until: b }, { from: a }), true);
    assert.deepEqual(shared({ from: a }, { until: b }), { from: a, until: b });
  });
});
