import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entitlementsReceived } from '../../src/assessment/entitlements-received.ts';
import { whatToAsk } from '../../src/assessment/what-to-ask.ts';
import { demonstration } from '../areas/acting.ts';
import { judged } from './small-register.ts';

describe('what to ask', () => {
  it('lies in the remit of the committee or is for every one, is never secured, and comes by weight', async () => {
    const wales = await judged(await demonstration('demo-wales'));
    const { questions, remit } = whatToAsk(wales, wales.facts, 'bodies/scrutiny');
    assert.deepEqual(remit, ['adults', 'children', 'safeguarding', 'workforce', 'performance', 'partnership']);
    assert.ok(questions.length > 20);
    assert.ok(questions.every(({ judged: { diagnosis } }) => !['secured', 'does-not-apply'].includes(diagnosis)));
    const weights = questions.filter(({ asked }) => asked === 'never').map(({ judged: { compiled } }) => compiled.expectation.force);
    assert.deepEqual(weights, weights.toSorted((a, b) => ['must', 'should', 'may'].indexOf(a) - ['must', 'should', 'may'].indexOf(b)));
    const should = questions.filter(({ judged: { compiled } }) => compiled.expectation.force === 'should').map(({ judged: { diagnosis } }) => diagnosis);
    assert.equal(should[0], 'exposed');
    assert.ok(should.lastIndexOf('exposed') < should.indexOf('despite-the-arrangements'));
    const ids = questions.map(({ judged: { compiled } }) => compiled.expectation.id);
    assert.ok(ids.includes('councillors.briefed'), 'for every committee');
    assert.ok(!ids.includes('governance.reviewed'), 'outside the remit');
    assert.ok(whatToAsk(wales, wales.facts, 'posts/lead-member').questions.some(({ judged: { compiled } }) => compiled.expectation.id === 'governance.reviewed'), 'nothing narrows what a lead member asks');
  });

  it('is narrowed by functions too, as far as the reasons name them', async () => {
    const scotland = await judged((await demonstration('demo-scotland')).replace('remit: [adults, children, performance]', 'remit: [functions/addictions]'));
    const { questions } = whatToAsk(scotland, scotland.facts, 'bodies/panel');
    assert.deepEqual(questions.find(({ judged: { compiled } }) => compiled.expectation.id === 'scope.oversight')?.about, ['functions/addictions']);
    assert.ok(!questions.some(({ judged: { compiled } }) => compiled.expectation.id === 'performance.reporting'));
  });

  it('tells whether it was asked, and puts what waits or satisfied behind', async () => {
    const question = (more: string): string => `  - { id: q-asked, askedBy: bodies/scrutiny, of: director, on: 2012-10-01, text: x, expectation: leadership.strategic${more} }\n`;
    const asked = async (more: string) => {
      const wales = await judged((await demonstration('demo-wales')).replace(/^questions:\n/m, `questions:\n${question(more)}`));
      const { questions } = whatToAsk(wales, wales.facts, 'bodies/scrutiny');
      const place = questions.findIndex(({ judged: { compiled } }) => compiled.expectation.id === 'leadership.strategic');
      return [questions[place]?.asked, place === 0 ? 'first' : place === questions.length - 1 ? 'last' : 'between'];
    };
    assert.deepEqual(await asked(''), ['waiting', 'last']);
    assert.deepEqual(await asked(', answers: [{ on: 2012-10-05, text: y, kind: awaiting }]'), ['waiting', 'last']);
    assert.deepEqual(await asked(', answers: [{ on: 2012-10-05, text: y, kind: full }]'), ['answered', 'first']);
    assert.deepEqual(await asked(', answers: [{ on: 2012-10-05, text: y, kind: full }], satisfied: true'), ['satisfied', 'last']);
    assert.deepEqual(await asked(', answers: [{ on: 2012-10-05, text: y, kind: full }], satisfied: false'), ['not-satisfied', 'first']);
  });

  it('names the themes that the meetings on record left out for a year, and of nobody without meetings', async () => {
    const wales = await judged(await demonstration('demo-wales'));
    assert.deepEqual(whatToAsk(wales, wales.facts, 'bodies/scrutiny').leftOut, [{ theme: 'workforce', last: { meeting: 'meetings/scrutiny-2010-11', on: '2010-11-11' } }, { theme: 'partnership', last: undefined }]);
    assert.deepEqual(whatToAsk(wales, wales.facts, 'posts/scrutiny-chair').leftOut.map(({ theme }) => theme), ['workforce', 'partnership'], 'the chair asks for the committee');
  });
});

describe('what is received', () => {
  it('is told with the last that came and the day on which the next is due', async () => {
    const { facts } = await judged(await demonstration('demo-wales'));
    const told = entitlementsReceived(facts).map(({ entitlement, last, nextDue, isOverdue, outcome }) => [entitlement.id, outcome.verdict, last?.on, nextDue, isOverdue]);
    assert.deepEqual(told.slice(0, 2), [['lead-member-workforce', 'partly', '2012-04-04', '2012-10-04', true], ['scrutiny-safeguarding', 'partly', '2012-09-13', '2012-12-13', false]]);
    assert.deepEqual(entitlementsReceived(facts, 'bodies/council').map(({ entitlement }) => entitlement.id), ['council-annual-report']);
  });
});
