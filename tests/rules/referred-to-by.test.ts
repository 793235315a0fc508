import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, recordsOf, refusals, told } from './content.ts';

const PERIOD = 'period: { from: 2012-04-01, until: 2012-07-01 }';
const reports = `
reports:
  - { id: first, type: scrutiny, title: First, state: presented, ${PERIOD} }
  - { id: second, type: scrutiny, title: Second, state: presented, ${PERIOD} }
commentaries:
  - { id: on-first, on: reports/first, ${PERIOD}, analysis: What it means., risk: What may go wrong. }
`;
const asked = (more = {}) => ({ kind: 'reports', where: { type: 'scrutiny' }, has: { referredToBy: { kind: 'commentaries', field: 'on', ...more } } });

describe('a condition that another record refers to this one', () => {
  it('finds the records that are referred to, and says which are not', async () => {
    const of = await facts(reports, { completeFor: ['commentaries'] });
    const answer = ask('each', asked(), of);
    assert.equal(answer.verdict, 'partly');
    assert.deepEqual(recordsOf(answer), ['reports/second']);
    assert.match(told(answer, of), /commentary of it on record/);
  });

  it('does not know of the others where the register may lack records of that kind', async () => {
    assert.equal(ask('each', asked(), await facts(reports)).verdict, 'not-known');
  });

  it('asks further of the record that refers', async () => {
    const of = await facts(reports, { completeFor: ['commentaries'] });
    assert.equal(ask('onRecord', { kind: 'reports', where: asked({ risk: 'present' }).has }, of).verdict, 'met');
    assert.equal(ask('each', asked({ usersExperience: 'present' }), of).verdict, 'not-met');
  });

  it('refuses a kind or a field that could never refer to it', () => {
    assert.match(refusals('each', asked({ kind: 'comentaries' })).join(), /"?`?comentaries.* is not a kind of record; did you mean `commentaries`/);
    assert.match(refusals('each', asked({ field: 'period' })).join(), /is not a field of commentaries that names reports/);
  });
});
