import { generateAuthority } from '../../examples/generated/generate.ts';
import { openPack } from '../../src/assessment/open-register.ts';
import { addDays } from '../../src/kernel/date.ts';
import { duration } from '../../src/kernel/duration.ts';
import type { AnyRecord } from '../../src/model/kind.ts';
import type { KindName } from '../../src/model/kinds.ts';
import { readRegisterFile } from '../../src/model/register-file/read.ts';
import type { RegisterContent } from '../../src/model/register-header.ts';
import type { Change } from '../../src/register/entry.ts';
import { Snapshot } from '../../src/register/snapshot.ts';
import { vocabulariesOf } from '../../src/rules/vocabularies.ts';

export type Raw = Record<string, unknown>;
export type RawRegister = Readonly<Record<string, Raw[]>> & { readonly register: Raw };

const opened = openPack('wales-2009');
if (!opened.ok) throw new Error('The pack has faults.');
export const pack = opened.value;
export const YEAR = duration('P1Y');

/** A generated authority in which people also hold things by name, deputise, and appear at meetings as themselves. */
export function authority(seed: number): RawRegister {
  const raw = structuredClone(generateAuthority({ seed, records: 330, people: 24 })) as unknown as RawRegister;
  raw['seats']?.push({ id: 'in-person', body: 'lsb', holder: 'persons/p5', role: 'member' }, { id: 'in-person-too', body: 'cmt', holder: 'persons/p1', role: 'member' });
  raw['provisions']?.push(
    { id: 'to-a-person', instrument: 'constitution', number: 20, text: 'A power.', gives: [{ to: 'persons/p1', responsibility: 'decides', over: 'functions/adult-care' }, { to: 'director', responsibility: 'challenges' }] },
    { id: 'deputy', instrument: 'constitution', number: 21, text: 'Who deputises.', gives: [{ to: seed % 2 === 0 ? 'head-adults' : 'persons/p4', responsibility: 'deputises-for', towards: 'director' }] },
  );
  for (const meeting of raw['meetings'] ?? []) if (seed % 3 === 0) meeting['attended'] = ['p0', 'p1'].map((person) => `persons/${person}`);
  return raw;
}

export async function read(raw: unknown): Promise<RegisterContent> {
  const file = await readRegisterFile({ name: 'generated.json', bytes: new TextEncoder().encode(JSON.stringify(raw)) }, vocabulariesOf(pack.pack));
  if (!file.ok) throw new Error(file.faults.map(({ sentence }) => sentence).join(' '));
  return file.value;
}

export function on(content: RegisterContent): Snapshot {
  const { asAt } = content.header;
  if (asAt === undefined) throw new Error('A generated register says its date.');
  return new Snapshot(content, asAt);
}

const put = (kind: KindName, record: AnyRecord, fields: Raw, from: Change['from'] = undefined): Change => {
  const written = { ...record, ...fields } as AnyRecord;
  return { kind, id: written.id, from, until: record.valid.until, record: written };
};

/** Changes of the sort that people make, to records that the numbers choose. */
export function changesOf(snapshot: Snapshot, numbers: readonly number[]): readonly Change[] {
  const day = snapshot.validOn;
  const one = <K extends KindName>(kind: K, number: number) => {
    const now = snapshot.all(kind);
    const list = now.length > 0 ? now : snapshot.all(kind, 'ever');
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
