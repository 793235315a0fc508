import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectationsBorne } from '../../src/assessment/needs/expectations-borne.ts';
import type { InOffice, Need, NeedKind } from '../../src/assessment/needs/need.ts';
import { whatNeeds } from '../../src/assessment/needs/what-needs-you.ts';
import { Speaker } from '../../src/rules/say.ts';
import { judged, SMALL } from './small-register.ts';

/** The director changed on 1 July 2012; the chief executive chairs the management team. */
const COUNCIL = `${SMALL.replace('person: ben, post: director, basis: permanent, from: 2010-01-01 }', 'person: ben, post: director, basis: permanent, from: 2010-01-01, until: 2012-07-01 }\n  - { id: a4, person: dee, post: director, basis: permanent, from: 2012-07-01 }').replace('  - { id: cai, name: Cai Example }', '  - { id: cai, name: Cai Example }\n  - { id: dee, name: Dee Example }')}
  - { id: s2, body: cmt, holder: chief, role: chair }
instruments:
  - { id: protocol, title: Protocol, type: protocol, state: agreed, version: 1, parties: [chief, director], agreedOn: 2011-02-01, reviewBy: 2012-02-01 }
  - { id: newer, title: Newer framework, type: framework, state: negotiating, version: 2, parties: [director], from: 2012-11-01 }
agreements:
  - { id: g1, instrument: protocol, version: 1, party: chief, signedBy: ann, on: 2011-02-01 }
  - { id: g2, instrument: protocol, version: 1, party: director, signedBy: ben, on: 2011-02-01 }
series:
  - { id: one-to-one, title: Monthly one-to-one, between: [chief, director], frequency: P1M }
  - { id: team, title: Team meetings, body: cmt, frequency: P1M }
  - { id: planned, title: Planned meetings, between: [chief, director], frequency: P1M }
meetings:
  - { id: m1, series: one-to-one, on: 2012-09-03, held: true }
  - { id: m2, series: team, on: 2012-12-03, held: true }
  - { id: m3, series: planned, on: 2012-09-03, held: true }
  - { id: m4, series: planned, on: 2013-01-07, held: false }
advice:
  - { id: silent, nature: concern, from: director, to: chief, subject: Caseloads, on: 2012-05-01 }
  - { id: heard, nature: advice, from: director, to: chief, subject: Rota, on: 2012-05-01, responses: [{ on: 2012-05-02, outcome: accepted }] }
questions:
  - { id: asked, askedBy: cmt, of: director, on: 2012-10-01, text: How many waited? , answers: [{ on: 2012-10-02, text: Soon, kind: awaiting }] }
requests:
  - { id: late, title: Vacancies, to: [director, deputy], issuedOn: 2012-10-01, due: 2012-11-01 }
  - { id: closed, title: Sickness, to: [director], issuedOn: 2012-10-01, due: 2012-11-01, closed: true }
returns:
  - { id: r1, request: late, from: deputy, on: 2012-10-20 }
actions:
  - { id: fill, what: Fill the posts, owner: director, due: 2012-10-01, state: delayed, extensions: [{ to: 2013-02-01, why: Freeze, grantedBy: cmt }] }
  - { id: done, what: Write the plan, owner: director, state: complete-accepted }
  - { id: said, what: Hold the review, owner: deputy, state: complete-claimed, acceptedBy: cmt }
reports:
  - { id: annual, type: annual, title: Annual report, state: agreed, by: director, period: { from: 2011-04-01, until: 2012-04-01 } }
  - { id: quarter, type: performance, title: Quarter, state: agreed, by: director, period: { from: 2012-04-01, until: 2012-07-01 } }
self-assessments:
  - { id: sa, pack: wales-2009, period: { from: 2011-04-01, until: 2012-04-01 }, state: completed }
confirmations:
  - { id: c1, assessment: sa, as: head-of-paid-service, by: ann, on: 2012-06-01 }
communications:
  - { id: sent, of: reports/annual, to: director, on: 2012-10-01 }
  - { id: known, of: instruments/protocol, to: director, on: 2012-10-02 }
acknowledgements:
  - { id: k1, of: known, by: dee, on: 2012-10-03 }
`;

const office = (person: string, posts: readonly string[], keeps: readonly NeedKind[] = []): InOffice => ({ person: `persons/${person}`, posts: posts.map((post) => `posts/${post}` as const), keeps: new Set(keeps) });

