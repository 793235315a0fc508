import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { openRegisterBytes } from '../../src/assessment/open-register.ts';
import { popoloDocument, type PopoloDocument } from '../../src/exchange/popolo/write.ts';
import { date } from '../../src/kernel/date.ts';
import { importRequest } from '../../src/register/requests.ts';
import { asked, good, openFolder, temporaryFolder } from '../kept/folder.ts';
import { entered, faultsOf, findingsIn, fixture, notesOf, TODAY } from './exchanging.ts';
import { validPopolo } from './popolo-schemas.ts';

const read = (document: unknown) => findingsIn('popolo', JSON.stringify(document));
const ids = (document: unknown): readonly string[] => read(document).records.map(({ kind, id }) => `${kind}/${id}`);

const COUNCIL = {
  persons: [{ id: '1', name: 'Ann Fictional' }, { id: '2', given_name: 'Ben', family_name: 'Invented' }],
  organizations: [{ id: 'council', name: 'Fictional County Council', classification: 'council' }, { id: 'scrutiny', name: 'Care Scrutiny Committee', classification: 'committee', parent_id: 'council' }, { id: 'party', name: 'The Party', classification: 'party' }, { id: 'dept', name: 'Social Services', classification: 'department' }],
  posts: [{ id: 'dir', label: 'Director of Social Services', organization_id: 'dept' }, { id: 'cllr', label: 'Councillor for the East', organization_id: 'council' }],
  memberships: [
    { id: 'm1', person_id: '1', organization_id: 'scrutiny', role: 'Chairperson', start_date: '2012-05-10' },
    { id: 'm2', person_id: '2', post_id: 'dir', organization_id: 'dept', role: 'interim', start_date: '2011-04-01', end_date: '2012-03-31' },
    { person_id: '1', post_id: 'cllr', organization_id: 'council', start_date: '2008' },
    { id: 'm4', person_id: '1', organization_id: 'party' },
    { id: 'm5', person_id: '9', organization_id: 'council' },
  ],
  events: [
    { id: 'e1', name: 'Care Scrutiny', organization_id: 'scrutiny', start_date: '2012-07-01T23:30:00Z', location: 'Room 1', attendees: [{ id: '1', name: 'Ann Fictional' }] },
    { id: 'e2', name: 'Care Scrutiny', organization_id: 'scrutiny', start_date: '2013-02-01', status: 'confirmed' },
  ],
  motions: [{ id: 'mo1', organization_id: 'scrutiny', date: '2012-07-02', text: 'That the report be noted', result: 'passed' }, { id: 'mo2', organization_id: 'council', date: '2012-07-02', text: 'Another' }],
  areas: [{ id: 'east', name: 'East' }],
};

