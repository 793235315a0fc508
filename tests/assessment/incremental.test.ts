import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { generateAuthority } from '../../examples/generated/generate.ts';
import { assess, assessAgain, type Assessment } from '../../src/assessment/assess.ts';
import { openPack } from '../../src/assessment/open-register.ts';
import { addDays } from '../../src/kernel/date.ts';
import { duration } from '../../src/kernel/duration.ts';
import type { AnyRecord } from '../../src/model/kind.ts';
import { KIND_NAMES, type KindName } from '../../src/model/kinds.ts';
import { readRegisterFile } from '../../src/model/register-file/read.ts';
import type { RecordsByKind, RegisterContent } from '../../src/model/register-header.ts';
import type { Change } from '../../src/register/entry.ts';
import { Snapshot } from '../../src/register/snapshot.ts';
import { changed } from '../../src/register/timeline.ts';
import { vocabulariesOf } from '../../src/rules/vocabularies.ts';

type Raw = Record<string, unknown>;
type RawRegister = Readonly<Record<string, Raw[]>> & { readonly register: Raw };

const opened = openPack('wales-2009');
if (!opened.ok) throw new Error('The pack has faults.');
const pack = opened.value;
const YEAR = duration('P1Y');

/** A generated authority in which people also hold things by name, deputise, and appear at meetings as themselves. */
function authority(seed: number): RawRegister {
  const raw = structuredClone(generateAuthority({ seed, records: 330, people: 24 })) as unknown as RawRegister;
  raw['seats']?.push({ id: 'in-person', body: 'lsb', holder: 'persons/p5', role: 'member' }, { id: 'in-person-too', body: 'cmt', holder: 'persons/p1', role: 'member' });
  raw['provisions']?.push(
    { id: 'to-a-person', instrument: 'constitution', number: 20, text: 'A power.', gives: [{ to: 'persons/p1', responsibility: 'decides', over: 'functions/adult-care' }, { to: 'director', responsibility: 'challenges' }] },
    { id: 'deputy', instrument: 'constitution', number: 21, text: 'Who deputises.', gives: [{ to: seed % 2 === 0 ? 'head-adults' : 'persons/p4', responsibility: 'deputises-for', towards: 'director' }] },
  );
  for (const meeting of raw['meetings'] ?? []) if (seed % 3 === 0) meeting['attended'] = ['p0', 'p1'].map((person) => `persons/${person}`);
  return raw;
}

async function read(raw: unknown): Promise<RegisterContent> {
  const file = await readRegisterFile({ name: 'generated.json', bytes: new TextEncoder().encode(JSON.stringify(raw)) }, vocabulariesOf(pack.pack));
  if (!file.ok) throw new Error(file.faults.map(({ sentence }) => sentence).join(' '));
  return file.value;
}

function on(content: RegisterContent): Snapshot {
  const { asAt } = content.header;
  if (asAt === undefined) throw new Error('A generated register says its date.');
  return new Snapshot(content, asAt);
}

const verdicts = ({ judged }: Assessment) => judged.map(({ compiled, paper, practice, resilient, diagnosis }) => [compiled.expectation.id, paper.verdict, practice.verdict, resilient.verdict, diagnosis]);
const everything = ({ judged }: Assessment) => judged.map(({ compiled, applies, paper, practice, resilient, diagnosis }) => ({ id: compiled.expectation.id, applies, paper, practice, resilient, diagnosis }));

const put = (kind: KindName, record: AnyRecord, fields: Raw, from: Change['from'] = undefined): Change => ({ kind, id: record.id, from, until: record.valid.until, record: { ...record, ...fields } as AnyRecord });

/** Changes of the sort that people make, to records that the numbers choose. */
function changesOf(snapshot: Snapshot, numbers: readonly number[]): readonly Change[] {
  const day = snapshot.validOn;
  const one = <K extends KindName>(kind: K, number: number) => {
    const list = snapshot.all(kind);
    const record = list[number % list.length];
    if (record === undefined) throw new Error(`There are no ${kind}.`);
    return record;
  };
  const kinds: readonly ((number: number) => Change)[] = [
    (n) => put('seats', one('seats', n), { role: n % 2 === 0 ? 'in-attendance' : 'chair' }, day),
    (n) => put('seats', one('seats', n), { holder: `persons/p${n % 24}` }, day),
    (n) => ({ kind: 'appointments', id: one('appointments', n % 10).id, from: day }),
    (n) => put('appointments', one('appointments', n), { id: 'another', ref: 'appointments/another', person: `persons/p${n % 24}`, post: one('posts', n % 8).ref }, day),
    (n) => put('meetings', one('meetings', n), { held: n % 2 === 0, record: 'own-notes', attended: ['persons/p1'] }),
    (n) => put('meetings', one('meetings', n), { id: 'another', ref: 'meetings/another', on: addDays(day, -(n % 300)) }),
    (n) => ({ kind: 'meetings', id: one('meetings', n).id }),
    (n) => put('posts', one('posts', n % 12), { reportsTo: n % 2 === 0 ? 'posts/chief-executive' : undefined }, day),
    (n) => put('instruments', one('instruments', n), n % 2 === 0 ? { reviewBy: '2011-01-01' } : { state: 'draft' }, day),
    (n) => put('provisions', one('provisions', n), { gives: [{ to: n % 2 === 0 ? 'persons/p1' : 'posts/director', responsibility: 'accountable', over: 'workforce' }] }, day),
    (n) => put('series', one('series', n), { frequency: n % 2 === 0 ? 'P1W' : 'P1Y' }, day),
    (n) => put('agreements', one('agreements', n), { signedBy: `persons/p${n % 5}` }),
    (n) => put('observations', one('observations', n), { status: 'provisional', value: n % 100 }),
    (n) => put('functions', one('functions', n), { ledBy: n % 2 === 0 ? 'posts/education' : 'posts/head-adults' }, day),
  ];
  return numbers.map((number) => {
    const make = kinds[number % kinds.length];
    if (make === undefined) throw new RangeError(`There is no change ${number}.`);
    return make(Math.floor(number / kinds.length));
  });
}

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
