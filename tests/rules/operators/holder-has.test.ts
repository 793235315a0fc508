import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, explained, facts, recordsOf, refusals, told } from '../content.ts';

const holder = (person: string) => `
posts: [{ id: director, title: Director, designations: [director-of-social-services] }]
evidence: [{ id: file, title: The file, from: 2010-01-01 }, { id: old, title: Old file, expires: 2012-12-10 }]
persons: [{ id: dora, name: Dora${person} }]
appointments: [{ id: dora-director, person: dora, post: director, basis: permanent, from: 2010-05-01 }]
`;
const POST = { post: 'director-of-social-services' };
const COMPLETE = { completeFor: ['persons', 'appointments', 'posts'] };
const registered = (more: string) => `, registrations: [{ body: CCW, number: W/1, from: 2009-04-01${more} }]`;

describe('holderHas', () => {
  it('is met by a registration in force on the date, until the day before it ends', async () => {
    const asked = { ...POST, registration: ['ccw', 'SSSC'] };
    const answer = ask('holderHas', asked, await facts(holder(registered(', until: 2012-12-11'))));
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['persons/dora']);
    assert.equal(ask('holderHas', asked, await facts(holder(registered(', until: 2012-12-10')))).verdict, 'not-met');
  });

  it('is not met by a registration elsewhere', async () => {
    assert.equal(ask('holderHas', { ...POST, registration: 'SSSC' }, await facts(holder(registered('')))).verdict, 'not-met');
  });

  it('does not know of a registration that is not on record unless every person is', async () => {
    const asked = { ...POST, registration: 'CCW' };
    const of = await facts(holder(''));
    assert.equal(ask('holderHas', asked, of).verdict, 'not-known');
    assert.match(told(ask('holderHas', asked, of), of), /Record the professional registration of Dora/);
    assert.equal(ask('holderHas', asked, await facts(holder(''), COMPLETE)).verdict, 'not-met');
  });

  it('asks for a competency, and with evidence for what shows it', async () => {
    const asked = { ...POST, competency: 'experience' };
    const listed = ', competencies: [{ id: experience }]';
    assert.equal(ask('holderHas', asked, await facts(holder(listed))).verdict, 'met');
    assert.equal(ask('holderHas', { ...asked, evidenced: true }, await facts(holder(listed), COMPLETE)).verdict, 'partly');
    assert.equal(ask('holderHas', { ...asked, evidenced: true }, await facts(holder(listed))).verdict, 'not-known');
    const shown = await facts(holder(', competencies: [{ id: experience, shownBy: file }]'));
    assert.deepEqual(recordsOf(ask('holderHas', { ...asked, evidenced: true }, shown)), ['persons/dora', 'evidence/file']);
    assert.equal(ask('holderHas', { ...asked, evidenced: true }, await facts(holder(', competencies: [{ id: experience, shownBy: old }]'))).verdict, 'partly');
    assert.equal(ask('holderHas', asked, await facts(holder(', competencies: [{ id: knowledge }]'), COMPLETE)).verdict, 'not-met');
  });

  it('asks for every competency of the guidance where none is named', async () => {
    const all = ', competencies: [{ id: knowledge, shownBy: file }, { id: experience, shownBy: file }, { id: political, shownBy: file }]';
    assert.equal(ask('holderHas', { ...POST, evidenced: true }, await facts(holder(all))).verdict, 'met');
    assert.equal(ask('holderHas', { ...POST, evidenced: true }, await facts(holder(all.replace(', { id: political, shownBy: file }', '')), COMPLETE)).verdict, 'partly');
  });

  it('asks for a qualification', async () => {
    assert.equal(ask('holderHas', { ...POST, qualification: true }, await facts(holder(', qualifications: [{ award: Diploma, on: 1995-07-01 }]'))).verdict, 'met');
    assert.equal(ask('holderHas', { ...POST, qualification: true }, await facts(holder(''), COMPLETE)).verdict, 'not-met');
  });

  it('asks the deputy whom an instrument names where the post is vacant', async () => {
    const records = `
posts: [{ id: other, title: Other }, { id: director, title: Director, designations: [director-of-social-services] }]
persons: [{ id: dora, name: Dora${registered('')} }]
appointments: [{ id: dora-elsewhere, person: dora, post: other, basis: permanent }]
instruments: [{ id: scheme, title: Scheme, type: scheme-of-delegation, state: agreed, version: 1 }]
provisions: [{ id: deputy, instrument: scheme, number: 1, text: Dora stands in., gives: [{ to: persons/dora, responsibility: deputises-for, towards: director }] }]
`;
    assert.equal(ask('holderHas', { ...POST, registration: 'CCW' }, await facts(records)).verdict, 'met');
  });

  it('is not met by a vacant post where the register has every appointment', async () => {
    const vacant = holder('').replace(/appointments:.*\n/, '');
    assert.equal(ask('holderHas', { ...POST, competency: 'experience' }, await facts(vacant, COMPLETE)).verdict, 'not-met');
    assert.equal(ask('holderHas', { ...POST, competency: 'experience' }, await facts(vacant)).verdict, 'not-known');
  });

  it('refuses a competency that the guidance does not have, and says what it asks for', async () => {
    assert.match(refusals('holderHas', { ...POST, competency: 'stamina' }).join(), /competency/);
    assert.equal(explained('holderHas', { ...POST, registration: ['CCW'] }, await facts(holder(''))), 'Whoever holds Director of Social Services now has a registration in force.');
  });
});
