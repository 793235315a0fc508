import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, explained, facts, recordsOf, told } from '../content.ts';

const BASE = `
posts:
  - { id: chief, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: director, title: Director, designations: [director-of-social-services], reportsTo: chief }
  - { id: head, title: Head of Adults, reportsTo: director }
  - { id: education, title: Director of Education, reportsTo: chief }
`;
const functions = (...lines: readonly string[]) => `functions:\n${lines.map((line) => `  - { ${line} }`).join('\n')}\n`;
const CARE = 'id: care, name: Care, group: adult, delivery: direct, ledBy: head';
const HOMES = 'id: homes, name: Homes, group: adult, delivery: purchased, ledBy: education';
const ASKED = { who: 'director-of-social-services' };

describe('reaches', () => {
  it('is met where every function has a lever, and names what gives it', async () => {
    const of = await facts(BASE + functions(CARE));
    const answer = ask('reaches', ASKED, of);
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['functions/care', 'posts/head', 'posts/director']);
    assert.match(told(answer, of), /Director of Social Services has a lever on each of the 1 functions: manages/);
  });

  it('is in part where one has none, which is named', async () => {
    const of = await facts(BASE + functions(CARE, HOMES), { completeFor: ['posts', 'provisions'] });
    const answer = ask('reaches', ASKED, of);
    assert.equal(answer.verdict, 'partly');
    assert.match(told(answer, of), /no lever on Homes, which Director of Education leads outside its line/);
  });

  it('is not met where none has any', async () => {
    assert.equal(ask('reaches', ASKED, await facts(BASE + functions(HOMES), { completeFor: ['provisions'] })).verdict, 'not-met');
  });

  it('does not know that there is no lever where a clause may be missing', async () => {
    const of = await facts(BASE + functions(CARE, HOMES), { completeFor: ['posts'] });
    const answer = ask('reaches', ASKED, of);
    assert.equal(answer.verdict, 'not-known');
    assert.match(told(answer, of), /Record who leads Homes/);
  });

  it('does not know that there is no lever where a seat may be missing on a body with the function in its remit', async () => {
    const body = 'bodies: [{ id: board, name: Board, type: partnership, remit: [functions/homes] }]\n';
    assert.equal(ask('reaches', ASKED, await facts(BASE + functions(CARE, HOMES) + body, { completeFor: ['posts', 'provisions'] })).verdict, 'not-known');
    assert.equal(ask('reaches', ASKED, await facts(BASE + functions(CARE, HOMES) + body, { completeFor: ['posts', 'provisions', 'seats'] })).verdict, 'partly');
  });

  it('asks only of the groups and ways of delivery named', async () => {
    const of = await facts(BASE + functions(CARE, HOMES), { completeFor: ['posts', 'provisions'] });
    assert.equal(ask('reaches', { ...ASKED, delivery: 'direct' }, of).verdict, 'met');
    assert.equal(ask('reaches', { ...ASKED, delivery: ['purchased'] }, of).verdict, 'not-met');
    assert.equal(ask('reaches', { ...ASKED, groups: ['children'] }, of).verdict, 'not-known');
  });

  it('asks for the levers named, and says which there are instead', async () => {
    const of = await facts(BASE + functions(CARE), { completeFor: ['posts', 'provisions'] });
    const answer = ask('reaches', { ...ASKED, by: ['delegated-power'] }, of);
    assert.equal(answer.verdict, 'not-met');
    assert.match(told(answer, of), /reaches Care only so: manages/);
  });

  it('needs functions and a post', async () => {
    assert.equal(ask('reaches', ASKED, await facts(BASE)).verdict, 'not-known');
    assert.equal(ask('reaches', ASKED, await facts(BASE, { completeFor: ['functions'] })).verdict, 'not-met');
    assert.equal(ask('reaches', { who: 'director-of-education' }, await facts(BASE + functions(CARE), { completeFor: ['posts'] })).verdict, 'not-met');
  });

  it('names at most ten functions one by one', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `id: f${index}, name: Function ${index}, group: adult, delivery: direct, ledBy: education`);
    const of = await facts(BASE + functions(...many), { completeFor: ['posts', 'provisions'] });
    const answer = ask('reaches', ASKED, of);
    assert.equal(answer.because.length, 11);
    assert.match(told(answer, of), /So it is with 20 more functions/);
  });

  it('says what it asks for', async () => {
    assert.equal(explained('reaches', { ...ASKED, by: ['seat', 'chair'] }, await facts(BASE)), 'Director of Social Services has one of these levers on every function asked about: has a seat and chairs.');
  });
});
