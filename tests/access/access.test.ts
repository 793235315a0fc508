import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Access } from '../../src/access/access.ts';
import { PUBLIC, standingOf } from '../../src/access/standing.ts';
import { ACCESS_RULES } from '../../src/areas/access-rules.ts';
import { openRegister, openRegisterBytes, snapshotOf } from '../../src/assessment/open-register.ts';
import { date } from '../../src/kernel/date.ts';
import { faultInWords } from '../../src/kernel/fault.ts';
import type { AnyRecord } from '../../src/model/kind.ts';
import { KIND_NAMES } from '../../src/model/kinds.ts';
import { recordsOf } from '../../src/model/register-file/written.ts';
import type { RegisterContent } from '../../src/model/register-header.ts';
import type { Snapshot } from '../../src/register/snapshot.ts';
import { SMALL, WITH_DEPUTY } from '../assessment/small-register.ts';

const ADVICE = `
advice:
  - { id: open, nature: advice, from: director, to: chief, subject: Rota, on: 2012-05-01 }
  - { id: closed, nature: concern, from: deputy, by: cai, to: chief, subject: A matter between us, on: 2012-05-02, confidential: true }
reports:
  - { id: draft, type: annual, title: Not yet, state: draft }
  - { id: out, type: annual, title: For everybody, state: published }
`;
const REGISTERED = SMALL.replace('name: Ben Example }', 'name: Ben Example, registrations: [{ body: CCW, number: "W/1", from: 2004-04-01 }], note: On leave in May. }');

async function snapshotOn(text: string, on = '2012-12-10'): Promise<Snapshot> {
  const opened = await openRegisterBytes('small.yaml', new TextEncoder().encode(text));
  return opened.ok ? snapshotOf(opened.value, date(on)) : assert.fail(opened.faults.map(faultInWords).join('\n'));
}

const accessOf = (snapshot: Snapshot, id: string): Access => new Access(ACCESS_RULES, snapshot, standingOf(snapshot, `persons/${id}`));
const named = (snapshot: Snapshot, ref: `${string}/${string}`): AnyRecord => snapshot.get(ref as never) ?? assert.fail(ref);

describe('What somebody is', () => {
  it('follows from the posts they hold on the day, and ends with the appointment', async () => {
    const text = SMALL.replace('post: director, basis: permanent, from: 2010-01-01', 'post: director, basis: permanent, from: 2010-01-01, until: 2012-06-01');
    assert.ok(standingOf(await snapshotOn(text, '2012-05-31'), 'persons/ben').roles.has('statutory-officer'));
    assert.equal(standingOf(await snapshotOn(text, '2012-06-01'), 'persons/ben').roles.size, 0);
  });

  it('includes the post that they deputise for only while nobody holds it', async () => {
    const held = standingOf(await snapshotOn(WITH_DEPUTY), 'persons/cai');
    assert.ok(!held.roles.has('statutory-officer'));
    const vacant = standingOf(await snapshotOn(WITH_DEPUTY.replace('post: director, basis: permanent, from: 2010-01-01', 'post: director, basis: permanent, from: 2010-01-01, until: 2012-06-01')), 'persons/cai');
    assert.ok(vacant.roles.has('statutory-officer'));
    assert.deepEqual(vacant.posts.find(({ ref }) => ref === 'posts/director'), { ref: 'posts/director', asDeputyBy: 'provisions/pv1' });
  });

  it('is nothing for a name that the register does not have', async () => {
    assert.deepEqual([...standingOf(await snapshotOn(SMALL), 'persons/nobody').roles], []);
  });
});

