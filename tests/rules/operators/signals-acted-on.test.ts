import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, recordsOf } from '../content.ts';

const indicator = (more: string) => `
posts: [{ id: director, title: Director }]
indicators: [{ id: visits, title: Visits in time, ${more} }]
actions: [{ id: do, what: More visits, owner: director, state: in-progress }]
`;
const HIGHER = indicator('better: higher, target: 90');
const observed = (...values: readonly (readonly [from: string, until: string, value: number])[]) =>
  `observations:\n${values.map(([from, until, value], index) => `  - { id: o${index + 1}, indicator: visits, period: { from: ${from}, until: ${until} }, value: ${value}, status: final }`).join('\n')}\n`;
const SPRING = ['2012-01-01', '2012-04-01', 80] as const;
const SUMMER = ['2012-04-01', '2012-07-01', 85] as const;
const commentary = (from: string, until: string, action = ', correctiveAction: do') => `commentaries: [{ id: c, on: indicators/visits, period: { from: ${from}, until: ${until} }, analysis: Why., outcome: So.${action} }]\n`;
const COMPLETE = { completeFor: ['commentaries', 'actions', 'observations'] };
const verdict = async (records: string, options = COMPLETE) => ask('signalsActedOn', {}, await facts(records, options)).verdict;

describe('signalsActedOn', () => {
  it('is met where a corrective action came before the indicator missed its target again', async () => {
    assert.equal(await verdict(HIGHER + observed(SPRING) + commentary('2012-01-01', '2012-04-01')), 'met');
    assert.equal(await verdict(HIGHER + observed(SPRING, ['2012-04-01', '2012-07-01', 95]) + commentary('2012-01-01', '2012-04-01')), 'met');
  });

  it('is in part where the second miss was not acted on, and names it', async () => {
    const answer = ask('signalsActedOn', {}, await facts(HIGHER + observed(SPRING, SUMMER) + commentary('2012-01-01', '2012-04-01'), COMPLETE));
    assert.equal(answer.verdict, 'partly');
    assert.ok(recordsOf(answer).includes('observations/o2'));
  });

  it('is not met by a commentary without an action, or by none, where the register has them all', async () => {
    assert.equal(await verdict(HIGHER + observed(SPRING) + commentary('2012-01-01', '2012-04-01', '')), 'not-met');
    assert.equal(await verdict(HIGHER + observed(SPRING)), 'not-met');
    assert.equal(await verdict(HIGHER + observed(SPRING), { completeFor: [] }), 'not-known');
  });

  it('does not apply where no value missed its target, whichever way is better', async () => {
    assert.equal(await verdict(HIGHER + observed(['2012-01-01', '2012-04-01', 90])), 'does-not-apply');
    assert.equal(await verdict(indicator('better: lower, target: 90') + observed(SPRING)), 'does-not-apply');
    assert.equal(await verdict(indicator('better: lower, target: 70') + observed(SPRING)), 'not-met');
  });

  it('does not know without targets, and asks for indicators and values', async () => {
    assert.equal(await verdict(indicator('better: higher') + observed(SPRING)), 'not-known');
    assert.equal(await verdict(HIGHER), 'not-met');
    assert.equal(await verdict('', { completeFor: [] }), 'not-known');
  });
});
