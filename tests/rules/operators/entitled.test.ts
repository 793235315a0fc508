import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, explained, facts, recordsOf, told } from '../content.ts';

const BASE = `
posts: [{ id: member, title: Lead Member, designations: [lead-member-social-services] }]
persons: [{ id: aled, name: Aled }]
appointments: [{ id: aled-member, person: aled, post: member, basis: permanent, from: 2012-05-10 }]
bodies: [{ id: scrutiny, name: Scrutiny, type: scrutiny-committee }, { id: cmt, name: Team, type: corporate-management-team }]
reports:
  - { id: figures, type: performance, title: Figures, state: presented }
  - { id: staff, type: council, title: Staff, state: presented, sections: [{ title: Staff, themes: [workforce] }] }
  - { id: bare, type: council, title: Bare, state: presented }
`;
const entitlement = (holder: string, more = '') => `entitlements: [{ id: figures, holder: ${holder}, information: Performance figures, themes: [performance], form: report, frequency: P3M${more} }]\n`;
const days = ['2012-02-01', '2012-05-01', '2012-08-01', '2012-11-01'];
const sent = (of: string, to: string, on: readonly string[] = days) => `communications:\n${on.map((day, index) => `  - { id: c${index}, of: ${of}, to: ${to}, on: ${day} }`).join('\n')}\n`;
const RECEIVED = { whom: 'councillors', received: true };
const COMPLETE = { completeFor: ['entitlements', 'communications', 'briefings', 'meetings'] };

describe('entitled', () => {
  it('is met where it is written down what the holder is to receive', async () => {
    const of = await facts(BASE + entitlement('bodies/scrutiny'));
    assert.deepEqual(recordsOf(ask('entitled', { whom: 'councillors' }, of)), ['entitlements/figures', 'bodies/scrutiny']);
    assert.equal(ask('entitled', { whom: 'scrutiny-committee', themes: ['performance'] }, of).verdict, 'met');
  });

  it('asks for an entitlement to each theme', async () => {
    const of = await facts(BASE + entitlement('bodies/scrutiny'), COMPLETE);
    assert.equal(ask('entitled', { whom: 'councillors', themes: ['performance', 'workforce'] }, of).verdict, 'partly');
    assert.equal(ask('entitled', { whom: 'officers' }, of).verdict, 'not-met');
    assert.equal(ask('entitled', { whom: 'officers' }, await facts(BASE + entitlement('bodies/scrutiny'))).verdict, 'not-known');
  });

  it('is received where it was sent as often as stated, and in part where it was not', async () => {
    assert.equal(ask('entitled', RECEIVED, await facts(BASE + entitlement('bodies/scrutiny') + sent('reports/figures', 'bodies/scrutiny'))).verdict, 'met');
    const three = BASE + entitlement('bodies/scrutiny') + sent('reports/figures', 'bodies/scrutiny', days.slice(1));
    const of = await facts(three, COMPLETE);
    assert.equal(ask('entitled', RECEIVED, of).verdict, 'partly');
    assert.match(told(ask('entitled', RECEIVED, of), of), /came to Scrutiny 3 times between .*; 4 were due/);
    assert.equal(ask('entitled', RECEIVED, await facts(three)).verdict, 'not-known');
  });

  it('is not received where nothing came, if the register has all that could have', async () => {
    assert.equal(ask('entitled', RECEIVED, await facts(BASE + entitlement('bodies/scrutiny'), COMPLETE)).verdict, 'not-met');
    assert.equal(ask('entitled', RECEIVED, await facts(BASE + entitlement('bodies/scrutiny'), { completeFor: ['communications'] })).verdict, 'not-known');
  });

  it('counts papers and items of meetings of a body, each day once', async () => {
    const meetings = `meetings:\n${days.map((on, index) => `  - { id: m${index}, body: scrutiny, on: ${on}, held: true, items: [{ number: 1, title: Figures, themes: [performance] }, { number: 2, title: More, paper: figures }] }`).join('\n')}\n`;
    assert.equal(ask('entitled', RECEIVED, await facts(BASE + entitlement('bodies/scrutiny') + meetings)).verdict, 'met');
    assert.equal(ask('entitled', RECEIVED, await facts(BASE + entitlement('bodies/scrutiny') + meetings.replace('on: 2012-08-01, held: true', 'on: 2012-08-01, held: false'), { completeFor: ['meetings'] })).verdict, 'partly');
  });

  it('counts what was sent or told to the holder of a post in person', async () => {
    const briefings = `briefings:\n${days.map((on, index) => `  - { id: b${index}, subject: Figures, themes: [performance], to: [persons/aled], on: ${on} }`).join('\n')}\n`;
    assert.equal(ask('entitled', RECEIVED, await facts(BASE + entitlement('posts/member') + briefings)).verdict, 'met');
  });

  it('does not count what is about something else, and does not know what a report without themes is about', async () => {
    assert.equal(ask('entitled', RECEIVED, await facts(BASE + entitlement('bodies/scrutiny') + sent('reports/staff', 'bodies/scrutiny'), COMPLETE)).verdict, 'not-met');
    assert.equal(ask('entitled', RECEIVED, await facts(BASE + entitlement('bodies/scrutiny') + sent('reports/bare', 'bodies/scrutiny'), COMPLETE)).verdict, 'not-known');
  });

  it('counts only from the day on which the entitlement began', async () => {
    const recent = BASE + entitlement('bodies/scrutiny', ', from: 2012-08-01') + sent('reports/figures', 'bodies/scrutiny', ['2012-11-01']);
    assert.equal(ask('entitled', RECEIVED, await facts(recent, COMPLETE)).verdict, 'met');
    const new_ = BASE + entitlement('bodies/scrutiny', ', from: 2012-11-01');
    assert.equal(ask('entitled', RECEIVED, await facts(new_, COMPLETE)).verdict, 'not-known');
  });

  it('looks further back for what is due less often than the look-back', async () => {
    const records = BASE + entitlement('bodies/scrutiny').replace('P3M', 'P2Y') + sent('reports/figures', 'bodies/scrutiny', ['2011-03-01']);
    assert.equal(ask('entitled', RECEIVED, await facts(records, COMPLETE)).verdict, 'met');
  });

  it('says what it asks for', async () => {
    assert.equal(explained('entitled', { whom: 'councillors', themes: 'performance' }, await facts(BASE)), 'Councillors is entitled to information on Performance.');
  });
});
