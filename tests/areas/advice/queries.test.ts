import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answerState } from '../../../src/areas/advice/answer-state.ts';
import { chainOf, stepsLeft } from '../../../src/areas/advice/line.ts';
import { mayRespond, turnOf } from '../../../src/areas/advice/queries/mine.ts';
import { assess } from '../../../src/assessment/assess.ts';
import { answersOwed } from '../../../src/assessment/needs/answers-owed.ts';
import { openContent, readingLookBack } from '../../../src/assessment/open-register.ts';
import { date } from '../../../src/kernel/date.ts';
import type { Advice } from '../../../src/model/advice.ts';
import { good } from '../../kept/folder.ts';
import { adviceOf, council, decisionOf, type Council } from './demo.ts';

/** The verdict of a lens as the register stands. */
function verdict({ register }: Council, on: string, id: string, lens: 'paper' | 'practice'): string {
  const open = good(openContent(register.image.content()));
  const assessment = assess(register.image.snapshot(date(on)), open.compiled, readingLookBack(open));
  return assessment.judged.find(({ compiled }) => compiled.expectation.id === id)?.[lens].verdict ?? assert.fail(id);
}

describe('How what was raised stands', () => {
  let wales: Council;
  before(async () => void (wales = await council('demo-wales')));
  after(() => wales.close());
  const one = (id: string, on = '2012-12-10'): Advice => wales.register.image.snapshot(date(on)).get(`advice/${id}`) ?? assert.fail(id);
  const state = (id: string, on: string): string => {
    const { state: is, due } = answerState(wales.register.image.snapshot(date(on)), one(id), date(on));
    return `${is} ${due}`;
  };

  it('is told by what had happened by the day: in time to the last day, overdue from the next, answered, gone on', () => {
    // Ten working days after 21 May 2012; 4 and 5 June are bank holidays.
    assert.deepEqual(['2012-05-21', '2012-06-06', '2012-06-07', '2012-12-10'].map((on) => state('challenge-conferences', on)), ['awaiting 2012-06-06', 'awaiting 2012-06-06', 'overdue 2012-06-06', 'overdue 2012-06-06']);
    assert.deepEqual(['2012-10-01', '2012-10-02', '2012-10-08', '2012-10-09'].map((on) => state('challenge-freeze', on).split(' ')[0]), ['awaiting', 'answered', 'answered', 'escalated']);
  });

  it('is one story from its first record to its last, and a line with what is left of it', () => {
    const snapshot = wales.register.image.snapshot(date('2012-12-10'));
    for (const id of ['challenge-freeze', 'challenge-freeze-cabinet']) assert.deepEqual(chainOf(snapshot, one(id)).map((each) => each.id), ['challenge-freeze', 'challenge-freeze-cabinet']);
    assert.deepEqual(stepsLeft(snapshot, one('challenge-freeze')).map(({ to }) => to), ['posts/monitoring-officer', 'bodies/council']);
  });

  it('is somebody’s turn: to answer, to take it further, or nobody’s', () => {
    const snapshot = wales.register.image.snapshot(date('2012-12-10'));
    const turn = (id: string, person: string) => turnOf(snapshot, `persons/${person}`, one(id), date('2012-12-10'));
    assert.deepEqual([turn('challenge-conferences', 'ieuan'), turn('challenge-conferences', 'tomos'), turn('challenge-conferences', 'eirlys'), turn('challenge-freeze', 'tomos'), turn('concern-regional', 'tomos')], ['yours', 'further', 'waiting', 'escalated', 'answered']);
    assert.equal(mayRespond(snapshot, undefined, one('challenge-conferences')), false);
  });

  it('waits in what needs whoever answers, by its day, until it is answered or has gone on', async () => {
    const open = good(openContent(wales.register.image.content()));
    const needs = (on: string) => answersOwed(assess(wales.register.image.snapshot(date(on)), open.compiled, readingLookBack(open)).facts, { person: 'persons/ieuan', posts: ['posts/education'], keeps: new Set() }).map(({ says: { records }, by }) => `${records[0]} ${by}`);
    assert.deepEqual(needs('2012-12-11'), ['advice/challenge-conferences undefined']);
    good(await wales.act('advice.raise', 'tomos', '2012-12-11T10:00:00Z', { nature: 'challenge', to: 'education', subject: 'Late conferences' }));
    const [raised] = adviceOf(wales);
    assert.deepEqual(needs('2012-12-11'), ['advice/challenge-conferences undefined', `${raised?.ref} 2012-12-27`]);
    good(await wales.act('advice.escalate', 'tomos', '2012-12-11T11:00:00Z', { advice: 'challenge-conferences' }));
    good(await wales.act('advice.respond', 'ieuan', '2012-12-11T11:00:00Z', { advice: raised?.id, outcome: 'accepted' }));
    assert.deepEqual(needs('2012-12-11'), []);
  });
});

describe('Doing it moves the verdicts', () => {
  let scotland: Council;
  before(async () => void (scotland = await council('demo-scotland')));
  after(() => scotland.close());

  it('of challenge: raised and unanswered for too long it is not met, answered in time it is', async () => {
    const challenge = (on: string): string => verdict(scotland, on, 'leadership.challenge', 'practice');
    good(await scotland.act('advice.raise', 'kirsty', '2014-01-13T10:00:00Z', { nature: 'challenge', to: 'education', subject: 'Supervision in schools' }));
    const id = adviceOf(scotland)[0]?.id;
    assert.notEqual(challenge('2014-02-20'), 'met');
    good(await scotland.act('advice.respond', 'fiona', '2014-01-20T10:00:00Z', { advice: id, outcome: 'accepted' }));
    assert.equal(challenge('2014-02-20'), 'met');
  });

  it('of statutory decisions: a clock that runs is no decision yet, a decision by the officer is', async () => {
    const decisions = (): string => verdict(scotland, '2014-05-06', 'statutory.decisions', 'practice');
    assert.equal(decisions(), 'not-met');
    good(await scotland.act('decision.start', 'kirsty', '2014-05-02T16:45:00+01:00', { decision: 'secure-authorisation', subject: 'An authorisation', from: '2014-05-02T16:30:00+01:00' }));
    const { id } = decisionOf(scotland);
    assert.notEqual(decisions(), 'met');
    const open = good(openContent(scotland.register.image.content()));
    const needs = (): number => answersOwed(assess(scotland.register.image.snapshot(date('2014-05-03')), open.compiled, readingLookBack(open)).facts, { person: 'persons/kirsty', posts: ['posts/cswo'], keeps: new Set() }).filter(({ by }) => by === '2014-05-05').length;
    assert.equal(needs(), 1);
    good(await scotland.act('decision.record', 'kirsty', '2014-05-05T17:30:00+01:00', { 'statutory-decision': id, outcome: 'Put into effect, late.', decidedAt: '2014-05-05T17:00:00+01:00' }));
    assert.equal(decisions(), 'met');
    assert.equal(needs(), 0);
  });
});
