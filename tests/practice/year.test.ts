import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addDays, date } from '../../src/kernel/date.ts';
import type { Diagnosis } from '../../src/assessment/diagnosis.ts';
import { AuthorityAtWork } from './authority-at-work.ts';
import { SMALL_COUNCIL } from './small-council.ts';
import { YEAR } from './year-played.ts';

describe('A year of an authority, in which verdicts move only by what its people do', () => {
  let council: AuthorityAtWork;
  let standing: ReadonlyMap<string, Diagnosis>;
  const judged = async (on: string): Promise<ReadonlyMap<string, Diagnosis>> => new Map((await council.judged(on)).judged.map(({ compiled, diagnosis }) => [compiled.expectation.id, diagnosis]));
  before(async () => {
    council = await AuthorityAtWork.begin(SMALL_COUNCIL, '2013-01-01');
    standing = await judged('2013-01-02');
  });
  after(() => council.close());

  for (const { in: month, ends, happens, moves } of YEAR) {
    it(`${month}`, async () => {
      await happens(council);
      const then = await judged(ends);
      const moved = Object.fromEntries([...then].flatMap(([id, diagnosis]) => (standing.get(id) === diagnosis ? [] : [[id, `${standing.get(id) ?? 'nothing'} → ${diagnosis}`]])));
      standing = then;
      assert.deepEqual(moved, moves);
    });
  }

  it('ends with every act on record, each by somebody who may, with a reason', async () => {
    const { entries } = await council.register.latest();
    assert.ok(entries.length > 60);
    assert.ok(entries.every(({ reason, actor }) => reason !== '' && actor.person !== ''));
  });

  it('is the same when it is read back, month by month, as it was then', async () => {
    assert.equal(await council.diagnosis('2013-05-31', 'governance.current-holders'), 'secured');
    assert.equal(await council.diagnosis(addDays(date('2013-10-14'), 1), 'governance.current-holders'), 'despite-the-arrangements');
    assert.equal(await council.diagnosis('2013-12-31', 'governance.current-holders'), 'secured');
  });
});
