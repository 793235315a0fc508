import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { assess, type Assessment } from '../../src/assessment/assess.ts';
import { WarmAssessments } from '../../src/assessment/warm-assessments.ts';
import { addDays, date } from '../../src/kernel/date.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import type { AnyRecord } from '../../src/model/kind.ts';
import { KIND_NAMES } from '../../src/model/kinds.ts';
import type { RegisterContent } from '../../src/model/register-header.ts';
import type { Change } from '../../src/register/entry.ts';
import { Image } from '../../src/register/image.ts';
import { Snapshot } from '../../src/register/snapshot.ts';
import { authority, changesOf, pack, read, YEAR } from './random-changes.ts';

const ON = date('2012-12-10');
const everything = ({ judged }: Assessment) => judged.map(({ compiled, applies, paper, practice, resilient, diagnosis }) => ({ id: compiled.expectation.id, applies, paper, practice, resilient, diagnosis }));
const verdicts = ({ judged }: Assessment) => judged.map(({ compiled, paper, practice, resilient, diagnosis }) => [compiled.expectation.id, paper.verdict, practice.verdict, resilient.verdict, diagnosis]);

/** A register in memory that begins with the content as entry 0, and what adds an entry to it. */
function grown(content: RegisterContent): { readonly image: Image; readonly act: (changes: readonly Change[], header?: RegisterContent['header']) => void } {
  const image = new Image();
  const act = (changes: readonly Change[], header?: RegisterContent['header']): void => {
    const number = image.entries.length;
    image.apply({ number, recordedAt: instantOf(number * 1000), actor: { person: 'clerk' }, act: 'record.put', reason: 'For the test.', header, changes }, `key ${number}`);
  };
  const records = KIND_NAMES.flatMap((kind) => (content.records[kind] ?? []) as readonly AnyRecord[]);
  act(records.map((record): Change => ({ kind: record.ref.split('/')[0] as Change['kind'], id: record.id, ...record.valid, record })), content.header);
  return { image, act };
}

describe('Verdicts that are carried on', () => {
  it('are after each of 200 random acts what they are from scratch, word for word', () =>
    fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 10_000 }), fc.array(fc.nat({ max: 100_000 }), { minLength: 200, maxLength: 200 }), async (seed, numbers) => {
      const { image, act } = grown(await read(authority(seed)));
      const warm = new WarmAssessments();
      for (const [index, number] of numbers.entries()) {
        const carried = warm.of(image.snapshot(ON), pack, YEAR);
        if (index % 20 === 0) assert.deepEqual(everything(carried), everything(assess(image.snapshot(ON), pack, YEAR)));
        act(changesOf(carried.snapshot, [number]));
      }
      const carried = warm.of(image.snapshot(ON), pack, YEAR);
      assert.deepEqual(everything(carried), everything(assess(image.snapshot(ON), pack, YEAR)));
      assert.deepEqual(verdicts(carried), verdicts(assess(new Snapshot(image.content(), ON), pack, YEAR)));
    }), { numRuns: 4, endOnFailure: true }));

  it('are worked out once for what nobody changed, and one date apart from another', async () => {
    const { image, act } = grown(await read(authority(7)));
    const warm = new WarmAssessments();
    const [today, before] = [warm.of(image.snapshot(ON), pack, YEAR), warm.of(image.snapshot(addDays(ON, -100)), pack, YEAR)];
    assert.equal(warm.of(image.snapshot(ON), pack, YEAR), today);
    assert.notEqual(before, today);
    act(changesOf(today.snapshot, [12]));
    const after = warm.of(image.snapshot(ON), pack, YEAR);
    assert.notEqual(after, today);
    const kept = after.judged.filter((one, index) => one === today.judged[index]).length;
    assert.ok(kept > 0 && kept < after.judged.length, `${kept} of ${after.judged.length} were carried on`);
  });

  it('begin anew when the register says something new of itself', async () => {
    const content = await read(authority(9));
    const { image, act } = grown(content);
    const warm = new WarmAssessments();
    const before = warm.of(image.snapshot(ON), pack, YEAR);
    act([], { ...content.header, completeFor: [] });
    const after = warm.of(image.snapshot(ON), pack, YEAR);
    assert.notEqual(after.snapshot.root, before.snapshot.root);
    assert.deepEqual(everything(after), everything(assess(new Snapshot(image.content(), ON), pack, YEAR)));
  });
});
