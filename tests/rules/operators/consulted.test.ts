import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, recordsOf, refusals, told } from '../content.ts';

const BASE = 'instruments: [{ id: framework, title: Framework, type: framework, state: agreed, version: 1 }, { id: policy, title: Policy, type: policy, state: agreed, version: 1 }]\n';
const consultation = (groups: string, more = ', on: instruments/framework') => `consultations: [{ id: c, title: Asking, groups: [${groups}], opens: 2012-03-01${more} }]\n`;
const RESPONSE = 'responses: [{ id: r, consultation: c, group: partners, on: 2012-04-01 }]\n';
const point = (more: string) => `points: [{ id: p, response: r, text: A point.${more} }]\n`;
const ASKED = { groups: ['elected-members', 'trade-unions'], on: ['framework'] };
const COMPLETE = { completeFor: ['consultations', 'points'] };

describe('consulted', () => {
  it('is met where every group named was reached', async () => {
    const answer = ask('consulted', ASKED, await facts(BASE + consultation('elected-members, trade-unions, partners')));
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['consultations/c']);
  });

  it('is in part where one was left out, which is named', async () => {
    const whole = { completeFor: ['consultations'] };
    const of = await facts(BASE + consultation('elected-members'), whole);
    assert.equal(ask('consulted', ASKED, of).verdict, 'partly');
    assert.match(told(ask('consulted', ASKED, of), of), /Not consulted: trade unions/);
    assert.equal(ask('consulted', ASKED, await facts(BASE + consultation('partners'), whole)).verdict, 'not-met');
  });

  it('does not know of one left out where the register may leave a consultation out', async () => {
    const of = await facts(BASE + consultation('elected-members'));
    assert.equal(ask('consulted', ASKED, of).verdict, 'not-known');
    assert.match(told(ask('consulted', ASKED, of), of), /Record the consultation of trade unions/);
  });

  it('counts several consultations together, and a group that answered', async () => {
    const two = `consultations:
  - { id: a, title: A, groups: [elected-members], on: instruments/framework }
  - { id: c, title: C, groups: [], on: instruments/framework }
responses: [{ id: r, consultation: c, group: trade-unions, on: 2012-04-01 }]\n`;
    assert.equal(ask('consulted', ASKED, await facts(BASE + two)).verdict, 'met');
  });

  it('does not count what is planned, has not begun or is about something else', async () => {
    for (const more of [', state: planned', ', on: instruments/policy']) {
      assert.equal(ask('consulted', ASKED, await facts(BASE + consultation('elected-members, trade-unions', more), COMPLETE)).verdict, 'not-met');
    }
    assert.equal(ask('consulted', ASKED, await facts(BASE + consultation('elected-members, trade-unions'), { ...COMPLETE, asAt: '2012-02-28' })).verdict, 'not-met');
    assert.equal(ask('consulted', ASKED, await facts(BASE)).verdict, 'not-known');
  });

  it('asks what became of every point, and why', async () => {
    const asked = { groups: ['partners'], considered: true };
    const with_ = (more: string) => BASE + consultation('partners') + RESPONSE + point(more);
    assert.equal(ask('consulted', asked, await facts(with_(', disposition: accepted, reason: Yes.'))).verdict, 'met');
    assert.equal(ask('consulted', asked, await facts(with_(', disposition: pending'))).verdict, 'not-met');
    assert.equal(ask('consulted', asked, await facts(with_(', disposition: accepted'), COMPLETE)).verdict, 'not-met');
    assert.equal(ask('consulted', asked, await facts(with_(', disposition: accepted'))).verdict, 'not-known');
    assert.equal(ask('consulted', asked, await facts(BASE + consultation('partners') + RESPONSE)).verdict, 'not-known');
  });

  it('refuses a group that nobody knows', () => {
    assert.notDeepEqual(refusals('consulted', { groups: ['everybody'] }), []);
  });
});
