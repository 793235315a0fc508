import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, recordsOf, refusals, told } from '../content.ts';

const BASE = `
posts: [{ id: chief, title: Chief Executive, designations: [head-of-paid-service] }]
bodies: [{ id: council, name: Council, type: council }, { id: scrutiny, name: Scrutiny, type: scrutiny-committee }]
`;
const report = (more = ', publishedOn: 2012-07-01') => `reports: [{ id: year, type: annual, title: The year, state: published, period: { from: 2011-04-01, until: 2012-04-01 }${more} }]\n`;
const heard = (on: string, body = 'scrutiny', id = 'm') => `  - { id: ${id}, body: ${body}, on: ${on}, held: true, items: [{ number: 1, title: The year, paper: year }] }\n`;
const AT = { report: 'annual', at: 'scrutiny-committee' };
const TO = { report: 'annual', to: 'head-of-paid-service' };
const COMPLETE = { completeFor: ['reports', 'meetings', 'communications', 'briefings'] };

describe('beforePublished', () => {
  it('is met by a hearing the day before, and not by one on the day itself', async () => {
    const answer = ask('beforePublished', AT, await facts(`${BASE}${report()}meetings:\n${heard('2012-06-30')}`));
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['reports/year', 'meetings/m']);
    const of = await facts(`${BASE}${report()}meetings:\n${heard('2012-07-01')}`);
    assert.equal(ask('beforePublished', AT, of).verdict, 'not-met');
    assert.match(told(ask('beforePublished', AT, of), of), /the last day for that was 30 June 2012/);
  });

  it('asks for as many days before as are named', async () => {
    const asked = { ...AT, daysBefore: 28 };
    assert.equal(ask('beforePublished', asked, await facts(`${BASE}${report()}meetings:\n${heard('2012-06-03')}`)).verdict, 'met');
    assert.equal(ask('beforePublished', asked, await facts(`${BASE}${report()}meetings:\n${heard('2012-06-04')}`)).verdict, 'not-met');
  });

  it('takes the first council meeting that had the report for its publication', async () => {
    const records = (on: string) => `${BASE}${report('')}meetings:\n${heard(on)}${heard('2012-07-10', 'council', 'c')}`;
    assert.equal(ask('beforePublished', AT, await facts(records('2012-07-09'))).verdict, 'met');
    assert.equal(ask('beforePublished', AT, await facts(records('2012-07-11'))).verdict, 'not-met');
    assert.equal(ask('beforePublished', AT, await facts(`${BASE}${report('')}`)).verdict, 'not-known');
  });

  it('takes an office for told by what was sent to it, or by a briefing about that year', async () => {
    const sent = (on: string) => `communications: [{ id: c, of: reports/year, to: posts/chief, on: ${on} }]\n`;
    const briefing = (on: string) => `briefings: [{ id: b, subject: The year, themes: [annual-report], to: [posts/chief], on: ${on} }]\n`;
    assert.equal(ask('beforePublished', TO, await facts(BASE + report() + sent('2012-06-30'))).verdict, 'met');
    assert.equal(ask('beforePublished', TO, await facts(BASE + report() + sent('2012-07-01'))).verdict, 'not-met');
    assert.equal(ask('beforePublished', TO, await facts(BASE + report() + briefing('2012-05-01'))).verdict, 'met');
    assert.equal(ask('beforePublished', TO, await facts(BASE + report() + briefing('2010-05-01'), COMPLETE)).verdict, 'not-met');
  });

  it('does not know where the register may not have it all', async () => {
    assert.equal(ask('beforePublished', AT, await facts(BASE + report())).verdict, 'not-known');
    assert.equal(ask('beforePublished', AT, await facts(BASE + report(), COMPLETE)).verdict, 'not-met');
    assert.equal(ask('beforePublished', AT, await facts(BASE, COMPLETE)).verdict, 'not-met');
  });

  it('refuses to ask without saying before whom', () => {
    assert.notDeepEqual(refusals('beforePublished', { report: 'annual' }), []);
  });
});
