import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InOffice, NeedKind } from '../../src/assessment/needs/need.ts';
import { needsInOrder } from '../../src/assessment/needs/what-needs-you.ts';
import { Speaker } from '../../src/rules/say.ts';
import { demonstration } from '../areas/acting.ts';
import { judged } from './small-register.ts';

async function waiting(kind: NeedKind, office: Partial<InOffice>, text: string, asAt?: string): Promise<readonly string[]> {
  const assessment = await judged(text, asAt);
  const speaker = new Speaker(assessment.snapshot, assessment.facts.words, 'en');
  return needsInOrder(assessment.facts, { person: 'persons/nobody', posts: [], keeps: new Set(), ...office }).filter(({ is }) => is === kind).map(({ says, by, since }) => [speaker.say(says), by ?? '', since ?? ''].join(' | '));
}

const MORE = `
statements:
  - { id: last, as: chief-executive, period: { from: 2010-12-11, until: 2011-12-11 }, state: signed, assessedAs: { on: 2011-12-20, pack: wales-2009, edition: "2013-04", digest: x }, by: eirlys, signedOn: 2011-12-20, seal: x }
barriers:
  - { id: papers, what: Papers do not reach the Director., raisedBy: director, on: 2012-11-02, state: being-resolved, owner: education }
  - { id: old, what: Something else., raisedBy: director, on: 2012-01-02, state: resolved, owner: education, resolvedOn: 2012-02-02 }
`;

describe('what waits for councillors and those who answer to them', () => {
  it('is for whoever asked: silence after four weeks, and an answer of which nothing was said', async () => {
    const wales = await demonstration('demo-wales');
    const chair = { posts: ['posts/scrutiny-chair'] } as const;
    const open = await waiting('question', chair, wales, '2012-12-10');
    assert.deepEqual(open, ['Chair of the Social Services Scrutiny Committee asked Director of Social Care, Housing and Leisure on 8 November 2012: “What is given up when one officer runs housing and leisure too?”. Four weeks later there is no answer on record. |  | 2012-11-08']);
    assert.deepEqual(await waiting('question', chair, wales, '2012-12-06'), [], 'four weeks are not over');
    assert.deepEqual(await waiting('question', { person: 'persons/rhodri' }, wales.replace('children\'s directorate., cy: Adroddwyd amdanynt i’r gyfarwyddiaeth plant. } }], satisfied: false }', 'children\'s directorate. } }] }'), '2012-12-10'), [
      'Director of Social Care, Housing and Leisure answered “Why did late conferences take a year to reach us?” on 27 September 2012; Cyng. Rhodri Rhigwm has not said whether that will do. |  | 2012-09-27',
    ]);
  });

  it('is for the Director and those who keep what councillors receive: what is overdue, and who is new', async () => {
    const wales = await demonstration('demo-wales');
    assert.deepEqual(await waiting('entitlement', { posts: ['posts/director'] }, wales), ['Cabinet Member for Social Services is to receive “Vacancies and sickness” once in 6 months; the last on record came on 4 April 2012. | 2012-10-04 | ']);
    assert.equal((await waiting('entitlement', { keeps: new Set(['entitlement']) }, wales)).length, 1);
    assert.deepEqual(await waiting('entitlement', { posts: ['posts/lead-member'] }, wales), []);
    const fresh = await waiting('briefing', { keeps: new Set(['briefing']), posts: ['posts/monitoring-officer'] }, wales);
    assert.equal(fresh.length, 1);
    assert.match(fresh[0] ?? '', /^New, and not briefed on record: .*Cyng\. Nerys Alegori.* \| 2012-11-17 \| $/);
  });

  it('is for the chief executive: the next statement from a month before, and for the owner a barrier that is open', async () => {
    const wales = `${await demonstration('demo-wales')}${MORE}`;
    const chief = { posts: ['posts/chief-executive'] } as const;
    assert.deepEqual(await waiting('statement', chief, wales, '2012-11-19'), []);
    assert.deepEqual(await waiting('statement', chief, wales, '2012-12-10'), ['The yearly statement of Chief Executive was last signed on 20 December 2011. | 2012-12-20 | ']);
    assert.deepEqual(await waiting('barrier', { posts: ['posts/education'] }, wales), ['Director of Social Care, Housing and Leisure raised a barrier to the statutory role on 2 November 2012: “Papers do not reach the Director.” (being resolved). |  | 2012-11-02']);
  });
});
