import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { structureOf } from '../../src/rules/structure-type.ts';
import { facts } from './content.ts';

const chief = '  - { id: chief, title: Chief Executive, designations: [head-of-paid-service] }';
const director = '  - { id: director, title: Director, designations: [director-of-social-services], reportsTo: chief }';
const adults = (under: string) => `  - { id: head-of-adults, title: Head of Adults, designations: [head-of-adult-services], reportsTo: ${under} }`;
const children = (under: string) => `  - { id: head-of-children, title: Head of Children, designations: [head-of-children-services], reportsTo: ${under} }`;
const education = (under: string) => `  - { id: education, title: Director of Education, designations: [director-of-education], reportsTo: ${under} }`;
const posts = (...lines: readonly string[]) => `posts:\n${[chief, director, ...lines].join('\n')}\n`;

const structure = async (records: string, completeFor: readonly string[] = []) => {
  const { type, lines, because } = structureOf(await facts(records, { completeFor }), 'director-of-social-services');
  return { type, lines, records: because.flatMap((reason) => reason.records) };
};

describe('The structure of a directorate', () => {
  it('is single where both sides are led in the line of the officer', async () => {
    assert.deepEqual(await structure(posts(adults('director'), children('director'))), { type: 'single', lines: 'single', records: ['posts/head-of-adults', 'posts/head-of-children'] });
  });

  it('is dual where one side is led under another chief officer', async () => {
    const { type, records } = await structure(posts(adults('director'), education('chief'), children('education')));
    assert.equal(type, 'dual');
    assert.ok(records.includes('posts/head-of-children'));
  });

  it('is dual where a single function of one side lies elsewhere', async () => {
    const functions = 'functions: [{ id: fostering, name: Fostering, group: children, delivery: direct, ledBy: education }]\n';
    assert.equal((await structure(posts(adults('director'), children('director'), education('chief')) + functions)).type, 'dual');
  });

  it('is integrated where the same line also leads other services', async () => {
    assert.equal((await structure(posts(adults('director'), children('director'), education('director')))).type, 'integrated');
    const housing = 'functions: [{ id: housing, name: Housing, group: corporate, delivery: direct, ledBy: head-of-adults }]\n';
    const { type, records } = await structure(posts(adults('director'), children('director')) + housing);
    assert.equal(type, 'integrated');
    assert.ok(records.includes('functions/housing'));
  });

  it('is not made integrated by a statement that the post answers for more', async () => {
    const more = posts(adults('director'), children('director')).replace('reportsTo: chief }', 'reportsTo: chief, alsoResponsibleFor: [housing] }');
    assert.equal((await structure(more)).type, 'single');
  });

  it('is shared where the officer serves another authority, and still tells how the lines run', async () => {
    const shared = 'persons: [{ id: dora, name: Dora }]\nappointments: [{ id: both, person: dora, post: director, basis: shared, sharedWith: Next Council, from: 2011-01-01 }]\n';
    const { type, lines, records } = await structure(posts(adults('director'), children('director')) + shared);
    assert.deepEqual([type, lines], ['shared', 'single']);
    assert.ok(records.includes('appointments/both'));
  });

  it('is not known where nobody is on record as leading one side', async () => {
    const found = structureOf(await facts(posts(adults('director'))), 'director-of-social-services');
    assert.equal(found.type, 'not-known');
    assert.equal(found.missing.length, 1);
  });

  it('is dual all the same where the side that is known is led elsewhere', async () => {
    assert.equal((await structure(posts(adults('chief')))).type, 'dual');
  });

  it('is not known where a line cannot be followed, and dual where the register has every post', async () => {
    const broken = posts(adults('director'), '  - { id: head-of-children, title: Head of Children, designations: [head-of-children-services] }');
    assert.equal((await structure(broken)).type, 'not-known');
    assert.equal((await structure(broken, ['posts'])).type, 'dual');
  });

  it('is not known without a post for the officer', async () => {
    assert.equal((await structure(`posts:\n${chief}\n`)).type, 'not-known');
  });
});
