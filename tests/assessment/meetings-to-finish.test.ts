import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InOffice } from '../../src/assessment/needs/need.ts';
import { meetingsToFinish } from '../../src/assessment/needs/meetings-to-finish.ts';
import { Speaker } from '../../src/rules/say.ts';
import { judged, SMALL } from './small-register.ts';

const COUNCIL = `${SMALL}
  - { id: s2, body: cmt, holder: chief, role: chair }
series:
  - { id: one-to-one, title: Monthly one-to-one, between: [chief, director], frequency: P1M }
meetings:
  - { id: past, series: one-to-one, on: 2012-12-03 }
  - { id: today, series: one-to-one, on: 2012-12-10 }
  - { id: team, body: cmt, on: 2012-12-04 }
  - { id: off, body: cmt, on: 2012-12-05, held: false, calledOff: { on: 2012-12-04, why: Snow } }
  - { id: half, series: one-to-one, on: 2012-11-05, held: true, record: notes, attended: [chief, director], minutesApprovedBy: [chief] }
  - { id: nobody, series: one-to-one, on: 2012-10-05, held: true, record: notes, attended: [chief, director] }
`;

async function waitsFor(person: string, post: string): Promise<readonly (readonly [string, string])[]> {
  const { facts, snapshot } = await judged(COUNCIL);
  const office: InOffice = { person: `persons/${person}`, posts: [`posts/${post}`], keeps: new Set() };
  return meetingsToFinish(facts, office).map(({ says, does }) => [does.act === 'enter' ? '' : does.ref, new Speaker(snapshot, facts.words, 'en').say(says)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

describe('What waits of meetings', () => {
  it('is to minute those whose day is past, and to agree what others who were there have agreed', async () => {
    assert.deepEqual(await waitsFor('ben', 'director'), [
      ['meetings/half', 'The record of the meeting of Monthly one-to-one on 5 November 2012 waits for you to agree it; others who were there have.'],
      ['meetings/past', 'The meeting of Monthly one-to-one on 3 December 2012 has not been minuted.'],
    ]);
  });

  it('is for whoever chairs the body, and not for those who have agreed', async () => {
    assert.deepEqual((await waitsFor('ann', 'chief')).map(([ref]) => ref), ['meetings/past', 'meetings/team']);
    assert.deepEqual(await waitsFor('cai', 'deputy'), []);
  });
});
