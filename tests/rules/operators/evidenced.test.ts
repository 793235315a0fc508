import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, recordsOf, told } from '../content.ts';

const BASE = `
posts: [{ id: director, title: Director }]
evidence: [{ id: file, title: The file }]
actions: [{ id: do, what: Better, owner: director, state: in-progress }]
self-assessments:
  - { id: last, pack: wales-2009, period: { from: 2010-10-01, until: 2011-10-01 }, state: confirmed }
  - { id: this, pack: wales-2009, period: { from: 2011-10-01, until: 2012-10-01 }, state: completed }
reports: [{ id: year, type: annual, title: The year, state: published, publishedOn: 2012-07-01 }]
`;
const judgement = (more: string, assessment = 'this', id = 'j') => `  - { id: ${id}, assessment: ${assessment}, expectation: access.advice, ${more} }\n`;
const EVIDENCED = 'evidence: [evidence/file]';
const JUDGEMENTS = { what: 'judgements' };

describe('evidenced', () => {
  it('is met where every judgement has evidence, and a weak one an improvement', async () => {
    const of = await facts(`${BASE}judgements:\n${judgement(`rating: met, ${EVIDENCED}`)}${judgement(`rating: partly, ${EVIDENCED}, improvement: do`, 'this', 'k')}`);
    assert.equal(ask('evidenced', JUDGEMENTS, of).verdict, 'met');
  });

  it('is in part where one has no evidence, and not met where the only weak one has no improvement', async () => {
    const one = await facts(`${BASE}judgements:\n${judgement(`rating: met, ${EVIDENCED}`)}${judgement('rating: met', 'this', 'k')}`);
    const answer = ask('evidenced', JUDGEMENTS, one);
    assert.equal(answer.verdict, 'partly');
    assert.ok(recordsOf(answer).includes('judgements/k'));
    const weak = await facts(`${BASE}judgements:\n${judgement(`rating: not-met, ${EVIDENCED}`)}`);
    assert.equal(ask('evidenced', JUDGEMENTS, weak).verdict, 'not-met');
    assert.match(told(ask('evidenced', JUDGEMENTS, weak), weak), /no improvement/);
  });

  it('asks only of the latest self-assessment', async () => {
    const records = `${BASE}judgements:\n${judgement('rating: met', 'last')}`;
    assert.equal(ask('evidenced', JUDGEMENTS, await facts(records)).verdict, 'not-known');
    assert.equal(ask('evidenced', JUDGEMENTS, await facts(records, { completeFor: ['judgements'] })).verdict, 'not-met');
  });

  it('asks for the evidence of every claim of the reports of a type', async () => {
    const claims = (more: string) => `claims: [{ id: a, report: year, text: So it is., evidence: [evidence/file] }, { id: b, report: year, text: So too.${more} }]\n`;
    const asked = { what: 'claims', of: 'annual' };
    assert.equal(ask('evidenced', asked, await facts(BASE + claims(', evidence: [evidence/file]'))).verdict, 'met');
    const answer = ask('evidenced', asked, await facts(BASE + claims('')));
    assert.equal(answer.verdict, 'partly');
    assert.ok(recordsOf(answer).includes('claims/b'));
    assert.equal(ask('evidenced', { what: 'claims', of: 'performance' }, await facts(BASE + claims(''), { completeFor: ['claims'] })).verdict, 'not-met');
  });
});
