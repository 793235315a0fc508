import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, explained, facts, recordsOf } from '../content.ts';

const posts = (childrenUnder: string) => `
posts:
  - { id: chief, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: director, title: Director, designations: [director-of-social-services], reportsTo: chief }
  - { id: adults, title: Head of Adults, designations: [head-of-adult-services], reportsTo: director }
  - { id: children, title: Head of Children, designations: [head-of-children-services], reportsTo: ${childrenUnder} }
`;
const SHARED = 'persons: [{ id: dora, name: Dora }]\nappointments: [{ id: both, person: dora, post: director, basis: shared }]\n';

describe('structure', () => {
  it('is met where the directorate is of one of the types, and names the leads', async () => {
    const answer = ask('structure', { is: ['single', 'shared'] }, await facts(posts('director')));
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['posts/adults', 'posts/children']);
  });

  it('is not met where it is of another', async () => {
    assert.equal(ask('structure', { is: 'single' }, await facts(posts('chief'))).verdict, 'not-met');
  });

  it('takes a shared directorate also for what its lines make it', async () => {
    const of = await facts(posts('chief') + SHARED);
    assert.equal(ask('structure', { is: 'shared' }, of).verdict, 'met');
    assert.equal(ask('structure', { is: 'dual' }, of).verdict, 'met');
    assert.equal(ask('structure', { is: 'single' }, of).verdict, 'not-met');
  });

  it('is not known where a lead is not on record, but shared all the same', async () => {
    const adultsOnly = posts('director').replace(/ {2}- \{ id: children.*\n/, '');
    assert.equal(ask('structure', { is: ['single', 'dual'] }, await facts(adultsOnly)).verdict, 'not-known');
    assert.equal(ask('structure', { is: 'shared' }, await facts(adultsOnly + SHARED)).verdict, 'met');
  });

  it('needs a post for the officer', async () => {
    assert.equal(ask('structure', { is: 'single' }, await facts('posts: [{ id: chief, title: Chief }]\n', { completeFor: ['posts'] })).verdict, 'not-met');
  });

  it('says what it asks for', async () => {
    assert.match(explained('structure', { is: ['dual'] }, await facts(posts('director'))), /more than one directorate/);
  });
});
