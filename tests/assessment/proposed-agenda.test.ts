import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { proposedAgenda, type ForWhom } from '../../src/assessment/agenda/proposed-agenda.ts';
import type { Proposal } from '../../src/assessment/agenda/proposal.ts';
import { whoMeets } from '../../src/assessment/agenda/who-meets.ts';
import { assess, type Assessment } from '../../src/assessment/assess.ts';
import { openRegister, readingLookBack } from '../../src/assessment/open-register.ts';
import { compare } from '../../src/assessment/what-if.ts';
import { date } from '../../src/kernel/date.ts';
import type { AnyRecord } from '../../src/model/kind.ts';
import { Snapshot } from '../../src/register/snapshot.ts';
import { Speaker } from '../../src/rules/say.ts';
import { judged, SMALL } from './small-register.ts';

const ONE_TO_ONE = `${SMALL.replace('completeFor: [', 'completeFor: [meetings, ').replace('  - { id: ann,', '  - { id: dai, name: Dai Example }\n  - { id: ann,')}
instruments:
  - { id: protocol, title: { en: Protocol of the two, cy: Protocol y ddau }, type: protocol, state: agreed, agreedOn: 2011-01-01, version: 1, parties: [chief, director], reviewBy: 2012-11-01 }
provisions:
  - { id: pv, instrument: protocol, number: 1, text: What the two talk about., themes: [safeguarding, workforce] }
agreements:
  - { id: g1, instrument: protocol, version: 1, party: chief, signedBy: ann, on: 2011-01-01 }
  - { id: g2, instrument: protocol, version: 1, party: director, signedBy: dai, on: 2011-01-01 }
series:
  - { id: one-to-one, title: One-to-one, between: [chief, director], frequency: P1M, formal: { agenda: true, record: true }, under: protocol, from: 2011-01-01 }
meetings:
  - { id: spring, series: one-to-one, on: 2012-04-10, held: true, agenda: true, record: notes, attended: [chief, director], minutesApprovedOn: 2012-05-01, items: [{ number: 1, title: Budget, themes: [budget] }] }
  - { id: autumn, series: one-to-one, on: 2012-11-10, held: true, agenda: true, record: notes, attended: [chief, director], items: [{ number: 1, title: Safeguarding, themes: [safeguarding] }] }
  - { id: elsewhere, body: cmt, on: 2012-10-10, held: true, record: minutes, attended: [chief] }
actions:
  - { id: late, arisingFrom: meetings/elsewhere, what: Late, owner: director, due: 2012-12-01, state: in-progress }
  - { id: put-off, arisingFrom: meetings/autumn, what: Put off, owner: chief, due: 2012-10-01, state: delayed, extensions: [{ to: 2012-11-01, why: Leave, grantedBy: director }, { to: 2013-02-01, why: Snow, grantedBy: director }] }
  - { id: claimed, arisingFrom: meetings/autumn, what: Claimed, owner: chief, state: complete-claimed }
  - { id: over, arisingFrom: meetings/autumn, what: Over, owner: chief, due: 2012-10-01, state: complete-accepted }
  - { id: others, arisingFrom: meetings/elsewhere, what: Of others, owner: deputy, due: 2012-10-01, state: in-progress }
advice:
  - { id: unanswered, nature: challenge, from: director, to: chief, subject: The rota, on: 2012-09-01 }
  - { id: answered, nature: advice, from: director, to: chief, subject: Answered, on: 2012-09-02, responses: [{ on: 2012-09-05, outcome: noted }] }
  - { id: of-others, nature: concern, from: deputy, to: chief, subject: Between others, on: 2012-09-03 }
indicators:
  - { id: visits, title: Visits on time, theme: safeguarding, better: higher, target: 90 }
  - { id: waits, title: Waits, theme: performance, better: lower, target: 5 }
observations:
  - { id: v1, indicator: visits, period: { from: 2012-04-01, until: 2012-07-01 }, value: 70, status: final }
  - { id: v2, indicator: visits, period: { from: 2012-07-01, until: 2012-10-01 }, value: 71, status: final }
  - { id: w1, indicator: waits, period: { from: 2012-07-01, until: 2012-10-01 }, value: 4, status: final }
`;

const EXAMPLE = resolve(import.meta.dirname, '../../examples/demo-wales/register.yaml');

async function proposedFor(more: Partial<ForWhom> = {}, text = ONE_TO_ONE): Promise<{ readonly proposals: readonly Proposal[]; readonly why: (key: string, language?: 'en' | 'cy') => string }> {
  const assessment = await judged(text);
  const who = whoMeets(assessment.facts, { series: 'series/one-to-one' });
  const proposals = proposedAgenda(assessment.facts, assessment, { who, allSee: () => true, isHidden: () => false, ...more });
  const why = (key: string, language: 'en' | 'cy' = 'en'): string => {
    const found = proposals.find((one) => one.key === key) ?? assert.fail(`${key} is not proposed`);
    return found.because.map((reason) => new Speaker(assessment.snapshot, assessment.facts.words, language).say(reason)).join(' ');
  };
  return { proposals, why };
}

