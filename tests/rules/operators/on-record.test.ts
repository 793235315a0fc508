import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, explained, facts, recordsOf, refusals, told } from '../content.ts';

const REGISTER = `
posts:
  - { id: chief, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: director, title: Director, designations: [director-of-social-services], reportsTo: chief }
persons: [{ id: dora, name: Dora }, { id: eira, name: Eira }]
appointments:
  - { id: dora-director, person: dora, post: director, basis: interim, from: 2010-05-01, until: 2012-06-01 }
  - { id: eira-director, person: eira, post: director, basis: permanent, from: 2012-06-01 }
bodies: [{ id: cabinet, name: Cabinet, type: cabinet }]
reports: [{ id: year, type: annual, title: The year, state: published, publishedOn: 2012-07-01 }]
actions: [{ id: do, what: Do it, owner: director, state: delayed, arisingFrom: reports/year }]
appraisals: [{ id: spring, post: director, on: 2012-04-20, by: chief, against: [leadership, access, performance, safeguarding, workforce, partnership] }]
advice:
  - { id: old, nature: challenge, from: posts/director, to: bodies/cabinet, theme: budget, subject: Old, on: 2011-12-10 }
  - { id: first, nature: challenge, from: posts/director, to: posts/chief, theme: budget, subject: First, on: 2011-12-11 }
  - { id: by-name, nature: advice, from: persons/dora, to: bodies/cabinet, theme: workforce, subject: By name, on: 2012-03-01, responses: [{ on: 2012-12-11, outcome: not-accepted }] }
  - { id: no-theme, nature: advice, from: posts/chief, to: bodies/cabinet, subject: No theme, on: 2012-03-01 }
  - { id: tomorrow, nature: dissent, from: posts/director, to: posts/chief, subject: Tomorrow, on: 2012-12-11 }
`;
const FROM_DIRECTOR = { from: { designations: 'director-of-social-services' } };

