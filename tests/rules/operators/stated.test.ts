import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, explained, facts, recordsOf, refusals } from '../content.ts';

const appointed = (...until: readonly string[]) => `
posts: [{ id: director, title: Director, designations: [director-of-social-services] }]
persons: [{ id: p1, name: Dora }, { id: p2, name: Eira }]
appointments:
${until.map((end, index) => `  - { id: a${index + 1}, person: p${index + 1}, post: director, basis: acting, from: 2012-07-01${end === '' ? '' : `, until: ${end}`} }`).join('\n')}
`;
const ASKED = { kind: 'appointments', where: { basis: ['interim', 'acting'] }, fields: ['basis', 'until'] };

describe('stated', () => {
  it('is met where every record valid now states the fields', async () => {
    const answer = ask('stated', ASKED, await facts(appointed('2013-03-31')));
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['appointments/a1']);
  });

  it('is not met where a field is left out of a register that is complete, else not known', async () => {
    const complete = await facts(appointed(''), { completeFor: ['appointments'] });
    assert.equal(ask('stated', ASKED, complete).verdict, 'not-met');
    assert.equal(ask('stated', ASKED, await facts(appointed(''))).verdict, 'not-known');
  });

  it('is in part where some state them, and names those that do not', async () => {
    const answer = ask('stated', ASKED, await facts(appointed('2013-03-31', ''), { completeFor: ['appointments'] }));
    assert.equal(answer.verdict, 'partly');
    assert.deepEqual(recordsOf(answer), ['appointments/a2']);
  });

  it('asks only of what is valid on the date', async () => {
    const of = await facts(appointed('2012-12-10', '2013-03-31'), { completeFor: ['appointments'] });
    assert.deepEqual(recordsOf(ask('stated', ASKED, of)), ['appointments/a2']);
  });

  it('knows the body of a meeting by its series, and that a series between posts has none', async () => {
    const meetings = `
posts: [{ id: a, title: A }, { id: b, title: B }]
bodies: [{ id: board, name: Board, type: children-safeguarding-board }]
series: [{ id: talk, title: Talk, between: [a, b], frequency: P1M }, { id: boards, title: Board, body: board, frequency: P3M }]
meetings: [{ id: m1, series: talk, on: 2012-05-01, held: true }, { id: m2, series: boards, on: 2012-05-02, held: true, attended: [a] }]
`;
    const answer = ask('stated', { kind: 'meetings', where: { body: { type: 'children-safeguarding-board' } }, during: 'look-back', fields: ['attended'] }, await facts(meetings));
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['meetings/m2']);
  });

  it('does not apply where there is none', async () => {
    assert.equal(ask('stated', { ...ASKED, where: { basis: 'shared' } }, await facts(appointed('2013-03-31'))).verdict, 'does-not-apply');
  });

  it('refuses fields that the kind does not have', () => {
    assert.match(refusals('stated', { kind: 'appointments', fields: ['basics'] }).join(), /`basics` is not a field of appointments .*did you mean `basis`/);
  });

  it('says what it asks for', async () => {
    assert.equal(explained('stated', ASKED, await facts(appointed(''))), 'Every one of these states basis and until (the first day it no longer holds): appointments (basis: interim or acting).');
  });
});
