import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { dateInLondon, instantOf, parseInstant } from '../../src/kernel/instant.ts';

const asked = (text: string): string => dateInLondon(parseInstant(text) ?? assert.fail(text));

describe('The date in London', () => {
  it('turns at midnight there, in summer an hour before it does in UTC, whatever was asked before', () => {
    for (const [text, day] of [['2013-06-30T22:59:59.999Z', '2013-06-30'], ['2013-06-30T23:00:00.000Z', '2013-07-01'], ['2013-06-30T22:59:00.000Z', '2013-06-30'], ['2013-01-01T23:59:59.999Z', '2013-01-01'], ['2013-01-02T00:00:00.000Z', '2013-01-02'], ['2012-01-02T00:00:00.000Z', '2012-01-02']]) {
      assert.equal(asked(text ?? ''), day);
    }
  });

  it('is that of the calendar of the zone at every minute about the turn of each day, asked in any order', () => {
    const minutes = Array.from({ length: 3000 }, (_, n) => Date.UTC(1848 + (n % 180), n % 12, 1 + (n % 28), 22 + (n % 3), (n * 7) % 60, n % 60));
    for (const minute of minutes) {
      const instant = instantOf(minute);
      assert.equal(dateInLondon(instant), Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate().toString(), instant);
    }
  });
});

describe('An instant', () => {
  it('that does not exist is none, as exactly as it may be written', () => {
    for (const text of ['2013-02-30T12:00:00.000Z', '2013-13-01T12:00:00.000Z', '2013-01-01T24:00:00.000Z', '2013-01-01T12:60:00.000Z']) assert.equal(parseInstant(text), undefined, text);
    assert.equal(parseInstant('2012-02-29T23:59:59.999Z'), '2012-02-29T23:59:59.999Z');
    assert.equal(parseInstant('2013-01-01T12:00:00+01:00'), '2013-01-01T11:00:00.000Z');
  });
});