describe('onRecord', () => {
  it('is met by a record of the kind in the look-back, from its first day', async () => {
    const of = await facts(REGISTER);
    const answer = ask('onRecord', { kind: 'advice', where: { nature: 'challenge', ...FROM_DIRECTOR }, during: 'look-back' }, of);
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['advice/first']);
  });

  it('counts what happened up to the date, and nothing after it', async () => {
    const of = await facts(REGISTER, { completeFor: ['advice'] });
    assert.equal(ask('onRecord', { kind: 'advice', where: { nature: 'challenge' }, during: 'ever', atLeast: 2 }, of).verdict, 'met');
    assert.equal(ask('onRecord', { kind: 'advice', where: { nature: 'dissent' } }, of).verdict, 'not-met');
  });

  it('is in part where there are some but too few, and the register has them all', async () => {
    const asked = { kind: 'advice', where: { nature: 'challenge' }, during: 'look-back', atLeast: 2 };
    const complete = await facts(REGISTER, { completeFor: ['advice'] });
    assert.equal(ask('onRecord', asked, complete).verdict, 'partly');
    assert.match(told(ask('onRecord', asked, complete), complete), /Only 1 of 2 on record between 11 December 2011 and 10 December 2012/);
    assert.equal(ask('onRecord', asked, await facts(REGISTER)).verdict, 'not-known');
  });

  it('is not met without a record only where the register has them all', async () => {
    const asked = { kind: 'advice', where: { nature: 'concern' }, during: 'look-back' };
    const of = await facts(REGISTER);
    assert.equal(ask('onRecord', asked, of).verdict, 'not-known');
    assert.match(told(ask('onRecord', asked, of), of), /Advice \(nature: concern\).* no record, and the register does not say/);
    assert.equal(ask('onRecord', asked, await facts(REGISTER, { completeFor: ['advice'] })).verdict, 'not-met');
  });

  it('knows a person by the post that they held on the day', async () => {
    const of = await facts(REGISTER, { completeFor: ['advice'] });
    const answer = ask('onRecord', { kind: 'advice', where: { ...FROM_DIRECTOR, theme: 'workforce' }, during: 'look-back' }, of);
    assert.deepEqual(recordsOf(answer), ['advice/by-name']);
  });

  it('does not know where a field that would decide is left out', async () => {
    const asked = { kind: 'advice', where: { nature: 'advice', theme: 'budget' }, during: 'look-back' };
    const of = await facts(REGISTER);
    const answer = ask('onRecord', asked, of);
    assert.equal(answer.verdict, 'not-known');
    assert.deepEqual(recordsOf(answer), ['advice/no-theme']);
    assert.equal(ask('onRecord', asked, await facts(REGISTER, { completeFor: ['advice'] })).verdict, 'not-met');
  });

  it('takes a word for a reference: an office, a type of body or an audience', async () => {
    const of = await facts(REGISTER, { completeFor: ['advice'] });
    assert.equal(ask('onRecord', { kind: 'advice', where: { nature: 'challenge', to: 'head-of-paid-service' }, during: 'look-back' }, of).verdict, 'met');
    assert.equal(ask('onRecord', { kind: 'advice', where: { nature: 'challenge', to: 'councillors' }, during: 'look-back' }, of).verdict, 'not-met');
    assert.equal(ask('onRecord', { kind: 'advice', where: { nature: 'challenge', to: 'cabinet' } }, of).verdict, 'met');
  });

  it('asks about the record that a reference names, by kind and field', async () => {
    const of = await facts(REGISTER, { completeFor: ['actions'] });
    assert.equal(ask('onRecord', { kind: 'actions', where: { arisingFrom: { kind: 'reports', type: 'annual' } } }, of).verdict, 'met');
    assert.equal(ask('onRecord', { kind: 'actions', where: { arisingFrom: { kind: 'reports', type: 'council' } } }, of).verdict, 'not-met');
    assert.equal(ask('onRecord', { kind: 'actions', where: { arisingFrom: { kind: ['advice', 'meetings'] } } }, of).verdict, 'not-met');
  });

  it('asks whether a list has every accountability', async () => {
    const where = { post: { designations: 'director-of-social-services' }, against: { includesAll: 'accountabilities' } };
    assert.equal(ask('onRecord', { kind: 'appraisals', where, during: 'look-back' }, await facts(REGISTER)).verdict, 'met');
    const five = REGISTER.replace(', partnership]', ']');
    assert.equal(ask('onRecord', { kind: 'appraisals', where, during: 'look-back' }, await facts(five, { completeFor: ['appraisals'] })).verdict, 'not-met');
  });

  it('does not count an answer that came after the date', async () => {
    const asked = { kind: 'advice', where: { responses: { outcome: 'not-accepted' } } };
    assert.equal(ask('onRecord', asked, await facts(REGISTER, { completeFor: ['advice'] })).verdict, 'not-met');
    assert.equal(ask('onRecord', asked, await facts(REGISTER, { completeFor: ['advice'], asAt: '2012-12-11' })).verdict, 'met');
  });

  it('looks back at what has ended, where a kind has no date of its own', async () => {
    const where = { basis: 'interim', post: { designations: 'director-of-social-services' } };
    const complete = { completeFor: ['appointments'] };
    assert.equal(ask('onRecord', { kind: 'appointments', where, during: 'look-back' }, await facts(REGISTER, complete)).verdict, 'met');
    assert.equal(ask('onRecord', { kind: 'appointments', where }, await facts(REGISTER, complete)).verdict, 'not-met');
    assert.equal(ask('onRecord', { kind: 'appointments', where, during: 'look-back' }, await facts(REGISTER, { ...complete, asAt: '2013-05-30' })).verdict, 'met');
    assert.equal(ask('onRecord', { kind: 'appointments', where, during: 'look-back' }, await facts(REGISTER, { ...complete, asAt: '2013-05-31' })).verdict, 'not-met');
  });

  it('asks that fields be filled', async () => {
    const of = await facts(REGISTER, { completeFor: ['advice', 'appointments'] });
    assert.equal(ask('onRecord', { kind: 'advice', where: { nature: 'advice' }, present: ['theme'] }, of).verdict, 'met');
    assert.equal(ask('onRecord', { kind: 'appointments', where: { basis: 'permanent', until: 'present' } }, of).verdict, 'not-met');
  });

  it('refuses fields and words that no record could have, with the nearest', () => {
    const refused = (asked: unknown) => refusals('onRecord', asked).join('\n');
    assert.match(refused({ kind: 'advice', where: { natur: 'challenge' } }), /where\.natur: `natur` is not a field of advice \(nature, from.*\); did you mean `nature`/);
    assert.match(refused({ kind: 'advice', where: { nature: 'challange' } }), /where\.nature: `nature` is one of advice, concern, challenge, dissent; did you mean `challenge`/);
    assert.match(refused({ kind: 'advice', where: { theme: ['budget', 'bugdet'] } }), /where\.theme\.1: .*did you mean `budget`/);
    assert.match(refused({ kind: 'advice', where: { from: { designation: 'director-of-social-services' } } }), /where\.from: none of posts, persons has the fields designation; did you mean `designations`/);
    assert.match(refused({ kind: 'advice', where: { to: { type: 'cabinett' } } }), /where\.to\.type: .*did you mean `cabinet`/);
    assert.match(refused({ kind: 'advice', where: { to: 'cabinett' } }), /where\.to: .*did you mean `cabinet`/);
    assert.match(refused({ kind: 'actions', where: { arisingFrom: { kind: 'report' } } }), /where\.arisingFrom\.kind: .*did you mean `reports`/);
    assert.match(refused({ kind: 'advice', where: { subject: 'Old' } }), /where\.subject: .*whether it is `present`/);
    assert.match(refused({ kind: 'advice', where: { theme: { includesAll: 'accountabilities' } } }), /`theme` is not a list/);
    assert.match(refused({ kind: 'advise' }), /kind: /);
    assert.match(refused({ kind: 'advice', present: ['themes'] }), /`themes` is not a field of advice/);
  });

  it('takes a word that only one of the kinds behind a reference knows', () => {
    assert.deepEqual(refusals('onRecord', { kind: 'briefings', where: { to: { type: 'scrutiny-committee' } } }), []);
  });

  it('says what it asks for', async () => {
    const of = await facts(REGISTER);
    assert.equal(
      explained('onRecord', { kind: 'advice', where: { nature: ['challenge', 'dissent'], ...FROM_DIRECTOR }, during: 'look-back' }, of),
      'On record: advice (nature: challenge or dissent; from: designations: Director of Social Services).',
    );
  });
});