describe('The agenda that is proposed for a one-to-one', () => {
  it('has what is due and exposed between the two, the weightiest first, and nothing of others', async () => {
    const { proposals } = await proposedFor();
    const kinds = proposals.map(({ is }) => is);
    assert.deepEqual(kinds, [...kinds].toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
    const keys = proposals.map(({ key }) => key);
    for (const key of ['advice/unanswered', 'instruments/protocol', 'indicators/visits', 'actions/late', 'actions/claimed', 'actions/put-off', 'theme workforce', 'theme budget', 'meetings/autumn', 'gap access.one-to-one']) assert.ok(keys.includes(key), key);
    for (const key of ['advice/answered', 'advice/of-others', 'indicators/waits', 'actions/over', 'actions/others', 'theme safeguarding', 'meetings/spring']) assert.ok(!keys.includes(key), key);
  });

  it('says why in both languages, from the same facts', async () => {
    const { why } = await proposedFor();
    assert.equal(why('advice/unanswered'), 'Director challenged Chief Executive on 1 September 2012; no answer is on record.');
    assert.match(why('advice/unanswered', 'cy'), /^Heriodd Director Chief Executive ar 1 Medi 2012/);
    assert.match(why('instruments/protocol'), /Ben Example now holds Director, and has not agreed Protocol of the two: Dai Example agreed it on 1 January 2011\. The review of Protocol of the two was due by 1 November 2012\./);
    assert.equal(why('indicators/visits'), 'Visits on time was worse than its target in the period to 1 October 2012; no corrective action is on record.');
    assert.equal(why('actions/late'), 'Director was to do this by 1 December 2012.');
    assert.equal(why('actions/claimed'), 'Chief Executive says that this is done; nobody has accepted it yet.');
    assert.equal(why('theme budget'), 'Last on the agenda here on 10 April 2012.');
    assert.match(why('theme workforce'), /What these meetings are held under names it/);
    assert.equal(why('meetings/autumn'), 'The record of the meeting of 10 November 2012 has not been agreed as a true one.');
    assert.match(why('gap access.one-to-one'), /The Director and the Head of Paid Service meet one to one.*2 of the 12 meetings due/);
  });

  it('gives an item that comes from an expectation the themes which its test asks to be discussed', async () => {
    const opened = await openRegister(EXAMPLE);
    assert.ok(opened.ok);
    const assessment = assess(new Snapshot(opened.value.content, date('2013-03-12')), opened.value.compiled, readingLookBack(opened.value));
    const proposals = proposedAgenda(assessment.facts, assessment, { who: whoMeets(assessment.facts, { series: 'series/one-to-one' }), allSee: () => true, isHidden: () => false });
    const gap = proposals.find(({ expectation }) => expectation === 'access.head-involved');
    assert.deepEqual([...(gap?.themes ?? [])].sort(), ['performance', 'safeguarding']);
    // Held now with this one item, it would move the verdict.
    const meeting = { ref: 'meetings/new', id: 'new', valid: {}, series: 'series/one-to-one', on: '2013-03-12', held: true, record: 'notes', attended: ['posts/chief-executive', 'posts/director'], invited: [], minutesApprovedBy: [], apologies: [], declarations: [], items: [{ number: '1', title: gap?.title, themes: gap?.themes, functions: [], expectation: gap?.expectation }] };
    const { before, after } = compare(assessment, [{ kind: 'meetings', id: 'new', from: undefined, until: undefined, record: meeting as unknown as AnyRecord }]);
    const verdictIn = ({ judged: all }: Assessment): string | undefined => all.find(({ compiled }) => compiled.expectation.id === gap?.expectation)?.practice.verdict;
    assert.deepEqual([verdictIn(before), verdictIn(after)], ['partly', 'met']);
  });

  it('leaves out what stands on the agenda already', async () => {
    const items = [{ number: '1', title: { en: 'The rota' }, themes: [], functions: [], proposedBecause: 'advice/unanswered' as const }, { number: '2', title: { en: 'One-to-ones' }, themes: [], functions: [], expectation: 'access.one-to-one' }];
    const { proposals } = await proposedFor({ items });
    assert.ok(!proposals.some(({ key }) => key === 'advice/unanswered' || key === 'gap access.one-to-one'));
  });

  it('leaves out what somebody who meets may not know of, and the reasons of a verdict that rests on it', async () => {
    const { proposals, why } = await proposedFor({ allSee: (ref) => !ref.startsWith('advice/'), isHidden: ({ compiled }) => compiled.expectation.id === 'access.one-to-one' });
    assert.ok(!proposals.some(({ key }) => key.startsWith('advice/')));
    assert.doesNotMatch(why('gap access.one-to-one'), /12 meetings due/);
  });

  it('puts off nothing that was put off to a later day, and counts how often it was', async () => {
    const { why } = await proposedFor({}, ONE_TO_ONE.replace('to: 2013-02-01', 'to: 2012-12-01'));
    assert.equal(why('actions/put-off'), 'Chief Executive was to do this by 1 December 2012, after it was put off 2 times.');
    assert.equal((await proposedFor()).why('actions/put-off'), 'Chief Executive is to do this; it arose here.');
  });
});

const ORDER = ['advice', 'protocol', 'gap', 'signal', 'overdue-action', 'claimed-action', 'theme', 'open-action', 'minutes'];