describe('Popolo', () => {
  const council = read(COUNCIL);

  it('gives persons, bodies, units, posts, appointments, seats and meetings with their motions', () => {
    assert.deepEqual(council.records.map(({ kind, fields }) => [kind, fields]), [
      ['bodies', { name: 'Fictional County Council', type: 'council' }],
      ['bodies', { name: 'Care Scrutiny Committee', type: 'scrutiny-committee', parent: 'bodies/popolo-organization-council' }],
      ['units', { name: 'Social Services', level: 'directorate' }],
      ['persons', { name: 'Ann Fictional' }],
      ['persons', { name: 'Ben Invented' }],
      ['posts', { title: 'Director of Social Services', unit: 'units/popolo-organization-dept' }],
      ['seats', { body: 'bodies/popolo-organization-scrutiny', holder: 'persons/popolo-person-1', role: 'chair', from: '2012-05-10' }],
      ['appointments', { person: 'persons/popolo-person-2', post: 'posts/popolo-post-dir', basis: 'interim', from: '2011-04-01', until: '2012-04-01' }],
      ['seats', { body: 'bodies/popolo-organization-council', holder: 'persons/popolo-person-1', role: 'member', from: '2008-01-01' }],
      ['meetings', { body: 'bodies/popolo-organization-scrutiny', on: '2012-07-02', at: '00:30', place: 'Room 1', held: true, attended: ['persons/popolo-person-1'], items: [{ number: 1, title: 'That the report be noted', decision: 'passed' }] }],
      ['meetings', { body: 'bodies/popolo-organization-scrutiny', on: '2013-02-01' }],
    ]);
  });

  it('tells what it left out and why', () => {
    const notes = notesOf(council);
    for (const words of [/The list `areas` was not read/, /`The Party` was left out: no type of body or organisation here answers to “party”/, /in `party` was left out: `party` is not here/, /`9` in `council` was left out: `9` is not here/, /of the date 2008 only a part is given; it was taken as 1 January 2008/, /The motion `mo2` was left out: no meeting here/]) assert.ok(notes.some((note) => words.test(note)), `${words.source}\n${notes.join('\n')}`);
  });

  it('is read as lists, a list, a page of an API or a single thing, with old names and new', () => {
    assert.deepEqual(ids({ people: [{ _id: '1', name: 'Ann' }] }), ['persons/popolo-person-1']);
    assert.deepEqual(ids([{ id: '1', name: 'Ann', given_name: 'Ann' }, { id: 'o', name: 'Cabinet', classifications: [{ classification: 'executive' }] }]), ['bodies/popolo-organization-o', 'persons/popolo-person-1']);
    assert.deepEqual(ids({ result: [{ id: '1', name: 'Ann', gender: 'female' }], total: 1 }), ['persons/popolo-person-1']);
    assert.deepEqual(ids({ id: '1', name: 'Ann', memberships: [{ organization: { id: 'o', name: 'Audit Committee', classification: 'committee' }, role: 'member' }] }).length, 3);
    assert.deepEqual(read({ organizations: [{ id: 'o', name: 'Audit Committee', classification: 'committee', memberships: [{ person: { id: '1', name: 'Ann' } }] }] }).records.map(({ kind }) => kind), ['bodies', 'persons', 'seats']);
  });

  it('tells ids that differ by a slash apart, and refuses one id for two', () => {
    const found = read({ persons: [{ id: 'a/b', name: 'A' }, { id: 'a-b', name: 'B' }, { id: 'a b', name: 'C' }, { id: '../..', name: 'D' }, { id: 'a/b', name: 'E' }] });
    assert.equal(new Set(found.records.map(({ id }) => id)).size, 4);
    for (const { id } of found.records) assert.match(id, /^popolo-person-[A-Za-z0-9-]+$/);
    assert.deepEqual(faultsOf(found).map((fault) => fault.replace(/^file:\d+:\d+: /, '')), ['`a/b` is the id of two persons that differ.']);
  });

  it('refuses what leads back to itself, dates that do not exist and periods that end before they begin', () => {
    const cycle = read({ organizations: ['a', 'b'].map((id, index) => ({ id, name: id, classification: 'committee', parent_id: ['b', 'a'][index] })) });
    assert.deepEqual(faultsOf(cycle).map((fault) => fault.replace(/^[^ ]+ /, '')), ['`a` is part of itself, through what it is part of.', '`b` is part of itself, through what it is part of.']);
    const dates = (more: object) => faultsOf(read({ ...COUNCIL, memberships: [{ id: 'm', person_id: '1', organization_id: 'council', ...more }] }));
    assert.match(dates({ start_date: '2012-02-30' }).join(), /start_date: `2012-02-30` is not a date that exists/);
    assert.match(dates({ start_date: '2012-05-01', end_date: '2012-04-01' }).join(), /ends on 2012-04-01, before it begins on 2012-05-01/);
    assert.match(faultsOf(read({ ...COUNCIL, events: [{ id: 'e', organization_id: 'council', start_date: '2012' }] })).join(), /is not a whole date/);
  });

  it('does not take ids of another register for its own', () => {
    const foreign = read({ answerable: { register: 'another' }, persons: [{ id: 'persons/ann', name: 'Somebody else' }] });
    assert.match(foreign.records[0]?.id ?? '', /^popolo-person-persons-ann-[0-9a-f]{12}$/);
    assert.equal(read({ answerable: { register: 'small' }, persons: [{ id: 'persons/ann', name: 'Ann Example' }] }).records[0]?.id, 'ann');
  });
});

for (const demo of ['demo-wales', 'demo-scotland']) {
  describe(`Popolo of ${demo}`, () => {
    it('keeps to the schemas, and comes back without a change', async () => {
      const folder = openFolder(`${temporaryFolder()}/data`);
      const path = new URL(`../../examples/${demo}/register.yaml`, import.meta.url);
      const { content } = good(await openRegisterBytes(path.pathname, await readFile(path)));
      const register = await folder.register(content.header.id);
      good(await register.perform(importRequest(content, asked())));
      const document: PopoloDocument = popoloDocument(register.image.content(), content.header.asAt ?? TODAY);
      assert.ok(validPopolo(document), JSON.stringify(validPopolo.errors?.slice(0, 5)));
      const back = findingsIn('popolo', JSON.stringify(document), { register: content.header.id });
      assert.deepEqual([back.faults, back.records.length > 300], [[], true]);
      assert.deepEqual(await entered(back, register), { added: [], altered: [], kept: [] });
    });
  });
}

describe('Popolo of what came from Modern.gov', () => {
  it('is entered in another register, and a second time changes nothing', async () => {
    const folder = openFolder(`${temporaryFolder()}/data`);
    const one = await folder.register('small');
    const { content } = good(await openRegisterBytes('x.yaml', new TextEncoder().encode('register: { id: small, authority: { name: Small, nation: wales } }\n')));
    good(await one.perform(importRequest(content, asked())));
    await entered(findingsIn('modern-gov', fixture('whole.xml')), one);
    const document = popoloDocument(one.image.content(), date('2012-12-10'));
    assert.ok(validPopolo(document), JSON.stringify(validPopolo.errors));
    const two = await folder.register('two');
    good(await two.perform(importRequest({ header: { ...content.header, id: 'two' }, records: {} }, asked())));
    const found = findingsIn('popolo', JSON.stringify(document), { register: 'two' });
    const first = await entered(found, two);
    // The authority itself is a body there.
    assert.equal(first.added.length, 14);
    assert.deepEqual(await entered(found, two), { added: [], altered: [], kept: [] });
  });
});
