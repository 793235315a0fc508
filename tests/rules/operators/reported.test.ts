import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, recordsOf, told } from '../content.ts';

const BASE = `
posts:
  - { id: director, title: Director, designations: [director-of-social-services] }
  - { id: finance, title: Director of Finance, designations: [director-of-finance] }
bodies: [{ id: council, name: The Council, type: council }, { id: cabinet, name: Cabinet, type: cabinet }]
`;
const report = (more = ', by: director') => `reports: [{ id: year, type: annual, title: The year, state: presented${more} }]\n`;
const paper = (on: string, more = '', body = 'council') => `meetings: [{ id: m, body: ${body}, on: ${on}, held: true, items: [{ number: 1, title: The year, paper: year${more} }] }]\n`;
const ASKED = { type: 'annual', to: 'council', within: 'P1Y' };
const COMPLETE = { completeFor: ['reports', 'meetings'] };

describe('reported', () => {
  it('is met by a paper on the first day of the time and not by one a day before', async () => {
    const answer = ask('reported', ASKED, await facts(BASE + report() + paper('2011-12-11')));
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['meetings/m', 'reports/year']);
    const of = await facts(BASE + report() + paper('2011-12-10'), COMPLETE);
    assert.equal(ask('reported', ASKED, of).verdict, 'not-met');
    assert.match(told(ask('reported', ASKED, of), of), /The last time was on 10 December 2011/);
    assert.equal(ask('reported', { ...ASKED, within: 'P2Y' }, of).verdict, 'met');
  });

  it('does not count another body, or a meeting that was not held', async () => {
    assert.equal(ask('reported', ASKED, await facts(BASE + report() + paper('2012-05-01', '', 'cabinet'), COMPLETE)).verdict, 'not-met');
    assert.equal(ask('reported', { ...ASKED, to: ['council', 'cabinet'] }, await facts(BASE + report() + paper('2012-05-01', '', 'cabinet'), COMPLETE)).verdict, 'met');
    assert.equal(ask('reported', ASKED, await facts(BASE + report() + paper('2012-05-01').replace('held: true', 'held: false'), COMPLETE)).verdict, 'not-met');
  });

  it('takes a report sent to the body for one put before it', async () => {
    const sent = 'communications: [{ id: c, of: reports/year, to: bodies/council, on: 2012-05-01 }]\n';
    assert.deepEqual(recordsOf(ask('reported', ASKED, await facts(BASE + report() + sent))), ['communications/c', 'reports/year']);
  });

  it('asks whose report it was', async () => {
    const asked = { ...ASKED, by: 'director-of-social-services' };
    assert.equal(ask('reported', asked, await facts(BASE + report() + paper('2012-05-01'))).verdict, 'met');
    const of = await facts(BASE + report(', by: finance') + paper('2012-05-01'), COMPLETE);
    assert.equal(ask('reported', asked, of).verdict, 'not-met');
    assert.match(told(ask('reported', asked, of), of), /but not from Director of Social Services/);
    assert.equal(ask('reported', asked, await facts(BASE + report('') + paper('2012-05-01'), COMPLETE)).verdict, 'not-known');
    assert.equal(ask('reported', asked, await facts(BASE + report('') + paper('2012-05-01', ', by: posts/director'))).verdict, 'met');
    assert.equal(ask('reported', { ...asked, by: 'section-151-officer' }, await facts(BASE + report(), { completeFor: ['posts'] })).verdict, 'not-met');
  });

  it('does not know where the meetings or the reports may not all be on record', async () => {
    assert.equal(ask('reported', ASKED, await facts(BASE + report())).verdict, 'not-known');
    assert.equal(ask('reported', ASKED, await facts(BASE)).verdict, 'not-known');
    assert.equal(ask('reported', ASKED, await facts(BASE, COMPLETE)).verdict, 'not-met');
  });

  it('knows from a complete series of the body that no meeting had it', async () => {
    const series = 'series: [{ id: s, title: Council, body: council, frequency: P3M }]\n';
    assert.equal(ask('reported', ASKED, await facts(BASE + report() + series)).verdict, 'not-met');
    assert.equal(ask('reported', ASKED, await facts(BASE + report() + series.replace('P3M', 'P3M, complete: false'))).verdict, 'not-known');
  });
});
