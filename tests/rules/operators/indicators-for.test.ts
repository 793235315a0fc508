import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, told } from '../content.ts';

const FUNCTIONS = `
functions:
  - { id: care, name: Care, group: adult, delivery: direct }
  - { id: fostering, name: Fostering, group: children, delivery: direct }
  - { id: payroll, name: Payroll, group: corporate, delivery: direct }
`;
const indicators = (...of: readonly string[]) => `indicators:\n${of.map((one) => `  - { id: i-${one}, title: Indicator of ${one}, function: ${one}, better: higher }`).join('\n')}\n`;
const observations = (status: string, until: string, value = '1') =>
  `observations:\n${['care', 'fostering'].map((one) => `  - { id: o-${one}, indicator: i-${one}, period: { from: 2011-10-01, until: ${until} }, value: ${value}, status: ${status} }`).join('\n')}\n`;
const COMPLETE = { completeFor: ['indicators', 'observations'] };
const BOTH = FUNCTIONS + indicators('care', 'fostering');

describe('indicatorsFor', () => {
  it('is met where every function of social services has an indicator, and names one that has none', async () => {
    assert.equal(ask('indicatorsFor', { functions: 'all' }, await facts(BOTH)).verdict, 'met');
    const of = await facts(FUNCTIONS + indicators('care'), COMPLETE);
    assert.equal(ask('indicatorsFor', { functions: 'all' }, of).verdict, 'partly');
    assert.match(told(ask('indicatorsFor', { functions: 'all' }, of), of), /Fostering/);
    assert.equal(ask('indicatorsFor', { functions: 'all' }, await facts(FUNCTIONS + indicators('care'))).verdict, 'not-known');
  });

  it('asks for final values of periods that ended in the look-back', async () => {
    const asked = { functions: 'all', values: 'final' };
    assert.equal(ask('indicatorsFor', asked, await facts(BOTH + observations('final', '2012-12-11'), COMPLETE)).verdict, 'met');
    assert.equal(ask('indicatorsFor', asked, await facts(BOTH + observations('final', '2012-12-12'), COMPLETE)).verdict, 'not-met');
    assert.equal(ask('indicatorsFor', asked, await facts(BOTH + observations('final', '2011-12-12'), COMPLETE)).verdict, 'met');
    assert.equal(ask('indicatorsFor', asked, await facts(BOTH + observations('final', '2011-12-11'), COMPLETE)).verdict, 'not-met');
    assert.equal(ask('indicatorsFor', asked, await facts(BOTH + observations('provisional', '2012-04-01'), COMPLETE)).verdict, 'not-met');
    assert.equal(ask('indicatorsFor', asked, await facts(BOTH + observations('final', '2012-04-01', 'null'), COMPLETE)).verdict, 'not-met');
    assert.equal(ask('indicatorsFor', asked, await facts(BOTH)).verdict, 'not-known');
  });

  it('needs functions', async () => {
    assert.equal(ask('indicatorsFor', { functions: 'all' }, await facts('')).verdict, 'not-known');
  });
});
