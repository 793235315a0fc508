import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { assess, assessAgain, type Assessment } from '../../src/assessment/assess.ts';
import type { AnyRecord } from '../../src/model/kind.ts';
import { KIND_NAMES } from '../../src/model/kinds.ts';
import type { RecordsByKind, RegisterContent } from '../../src/model/register-header.ts';
import type { Change } from '../../src/register/entry.ts';
import { changed } from '../../src/register/timeline.ts';
import { authority, changesOf, on, pack, read, YEAR, type Raw, type RawRegister } from './random-changes.ts';

const verdicts = ({ judged }: Assessment) => judged.map(({ compiled, paper, practice, resilient, diagnosis }) => [compiled.expectation.id, paper.verdict, practice.verdict, resilient.verdict, diagnosis]);
const everything = ({ judged }: Assessment) => judged.map(({ compiled, applies, paper, practice, resilient, diagnosis }) => ({ id: compiled.expectation.id, applies, paper, practice, resilient, diagnosis }));

/** The register as it would have been read with the changes in it. */
function withChanges(content: RegisterContent, changes: readonly Change[]): RegisterContent {
  const records: Record<string, readonly AnyRecord[]> = Object.fromEntries(KIND_NAMES.map((kind) => [kind, content.records[kind] ?? []]));
  for (const change of changes) {
    const all = records[change.kind] ?? [];
    records[change.kind] = [...all.filter(({ id }) => id !== change.id), ...changed(all.filter(({ id }) => id === change.id), change)];
  }
  return { ...content, records: records as RecordsByKind };
}

const seeds = fc.integer({ min: 1, max: 10_000 });
const numbers = fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 3 });

describe('Whatever authority is assessed', () => {
  it('comes to the same, word for word, each time that it is read', () =>
    fc.assert(fc.asyncProperty(seeds, async (seed) => {
      const [one, other] = [await read(authority(seed)), await read(authority(seed))];
      assert.deepEqual(everything(assess(on(one), pack, YEAR)), everything(assess(on(other), pack, YEAR)));
    }), { numRuns: 6 }));

  it('comes to the same with a record more that nothing has to do with', () =>
    fc.assert(fc.asyncProperty(seeds, fc.constantFrom('persons', 'units', 'organisations', 'evidence', 'posts'), async (seed, kind) => {
      const raw = authority(seed);
      const stray: Readonly<Record<typeof kind, Raw>> = {
        persons: { id: 'stray', name: 'Fictional Stranger' },
        units: { id: 'stray', name: 'Archive', level: 'team' },
        organisations: { id: 'stray', name: 'Fictional Society', type: 'union' },
        evidence: { id: 'stray', title: 'A note', file: 'note.txt' },
        posts: { id: 'stray', title: 'Archivist', reportsTo: 'post-9' },
      };
      const more = { ...raw, [kind]: [...(raw[kind] ?? []), stray[kind]] };
      assert.deepEqual(verdicts(assess(on(await read(more)), pack, YEAR)), verdicts(assess(on(await read(raw)), pack, YEAR)));
    }), { numRuns: 12 }));

  it('comes to the same after changes, whether assessed again or from scratch, for the same reasons', () =>
    fc.assert(fc.asyncProperty(seeds, numbers, numbers, async (seed, first, second) => {
      const content = await read(authority(seed));
      const snapshot = on(content);
      const before = assess(snapshot, pack, YEAR);
      const changes = changesOf(snapshot, first);
      const after = assessAgain(before, snapshot.with(changes));
      assert.deepEqual(everything(after), everything(assess(snapshot.with(changes), pack, YEAR)));
      assert.deepEqual(verdicts(after), verdicts(assess(on(withChanges(content, changes)), pack, YEAR)));

      const further = after.snapshot.with(changesOf(after.snapshot, second));
      assert.deepEqual(everything(assessAgain(after, further)), everything(assess(further, pack, YEAR)));
      assert.deepEqual(everything(assessAgain(after, snapshot)), everything(before));
    }), { numRuns: 40 }));

  it('rests on just those without whom a register comes to less', () =>
    fc.assert(fc.asyncProperty(seeds, fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 2, maxLength: 3 }), async (seed, people) => {
      const raw = authority(seed);
      const { judged } = assess(on(await read(raw)), pack, YEAR);
      for (const person of people) {
        const without = assess(on(await read(withoutPerson(raw, `p${person}`))), pack, YEAR);
        for (const [index, { compiled, resilient, ...lenses }] of judged.entries()) {
          for (const lens of ['paper', 'practice'] as const) {
            if (lenses[lens].verdict !== 'met') continue;
            const rests = resilient.restsOn.find((one) => one.lens === lens && one.person === `persons/p${person}`);
            const verdict = without.judged[index]?.[lens].verdict;
            assert.equal(rests?.falls ?? 'stands', verdict === 'met' || verdict === 'does-not-apply' ? 'stands' : verdict, `${compiled.expectation.id} ${lens} without p${person}`);
          }
        }
      }
    }), { numRuns: 12 }));
});

/** The register as it would be read had the person left on its date, with nothing left that was theirs by name. */
function withoutPerson(raw: RawRegister, person: string): RawRegister {
  const { asAt } = raw.register;
  const isTheirs = (ref: unknown): boolean => ref === person || ref === `persons/${person}`;
  return {
    ...raw,
    appointments: (raw['appointments'] ?? []).map((one) => (isTheirs(one['person']) ? { ...one, until: asAt } : one)),
    seats: (raw['seats'] ?? []).filter(({ holder }) => !isTheirs(holder)),
    provisions: (raw['provisions'] ?? []).map((one) => ({ ...one, gives: (one['gives'] as readonly Raw[]).filter(({ to }) => !isTheirs(to)) })),
  } as unknown as RawRegister;
}
