import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, recordsOf } from '../content.ts';

const member = (from: string) => `
posts: [{ id: member, title: Lead Member, designations: [lead-member-social-services] }]
persons: [{ id: aled, name: Aled }, { id: bethan, name: Bethan }]
appointments: [{ id: aled-member, person: aled, post: member, basis: permanent, from: ${from} }]
bodies: [{ id: council, name: Council, type: council }]
`;
const briefing = (on: string, to = 'persons/aled', themes = 'statutory-role') => `briefings: [{ id: b, subject: The role, themes: [${themes}], to: [${to}], on: ${on} }]\n`;
const ASKED = { whom: 'councillors', within: 'P6M' };
const COMPLETE = { completeFor: ['appointments', 'seats', 'briefings'] };
const verdict = async (records: string, asked: unknown = ASKED, options: object = COMPLETE) => ask('briefed', asked, await facts(records, options)).verdict;

describe('briefed', () => {
  it('is met by a briefing on the last day and not by one a day later', async () => {
    assert.equal(await verdict(member('2012-01-10') + briefing('2012-07-10')), 'met');
    assert.equal(await verdict(member('2012-01-10') + briefing('2012-07-11')), 'not-met');
    assert.equal(await verdict(member('2012-01-10') + briefing('2012-07-11'), ASKED, {}), 'not-known');
  });

  it('does not count a briefing from before the seat was taken, or on something else', async () => {
    assert.equal(await verdict(member('2012-01-10') + briefing('2012-01-09')), 'not-met');
    assert.equal(await verdict(member('2012-01-10') + briefing('2012-02-01', 'persons/aled', 'budget'), { ...ASKED, about: ['statutory-role'] }), 'not-met');
    assert.equal(await verdict(member('2012-01-10') + briefing('2012-02-01'), { ...ASKED, about: ['statutory-role', 'budget'] }), 'met');
  });

  it('counts a briefing of the post', async () => {
    assert.equal(await verdict(member('2012-01-10') + briefing('2012-02-01', 'posts/member')), 'met');
  });

  it('does not yet ask of those whose time has not run out', async () => {
    assert.equal(await verdict(member('2012-06-10')), 'does-not-apply');
    assert.equal(await verdict(member('2012-06-09')), 'not-met');
  });

  it('asks only of those who are new within the look-back', async () => {
    assert.equal(await verdict(member('2011-12-10')), 'does-not-apply');
    assert.equal(await verdict(member('2011-12-11')), 'not-met');
  });

  it('asks of those who took a seat, in part where one was briefed', async () => {
    const seats = 'seats: [{ id: s, body: council, holder: persons/bethan, role: member, from: 2012-01-10 }]\n';
    const answer = ask('briefed', ASKED, await facts(member('2012-01-10') + seats + briefing('2012-02-01'), COMPLETE));
    assert.equal(answer.verdict, 'partly');
    assert.ok(recordsOf(answer).includes('persons/bethan'));
    assert.equal(await verdict(member('2012-01-10') + seats + briefing('2012-02-01', 'persons/aled, bodies/council')), 'met');
  });
});
