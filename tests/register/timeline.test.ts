import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, date, type CalendarDate } from '../../src/kernel/date.ts';
import { contains } from '../../src/kernel/period.ts';
import type { AnyRecord } from '../../src/model/kind.ts';
import type { Change } from '../../src/register/entry.ts';
import { changed, type Versions } from '../../src/register/timeline.ts';

const DAY_ONE = date('2012-01-01');
const day = (n: number): CalendarDate => addDays(DAY_ONE, n);
const version = (note: string): AnyRecord => ({ ref: 'posts/a', id: 'a', valid: {}, note });

/** A change over some of forty days, putting a version named by a number or nothing. */
const changes = fc.array(
  fc.record({ from: fc.option(fc.integer({ min: 0, max: 40 })), length: fc.option(fc.integer({ min: 1, max: 20 })), put: fc.boolean() }),
  { maxLength: 12 },
).map((all) => all.map(({ from, length, put }, index): Change => ({
  kind: 'posts',
  id: 'a',
  from: from === null ? undefined : day(from),
  until: length === null ? undefined : day((from ?? 0) + length),
  ...(put ? { record: version(String(index)) } : {}),
})));

/** The plainest reading: on each day, the last change whose period has the day is right. */
const plainly = (all: readonly Change[], on: CalendarDate): string | undefined =>
  all.filter((change) => contains(change, on)).at(-1)?.record?.note;

describe('The versions of a record', () => {
  it('say on every day what the last change that covers the day says', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const versions = all.reduce<Versions>(changed, []);
        for (let n = -2; n < 65; n += 1) {
          const valid = versions.filter((one) => contains(one.valid, day(n)));
          assert.ok(valid.length <= 1, 'two versions hold on one day');
          assert.equal(valid[0]?.note, plainly(all, day(n)));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('go back to what held before when a temporary change is over', () => {
    const first: Change = { kind: 'posts', id: 'a', record: version('permanent') };
    const second: Change = { kind: 'posts', id: 'a', from: day(10), until: day(20), record: version('temporary') };
    const versions = [first, second].reduce<Versions>(changed, []);
    assert.deepEqual(versions.map(({ note, valid }) => [note, valid.from, valid.until]), [
      ['permanent', undefined, day(10)],
      ['temporary', day(10), day(20)],
      ['permanent', day(20), undefined],
    ]);
  });
});