describe('What needs somebody', async () => {
  const assessment = await judged(COUNCIL);
  const { facts } = assessment;
  const speaker = new Speaker(assessment.snapshot, facts.words, 'en');
  const said = (needs: readonly Need[] | undefined): readonly string[] => (needs ?? []).map(({ says }) => speaker.say(says));
  const [director, chief, clerk, deputy] = [office('dee', ['director']), office('ann', ['chief']), office('cai', [], ['meeting', 'agreement', 'review', 'request']), office('cai', ['deputy'])].map((one) => whatNeeds(facts, one));

  it('is an agreement that the holder before them made, and one that is being negotiated', () => {
    assert.deepEqual(said(director?.get('agreement')), [
      'Dee Example now holds Director, and has not agreed Protocol: Ben Example agreed it on 1 February 2011.',
      'Newer framework is being negotiated, and Director is a party to it.',
    ]);
    const [first] = director?.get('agreement') ?? [];
    assert.deepEqual([first?.since, first?.does], ['2012-07-01', { act: 'enter', kind: 'agreements', filled: { instrument: 'instruments/protocol', version: '1', party: 'posts/director', signedBy: 'persons/dee' } }]);
  });

  it('is an instrument past its review, and one that lapsed because the holder of another party changed', () => {
    assert.deepEqual(said(chief?.get('review')), ['The review of Protocol was due by 1 February 2012.', 'Dee Example now holds Director, and has not agreed Protocol: Ben Example agreed it on 1 February 2011.']);
    assert.equal(chief?.has('agreement'), false);
  });

  it('is a meeting past its time, unless one is arranged', () => {
    assert.deepEqual(said(director?.get('meeting')), ['Monthly one-to-one is to meet once in a month; the last meeting on record was on 3 September 2012.']);
    assert.deepEqual(director?.get('meeting')?.map(({ by }) => by), ['2012-10-03']);
    assert.deepEqual(said(chief?.get('meeting')), said(director?.get('meeting')));
    assert.equal(deputy?.has('meeting'), false);
  });

  it('is advice, a concern or a question without an answer', () => {
    assert.deepEqual(said(chief?.get('answer')), ['Director raised a concern with Chief Executive on 1 May 2012: “Caseloads”. No answer is on record.']);
    assert.deepEqual(said(director?.get('answer')), ['Corporate Management Team asked Director on 1 October 2012: “How many waited?”. No answer is on record.']);
  });

  it('is a request without a return of theirs, until it is closed', () => {
    assert.deepEqual(said(director?.get('request')), ['“Vacancies” asks Director for a return by 1 November 2012; none is on record.']);
    assert.equal(deputy?.has('request'), false);
  });

  it('is an action of theirs by the day to which it was put off, and one that their body is to accept', () => {
    assert.deepEqual(director?.get('action')?.map(({ says, by }) => [speaker.say(says), by]), [['Action for Director: “Fill the posts” (delayed).', '2013-02-01']]);
    assert.deepEqual(said(chief?.get('action')), ['Head of Adults says that “Hold the review” is complete; Corporate Management Team has not accepted it.']);
  });

  it('is a report that is not out, and a self-assessment that waits for their confirmation alone', () => {
    assert.deepEqual(said(director?.get('report')).toSorted(), ['The report “Annual report” of Director is not published yet (agreed).', 'The self-assessment of 1 April 2011 to 1 April 2012 is complete and waits for Director to confirm it.']);
    assert.equal(chief?.has('report'), false);
  });

  it('is what was sent to them and they have not acknowledged', () => {
    assert.deepEqual(said(director?.get('acknowledgement')), ['Annual report was sent to Director on 1 October 2012, and Dee Example has not acknowledged it.']);
  });

  it('is, for those who keep the record, what waits for anybody', () => {
    assert.deepEqual([...(clerk?.keys() ?? [])].toSorted(), ['agreement', 'meeting', 'request', 'review']);
    assert.deepEqual(clerk?.get('agreement')?.map(({ does }) => does), [{ act: 'open', ref: 'instruments/protocol' }]);
  });

  it('is an expectation of their post that has no proper arrangements; the statutory officer sees those of everybody', () => {
    const own = expectationsBorne(facts, assessment.judged, office('ann', ['chief']), false);
    const all = expectationsBorne(facts, assessment.judged, office('dee', ['director']), true);
    assert.ok(own.unprovided.length > 0 && own.unprovided.every(({ compiled }) => compiled.expectation.bearer === 'head-of-paid-service'));
    assert.ok(all.unprovided.length > own.unprovided.length);
    assert.ok(all.unprovided.every(({ diagnosis }) => diagnosis === 'exposed' || diagnosis === 'despite-the-arrangements'));
    assert.ok(all.unknown.length > 0 && all.unknown.every(({ diagnosis }) => diagnosis === 'not-known'));
  });

  it('is said in Welsh as well', () => {
    const welsh = new Speaker(assessment.snapshot, facts.words, 'cy');
    assert.equal(welsh.say(director?.get('meeting')?.[0]?.says ?? assert.fail()), 'Mae Monthly one-to-one i gyfarfod unwaith mewn mis; roedd y cyfarfod diwethaf a gofnodwyd ar 3 Medi 2012.');
  });

  it('is nothing for somebody who holds nothing', () => {
    assert.equal(whatNeeds(facts, office('ben', [])).size, 0);
  });
});
