import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, explained, facts, recordsOf, refusals, told } from '../content.ts';

const decisions = (...by: readonly string[]) => `
posts:
  - { id: director, title: Director, designations: [director-of-social-services] }
  - { id: head, title: Head of Adults }
  - { id: clerk, title: Clerk }
persons: [{ id: dora, name: Dora }]
appointments: [{ id: dora-director, person: dora, post: director, basis: permanent, from: 2010-05-01 }]
instruments: [{ id: scheme, title: Scheme, type: scheme-of-delegation, state: agreed, version: 1 }]
provisions: [{ id: deputy, instrument: scheme, number: 1, text: The head deputises., gives: [{ to: head, responsibility: deputises-for, towards: director }] }]
statutory-decisions:
${by.map((who, index) => `  - { id: d${index + 1}, function: secure, under: An Act, by: ${who}, on: 2012-0${index + 1}-01, subject: Decision ${index + 1} }`).join('\n')}
`;
const BY_OFFICE_OR_DEPUTY = { kind: 'statutory-decisions', during: 'look-back', has: { by: { officeOrDeputy: 'director-of-social-services' } } };

describe('each', () => {
  it('is met where every record has it: by the post, by its holder in person, or by the deputy an instrument names', async () => {
    const of = await facts(decisions('posts/director', 'persons/dora', 'posts/head'));
    assert.equal(ask('each', BY_OFFICE_OR_DEPUTY, of).verdict, 'met');
  });

  it('is in part where some do not, and names them', async () => {
    const of = await facts(decisions('posts/director', 'posts/clerk'));
    const answer = ask('each', BY_OFFICE_OR_DEPUTY, of);
    assert.equal(answer.verdict, 'partly');
    assert.deepEqual(recordsOf(answer), ['statutory-decisions/d2']);
    assert.match(told(answer, of), /Of the 2 asked about, 1 \(50 per cent\)/);
  });

  it('is not met where none does', async () => {
    assert.equal(ask('each', BY_OFFICE_OR_DEPUTY, await facts(decisions('posts/clerk'))).verdict, 'not-met');
  });

  it('is met at the share asked for and in part just below it', async () => {
    const asked = { ...BY_OFFICE_OR_DEPUTY, atLeast: '2/3' };
    assert.equal(ask('each', asked, await facts(decisions('posts/director', 'posts/head', 'posts/clerk'))).verdict, 'met');
    assert.equal(ask('each', asked, await facts(decisions('posts/director', 'posts/clerk', 'posts/clerk', 'posts/head', 'posts/clerk'))).verdict, 'partly');
  });

  it('does not apply where there is none of which to ask, and does not know where the register may leave some out', async () => {
    const asked = { ...BY_OFFICE_OR_DEPUTY, during: 'look-back' };
    assert.equal(ask('each', asked, await facts(decisions('posts/clerk'), { asAt: '2011-06-01', completeFor: ['statutory-decisions'] })).verdict, 'does-not-apply');
    const of = await facts(decisions('posts/clerk'), { asAt: '2011-06-01' });
    assert.equal(ask('each', asked, of).verdict, 'not-known');
    assert.match(told(ask('each', asked, of), of), /or say that the register is complete for statutory decisions/);
  });

  it('asks of a record that has changed what its latest version says', async () => {
    const action = (state: string, period: string) => `  - { id: done, arisingFrom: posts/director, what: Something, owner: director, state: ${state}, ${period} }\n`;
    const written = `posts: [{ id: director, title: Director }]\nactions:\n${action('in-progress', 'from: 2012-01-01, until: 2012-06-01')}${action('complete-accepted', 'from: 2012-06-01')}`;
    const asked = { kind: 'actions', during: 'ever', has: { state: 'complete-accepted' } };
    assert.equal(ask('each', asked, await facts(written, { completeFor: ['actions'] })).verdict, 'met');
    assert.equal(ask('each', asked, await facts(written, { completeFor: ['actions'], asAt: '2012-05-31' })).verdict, 'not-met');
  });

  it('does not know where what is asked is left out, unless the register has every record whole', async () => {
    const plan = 'plans: [{ id: plan, type: workforce, period: { from: 2012-01-01, until: 2013-01-01 }, state: approved }]\n';
    const asked = { kind: 'plans', where: { type: 'workforce' }, during: 'now', has: { 'whole-sector': true } };
    const of = await facts(plan);
    assert.equal(ask('each', asked, of).verdict, 'not-known');
    assert.match(told(ask('each', asked, of), of), /Record for .*whole sector: yes/);
    assert.equal(ask('each', asked, await facts(plan, { completeFor: ['plans'] })).verdict, 'not-met');
  });

  it('does not know whether it applies where the records leave out what they are about', async () => {
    const advice = 'posts: [{ id: director, title: Director }]\nadvice: [{ id: a, nature: advice, from: posts/director, to: posts/director, subject: A, on: 2012-05-01 }]\n';
    assert.equal(ask('each', { kind: 'advice', where: { theme: 'budget' }, has: { escalatedTo: 'present' } }, await facts(advice)).verdict, 'not-known');
  });

  it('refuses a condition on fields that the kind does not have', () => {
    assert.match(refusals('each', { kind: 'plans', has: { states: 'approved' } }).join(), /has\.states: .*did you mean `state`/);
  });

  it('says what it asks for', async () => {
    const asked = { kind: 'plans', where: { type: 'workforce' }, has: { state: ['approved', 'closed'] }, atLeast: '80%' };
    assert.equal(explained('each', asked, await facts(decisions('posts/clerk'))), 'At least 80% of these (plans (type: workforce)) have this: state: approved or closed.');
  });
});
