import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, recordsOf, refusals, told } from '../content.ts';

const BASE = `
posts:
  - { id: chief, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: member, title: Lead Member, designations: [lead-member-social-services] }
persons: [{ id: aled, name: Aled }]
bodies: [{ id: cabinet, name: Cabinet, type: cabinet }, { id: cmt, name: Management Team, type: corporate-management-team }]
organisations: [{ id: health, name: Health Board, type: health-board }]
instruments: [{ id: protocol, title: The Protocol, type: protocol, state: agreed, version: 1, agreedOn: 2012-01-10 }]
reports: [{ id: year, type: annual, title: The year, state: published }]
`;
const sent = (...to: readonly string[]) => `communications:\n${to.map((whom, index) => `  - { id: c${index + 1}, of: instruments/protocol, to: ${whom}, on: 2012-02-01 }`).join('\n')}\n`;
const TOLD_TO = (...to: readonly string[]) => ({ instruments: { types: ['protocol'] }, to });

describe('communicated', () => {
  it('is met where each audience has been sent the instrument in force', async () => {
    const answer = ask('communicated', TOLD_TO('councillors', 'officers', 'partners'), await facts(BASE + sent('posts/member', 'bodies/cmt', 'organisations/health')));
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['communications/c1', 'instruments/protocol', 'communications/c2', 'communications/c3']);
  });

  it('is in part where one audience was left out of a register that is complete, else not known', async () => {
    const records = BASE + sent('posts/member', 'bodies/cmt');
    const complete = await facts(records, { completeFor: ['communications'] });
    const answer = ask('communicated', TOLD_TO('councillors', 'officers', 'partners'), complete);
    assert.equal(answer.verdict, 'partly');
    assert.match(told(answer, complete), /communication of The Protocol to partners: no record/i);
    assert.equal(ask('communicated', TOLD_TO('councillors', 'officers', 'partners'), await facts(records)).verdict, 'not-known');
  });

  it('asks for an acknowledgement by somebody of each audience', async () => {
    const asked = { ...TOLD_TO('councillors', 'officers'), acknowledged: true };
    const both = 'acknowledgements: [{ id: k1, of: c1, by: aled, on: 2012-02-05 }, { id: k2, of: c2, by: aled, on: 2012-02-05 }]\n';
    const one = both.replace(', { id: k2, of: c2, by: aled, on: 2012-02-05 }', '');
    const complete = { completeFor: ['communications', 'acknowledgements'] };
    assert.equal(ask('communicated', asked, await facts(BASE + sent('bodies/cabinet', 'posts/chief') + both, complete)).verdict, 'met');
    assert.equal(ask('communicated', asked, await facts(BASE + sent('bodies/cabinet', 'posts/chief') + one, complete)).verdict, 'partly');
    assert.equal(ask('communicated', asked, await facts(BASE + sent('bodies/cabinet', 'posts/chief') + one)).verdict, 'not-known');
    assert.equal(ask('communicated', asked, await facts(BASE + sent('bodies/cabinet', 'posts/chief') + both, { ...complete, asAt: '2012-02-04' })).verdict, 'not-met');
  });

  it('has nothing to communicate where no instrument is in force, and says which is not', async () => {
    const draft = BASE.replace('state: agreed', 'state: draft') + sent('posts/member');
    const of = await facts(draft);
    const answer = ask('communicated', TOLD_TO('councillors'), of);
    assert.equal(answer.verdict, 'not-met');
    assert.match(told(answer, of), /The Protocol: not in force/);
    assert.equal(ask('communicated', { instruments: { types: ['policy'] }, to: ['councillors'] }, of).verdict, 'not-known');
  });

  it('takes a report for communicated to a body that had it as a paper in the look-back', async () => {
    const meeting = (on: string) => `meetings: [{ id: m, body: cabinet, on: ${on}, held: true, items: [{ number: 1, title: The year, paper: year }] }]\n`;
    const asked = { reports: ['annual'], to: ['councillors'] };
    assert.equal(ask('communicated', asked, await facts(BASE + meeting('2012-06-01'))).verdict, 'met');
    assert.equal(ask('communicated', asked, await facts(BASE + meeting('2011-12-10'), { completeFor: ['communications'] })).verdict, 'not-met');
  });

  it('takes a briefing for communicated to those whom it was given', async () => {
    const briefing = 'briefings: [{ id: b, subject: The role, themes: [statutory-role], to: [bodies/cabinet], on: 2012-06-01 }]\n';
    assert.equal(ask('communicated', { briefings: ['statutory-role'], to: ['councillors'] }, await facts(BASE + briefing)).verdict, 'met');
    assert.equal(ask('communicated', { briefings: ['budget'], to: ['councillors'] }, await facts(BASE + briefing, { completeFor: ['briefings'] })).verdict, 'not-met');
  });

  it('refuses to ask without saying of what', () => {
    assert.match(refusals('communicated', { to: ['councillors'] }).join(), /say what is communicated/);
  });
});
