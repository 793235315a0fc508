import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Result } from '../../src/kernel/result.ts';
import { parseCheckpointText } from '../../src/register/log/checkpoint.ts';
import { openCosigned } from '../../src/register/log/cosignature.ts';
import { generateKey, type SigningKey } from '../../src/register/log/note-key.ts';
import { parseNote } from '../../src/register/log/note.ts';
import { writeSubmission } from '../../src/register/witness/submission.ts';
import { Witness } from '../../src/register/witness/witness.ts';
import { NOON, temporaryFolder } from '../kept/folder.ts';
import { noteOf, treeOf } from './sample-history.ts';

const valueOf = <T>(result: Result<T>): T => (result.ok ? result.value : assert.fail(JSON.stringify(result.faults)));

const folder = join(temporaryFolder(), 'witness');
const trusted = new Map<string, SigningKey[]>();
const open = (): Witness => valueOf(Witness.open({ folder, trusted, now: NOON }));
let witness = open();
after(() => witness.close());

/** What somebody does: enters more in one of three copies of the register, copies one over another, asks in some way, or pulls the plug of the witness. */
type Step =
  | { readonly do: 'grow'; readonly copy: number; readonly by: number }
  | { readonly do: 'copy'; readonly copy: number; readonly over: number }
  | { readonly do: 'ask'; readonly copy: number; readonly size: number; readonly old: 'known' | 'none' | 'own' | 'off'; readonly proof: 'right' | 'wrong' | 'none'; readonly key: 'own' | 'stranger'; readonly clock: number }
  | { readonly do: 'restart' };

const copy = fc.integer({ min: 0, max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('grow' as const), copy, by: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('copy' as const), copy, over: copy }) },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      copy,
      size: fc.integer({ min: 0, max: 3 }),
      old: fc.oneof({ weight: 6, arbitrary: fc.constant('known' as const) }, fc.constantFrom('none' as const, 'own' as const, 'off' as const)),
      proof: fc.oneof({ weight: 6, arbitrary: fc.constant('right' as const) }, fc.constantFrom('wrong' as const, 'none' as const)),
      key: fc.oneof({ weight: 9, arbitrary: fc.constant('own' as const) }, fc.constant('stranger' as const)),
      clock: fc.integer({ min: 0, max: 1_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((leaf, index) => leaf === b[index]);
const begins = (whole: readonly string[], start: readonly string[]): boolean => isSame(whole.slice(0, start.length), start);

let runs = 0;

describe('A witness held against a model that remembers every entry', () => {
  it('answers as the model does in 200 random sequences of growth, forks, retries and restarts, and never cosigns a fork', () => {
    const answers = new Map<string, number>();
    fc.assert(fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const key = generateKey(`answerable/model-${(runs += 1)}`);
      trusted.set(key.name, [key]);
      const copies: string[][] = [[], [], []];
      /** The whole memory of the model: the entries that were last cosigned, and when. */
      let [seen, time]: [readonly string[], number] = [[], 0];
      let entered = 0;
      for (const one of steps) {
        switch (one.do) {
          case 'grow':
            for (let n = 0; n < one.by; n += 1) copies[one.copy]?.push(`entry ${(entered += 1)}`);
            break;
          case 'copy':
            copies[one.over] = [...(copies[one.copy] ?? [])];
            break;
          case 'restart':
            witness.close();
            witness = open();
            break;
          case 'ask': {
            const own = copies[one.copy] ?? [];
            const leaves = own.slice(0, Math.max(0, own.length - one.size));
            const old = { known: seen.length, none: 0, own: leaves.length, off: seen.length + 1 }[one.old];
            const right = old <= leaves.length ? treeOf(leaves).consistencyProof(old) : [];
            const proof = one.proof === 'right' ? right : one.proof === 'none' ? [] : [...right.map((hash) => hash.map((byte) => byte ^ 2)), ...(right.length === 0 ? [new Uint8Array(32)] : [])];
            const signer = one.key === 'own' ? key : generateKey(key.name);
            const note = noteOf(leaves, signer);
            const answer = witness.answer(Buffer.from(writeSubmission({ old, proof, note })), one.clock);
            const isProved = isSame(leaves.slice(0, old), seen) && (one.proof === 'right' || right.length === 0) && !(one.proof === 'wrong');
            const expected = one.key === 'stranger' ? 'not-signed'
              : old > leaves.length ? 'malformed'
              : old !== seen.length || (leaves.length === seen.length && !isSame(leaves, seen)) ? 'conflict'
              : isProved ? 'cosigned' : 'wrong-proof';
            assert.equal(answer.state, expected);
            answers.set(expected, (answers.get(expected) ?? 0) + 1);
            if (answer.state === 'conflict') assert.deepEqual([answer.size, answer.fork], [seen.length, old === seen.length]);
            if (answer.state !== 'cosigned') break;
            assert.ok(begins(leaves, seen), 'what is cosigned continues what was cosigned');
            const cosignature = valueOf(openCosigned(note + answer.lines, witness.key));
            assert.equal(cosignature.time, Math.max(one.clock, time), 'the time never runs backwards');
            const checkpoint = valueOf(parseCheckpointText(valueOf(parseNote(note + answer.lines)).text));
            assert.deepEqual([checkpoint.size, Buffer.from(checkpoint.root)], [leaves.length, Buffer.from(treeOf(leaves).root())]);
            [seen, time] = [leaves, cosignature.time];
            break;
          }
        }
      }
    }), { numRuns: 200 });
    for (const state of ['cosigned', 'conflict', 'wrong-proof', 'not-signed', 'malformed']) assert.ok((answers.get(state) ?? 0) > 20, `${state}: ${answers.get(state) ?? 0} times`);
  });
});
