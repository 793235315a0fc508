import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actionLists } from '../../../src/areas/meetings/queries/action-lists.ts';
import { diary, seriesStandings } from '../../../src/areas/meetings/queries/diary.ts';
import { seriesDays } from '../../../src/areas/meetings/series-dates.ts';
import { date } from '../../../src/kernel/date.ts';
import { duration } from '../../../src/kernel/duration.ts';
import { Snapshot } from '../../../src/register/snapshot.ts';
import { contentOf, good } from '../../kept/folder.ts';
import { MEETING_COUNCIL } from './meetings-register.ts';

const snapshot = async (more: string): Promise<Snapshot> => new Snapshot(await contentOf(`${MEETING_COUNCIL}${more}`), date('2012-12-10'));

const MEETINGS = `
meetings:
  - { id: agreed, series: cmt, on: 2012-10-01, held: true, record: minutes, minutesApprovedOn: 2012-11-05 }
  - { id: to-agree, series: cmt, on: 2012-11-05, held: true, record: minutes, attended: [chief] }
  - { id: own, series: one-to-one, on: 2012-11-06, held: true, record: own-notes }
  - { id: lost, series: one-to-one, on: 2012-11-20, held: false }
  - { id: off, series: one-to-one, on: 2012-12-04, held: false, calledOff: { on: 2012-12-03, why: Snow } }
  - { id: unminuted, series: council, on: 2012-12-06 }
  - { id: said, series: council, on: 2012-12-07, held: true }
  - { id: later, series: cmt, on: 2013-01-07, at: "10:00", agenda: 2012-12-09 }
  - { id: sooner, body: cmt, on: 2013-01-07, at: "09:00" }
`;

describe('The diary', () => {
  it('tells of every meeting what is next to be done about it, by month and hour', async () => {
    const months = diary(await snapshot(MEETINGS), date('2012-10-01'));
    assert.deepEqual(months.map(({ month, meetings }) => [month, meetings.map(({ meeting, state }) => `${meeting.id} ${state}`)]), [
      ['2012-10-01', ['agreed agreed']],
      ['2012-11-01', ['to-agree to-agree', 'own no-record', 'lost not-held']],
      ['2012-12-01', ['off called-off', 'unminuted to-minute', 'said to-minute']],
      ['2013-01-01', ['sooner planned', 'later issued']],
    ]);
  });

  it('is narrowed to a series, or to a body with the meetings of its series', async () => {
    const found = await snapshot(MEETINGS);
    const ids = (of: 'series/cmt' | 'bodies/cmt'): readonly string[] => diary(found, date('2012-10-01'), of).flatMap(({ meetings }) => meetings.map(({ meeting }) => meeting.id));
    assert.deepEqual(ids('series/cmt'), ['agreed', 'to-agree', 'later']);
    assert.deepEqual(ids('bodies/cmt'), ['agreed', 'to-agree', 'sooner', 'later']);
  });

  it('says of a series when it is due by its own frequency, and that it is overdue when nothing is arranged', async () => {
    const standings = new Map(seriesStandings(await snapshot(MEETINGS)).map((one) => [one.series.id, one]));
    const one = standings.get('one-to-one');
    assert.deepEqual([one?.last?.id, one?.dueBy, one?.next, one?.isOverdue], ['own', '2012-12-06', undefined, true]);
    const team = standings.get('cmt');
    assert.deepEqual([team?.last?.id, team?.dueBy, team?.next?.id, team?.isOverdue], ['to-agree', '2012-12-05', 'later', false]);
  });
});

describe('The days of a series', () => {
  it('are counted from the first, over month ends, and keep clear of weekends and the holidays of the nation', () => {
    const days = good(seriesDays(date('2026-01-31'), duration('P1M'), 4, 'scotland'));
    // 31 January 2026 is a Saturday; 28 February too; 31 March a Tuesday; 30 April a Thursday.
    assert.deepEqual(days.map(({ on, insteadOf }) => [on, insteadOf?.day]), [['2026-02-02', '2026-01-31'], ['2026-03-02', '2026-02-28'], ['2026-03-31', undefined], ['2026-04-30', undefined]]);
    // 2 January is a bank holiday of Scotland alone.
    assert.deepEqual(good(seriesDays(date('2026-01-02'), duration('P1M'), 1, 'scotland')).map(({ on }) => on), ['2026-01-05']);
    assert.deepEqual(good(seriesDays(date('2026-01-02'), duration('P1M'), 1, 'wales')).map(({ on }) => on), ['2026-01-02']);
  });

  it('are one meeting where several would fall on the same working day', () => {
    assert.deepEqual(good(seriesDays(date('2026-03-06'), duration('P1D'), 4, 'wales')).map(({ on }) => on), ['2026-03-06', '2026-03-09']);
  });
});

describe('The lists of actions', () => {
  it('have one’s own first, then what is said to be done, what is overdue, and the rest; what is over is in none', async () => {
    const found = await snapshot(`
actions:
  - { id: own, what: Own, owner: director, due: 2012-12-01, state: in-progress }
  - { id: claimed, what: Claimed, owner: deputy, due: 2012-12-01, state: complete-claimed }
  - { id: late, what: Late, owner: deputy, due: 2012-12-01, state: delayed }
  - { id: put-off, what: Put off, owner: deputy, due: 2012-12-01, state: delayed, extensions: [{ to: 2013-01-01, why: Snow, grantedBy: chief }] }
  - { id: undated, what: Undated, owner: deputy, state: not-started }
  - { id: over, what: Over, owner: director, state: no-further-action }
`);
    const { mine, claimed, overdue, open } = actionLists(found, ['posts/director']);
    assert.deepEqual([mine, claimed, overdue, open].map((list) => list.map(({ id }) => id)), [['own'], ['claimed'], ['late'], ['put-off', 'undated']]);
  });
});