describe('Confidential advice', () => {
  it('is seen by those whom it names and by nobody else, whatever their post', async () => {
    const snapshot = await snapshotOn(`${SMALL}${ADVICE}`);
    const seen = (id: string, ref: `${string}/${string}`): boolean => accessOf(snapshot, id).sees(named(snapshot, ref));
    assert.deepEqual(['ann', 'ben', 'cai'].map((id) => seen(id, 'advice/closed')), [true, false, true]);
    assert.deepEqual(['ann', 'ben', 'cai'].map((id) => seen(id, 'advice/open')), [true, true, false]);
  });

  it('is in no list, count or export of somebody else', async () => {
    const snapshot = await snapshotOn(`${SMALL}${ADVICE}`);
    const opened = await openRegisterBytes('small.yaml', new TextEncoder().encode(`${SMALL}${ADVICE}`));
    assert.ok(opened.ok);
    const seen = accessOf(snapshot, 'ben').content(opened.value.content);
    assert.deepEqual(seen.records.advice?.map(({ id }) => id), ['open']);
    assert.doesNotMatch(JSON.stringify(seen), /matter between us/);
  });
});

describe('What is personal', () => {
  it('is for the person, those who answer for them, and nobody else', async () => {
    const snapshot = await snapshotOn(REGISTERED);
    const seen = (id: string): unknown => (accessOf(snapshot, id).view(named(snapshot, 'persons/ben')) as { registrations?: unknown[]; note?: string } | undefined)?.registrations?.length;
    assert.deepEqual(['ann', 'ben', 'cai'].map(seen), [1, 1, 0]);
    assert.deepEqual([...accessOf(snapshot, 'cai').fieldsHidden(named(snapshot, 'persons/ben'))].sort(), ['note', 'qualifications', 'registrations']);
  });
});

describe('The public', () => {
  it('sees what is published and nothing of a draft', async () => {
    const snapshot = await snapshotOn(`${SMALL}${ADVICE}`);
    const anybody = new Access(ACCESS_RULES, snapshot, PUBLIC);
    const refs = ['reports/out', 'reports/draft', 'advice/open', 'persons/ann', 'appointments/a1', 'posts/chief'] as const;
    assert.deepEqual(refs.filter((ref) => anybody.sees(named(snapshot, ref))), ['reports/out', 'posts/chief']);
    assert.ok(KIND_NAMES.every((kind) => !anybody.mightKeep(kind)));
  });
});

describe('Who keeps a record', () => {
  it('is a matter of the record as it is and as it would be', async () => {
    const snapshot = await snapshotOn(`${SMALL}${ADVICE}`);
    const [closed, open] = [named(snapshot, 'advice/closed'), named(snapshot, 'advice/open')];
    const ben = accessOf(snapshot, 'ben');
    assert.ok(ben.mayKeep('advice', open, open));
    assert.ok(!ben.mayKeep('advice', closed, closed), 'what one may not know of, one may not change');
    assert.ok(!ben.mayKeep('advice', undefined, closed), 'nor enter in the name of others');
    assert.ok(accessOf(snapshot, 'cai').mayKeep('advice', undefined, closed));
  });
});

describe('In the example authorities', () => {
  const people = new Map<string, Access>();
  let content: RegisterContent;
  before(async () => {
    const opened = await openRegister('examples/demo-wales/register.yaml');
    assert.ok(opened.ok);
    content = opened.value.content;
    const snapshot = snapshotOf(opened.value, date('2012-06-01'));
    for (const { id } of snapshot.all('persons')) people.set(id, accessOf(snapshot, id));
    people.set('', new Access(ACCESS_RULES, snapshot, PUBLIC));
  });

  it('what somebody sees of a record is exactly what is in their content, field by field', () => {
    let decisions = 0;
    for (const access of people.values()) {
      const seen = new Set(recordsOf(access.content(content)).flatMap(([, records]) => records.map(({ ref, valid }) => `${ref} ${valid.from ?? ''}`)));
      for (const [, records] of recordsOf(content)) {
        for (const record of records) {
          decisions += 1;
          assert.equal(access.sees(record), seen.has(`${record.ref} ${record.valid.from ?? ''}`));
          const view = access.view(record);
          for (const field of access.fieldsHidden(record)) {
            const value = (view as unknown as Readonly<Record<string, unknown>> | undefined)?.[field];
            assert.ok(value === undefined || (Array.isArray(value) && value.length === 0));
          }
        }
      }
    }
    assert.ok(decisions > 10_000);
  });
});
