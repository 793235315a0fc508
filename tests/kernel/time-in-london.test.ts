import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { momentInLondon, parseInstant, timeInLondon } from '../../src/kernel/instant.ts';

describe('A time that clocks in London show', () => {
  for (const [day, time, instant] of [
    ['2026-06-01', '16:30', '2026-06-01T15:30:00.000Z'],
    ['2026-06-01', '9.05', '2026-06-01T08:05:00.000Z'],
    ['2026-01-12', '00:00', '2026-01-12T00:00:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '01:30 BST', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '01:30 gmt', '2026-10-25T01:30:00.000Z'],
    ['2026-06-01', '16:30 BST', '2026-06-01T15:30:00.000Z'],
  ] as const) it(`on ${day}, ${time}, is ${instant}`, () => assert.equal(momentInLondon(day, time), instant));

  for (const [day, time, why] of [
    ['2026-03-29', '01:30', 'the clocks pass over it'],
    ['2026-06-01', '16:30 GMT', 'they show summer time'],
    ['2026-06-01', '24:00', 'no clock shows it'],
    ['2026-06-01', '16:60', 'no clock shows it'],
    ['2026-06-31', '16:30', 'there is no such day'],
    ['2026-06-01', 'half past four', 'it is no time'],
    ['2026-06-01', '', 'nothing was said'],
  ] as const) it(`on ${day}, “${time}”, is none, since ${why}`, () => assert.equal(momentInLondon(day, time), undefined));

  it('reads back to the same moment, the two of the night when the clocks go back included', () => {
    for (const instant of ['2026-06-01T15:30:00.000Z', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-03-29T01:00:00.000Z'].map((text) => parseInstant(text) ?? assert.fail(text))) {
      const day = instant.slice(0, 10);
      assert.equal(momentInLondon(day, timeInLondon(instant)), instant);
    }
    assert.deepEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'].map((text) => timeInLondon(parseInstant(text) ?? assert.fail())), ['01:30 BST', '01:30 GMT']);
  });
});
