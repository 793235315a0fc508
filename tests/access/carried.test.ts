import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Access } from '../../src/access/access.ts';
import { standingOf } from '../../src/access/standing.ts';
import { ACCESS_RULES } from '../../src/areas/access-rules.ts';
import { openRegister } from '../../src/assessment/open-register.ts';
import { date } from '../../src/kernel/date.ts';
import type { Ref } from '../../src/model/field.ts';
import type { AnyRecord } from '../../src/model/kind.ts';
import { KIND_NAMES, type KindName } from '../../src/model/kinds.ts';
import type { Change } from '../../src/register/entry.ts';
import { Snapshot } from '../../src/register/snapshot.ts';
import { Random } from './matrix/random.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/demo-wales/register.yaml', import.meta.url));
const TODAY = date('2012-12-10');

/** Turns of a register that bring somebody sight or take it away, each made from a record that is there. */
const TURNS: Readonly<Partial<Record<KindName, (record: AnyRecord, snapshot: Snapshot) => object | undefined>>> = {
  meetings: (record) => ({ ...record, record: 'minutes' }),
  advice: (record) => ({ ...record, confidential: (record as { readonly confidential?: boolean }).confidential !== true }),
  appointments: () => undefined,
  seats: () => undefined,
  instruments: (record) => ({ ...record, state: 'agreed', publishedAt: 'The council’s site' }),
  reports: (record) => ({ ...record, state: (record as { readonly state?: string }).state === 'published' ? 'draft' : 'published' }),
  actions: (record, snapshot) => ({ ...record, arisingFrom: snapshot.all('advice')[0]?.ref }),
};

describe('What somebody may see of a register that grows', () => {
  it('is, carried on from act to act, what it is worked out anew, for every record and field', async () => {
    const opened = await openRegister(EXAMPLE);
    if (!opened.ok) assert.fail();
    const random = new Random(2012);
    const first = new Snapshot(opened.value.content, TODAY);
    // One who sees advice until it is confidential, a councillor, and somebody who is nothing here any more.
    const isInOffice = (person: Ref<'persons'>): boolean => standingOf(first, person).roles.size > 0;
    const former = first.all('persons').find(({ ref }) => !isInOffice(ref))?.ref ?? assert.fail();
    const inPost = (post: Ref<'posts'>): Ref<'persons'> => first.where('appointments', 'post', post)[0]?.person ?? assert.fail(post);
    const people = [...['monitoring-officer', 'scrutiny-chair'].map((designation) => inPost(first.where('posts', 'designations', designation)[0]?.ref ?? assert.fail(designation))), former];
    const accessOf = (snapshot: Snapshot, person: Ref<'persons'>): Access => new Access(ACCESS_RULES, snapshot, standingOf(snapshot, person));
    const carried = new Map(people.map((person) => [person, accessOf(first, person)]));
    let snapshot = first;
    for (let turn = 0; turn < 60; turn += 1) {
      // Everything is asked, so that everything is remembered.
      for (const access of carried.values()) access.content(opened.value.content);
      const kind = random.of(Object.keys(TURNS) as KindName[]);
      const theirs = [...snapshot.all('appointments').filter(({ person }) => people.slice(1).includes(person)), ...snapshot.all('seats').filter(({ holder }) => people.some((person) => standingOf(snapshot, person).posts.some(({ ref }) => ref === holder)))].filter(({ ref }) => ref.startsWith(`${kind}/`));
      const record = kind === 'advice' ? (snapshot.all('advice')[0] ?? assert.fail()) : random.of<AnyRecord>(theirs.length > 0 ? theirs : snapshot.all(kind));
      const after = TURNS[kind]?.(record, snapshot) as AnyRecord | undefined;
      const change: Change = after === undefined ? { kind, id: record.id, from: TODAY } : { kind, id: record.id, from: record.valid.from, until: record.valid.until, record: after };
      snapshot = snapshot.with([change]);
      for (const person of people) {
        const [grown, fresh] = [(carried.get(person) ?? assert.fail()).after(new Set([`${kind}/${record.id}` as Ref]), snapshot, standingOf(snapshot, person)), accessOf(snapshot, person)];
        carried.set(person, grown);
        for (const each of KIND_NAMES) {
          for (const one of snapshot.all(each, 'ever') as readonly AnyRecord[]) {
            assert.equal(grown.sees(one), fresh.sees(one), `${person} and ${one.ref} after ${kind}/${record.id}`);
            assert.deepEqual(grown.fieldsHidden(one), fresh.fieldsHidden(one), `${person} and the fields of ${one.ref} after ${kind}/${record.id}`);
          }
        }
      }
    }
  });
});
