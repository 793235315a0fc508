import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, recordsOf, told } from '../content.ts';

const ASSESSMENTS = `
persons: [{ id: dora, name: Dora }, { id: carys, name: Carys }, { id: aled, name: Aled }]
self-assessments:
  - { id: last, pack: wales-2009, period: { from: 2010-10-01, until: 2011-10-01 }, state: confirmed }
  - { id: this, pack: wales-2009, period: { from: 2011-10-01, until: 2012-10-01 }, state: completed }
`;
const confirmations = (...roles: readonly (readonly [role: string, by: string])[]) =>
  `confirmations:\n${roles.map(([role, by], index) => `  - { id: k${index + 1}, assessment: this, as: ${role}, by: ${by}, on: 2012-11-0${index + 1} }`).join('\n')}\n`;
const THREE = [['head-of-paid-service', 'carys'], ['lead-member', 'aled'], ['director', 'dora']] as const;
const ASKED = { as: ['head-of-paid-service', 'lead-member', 'director'] };
const COMPLETE = { completeFor: ['self-assessments', 'confirmations'] };

describe('confirmed', () => {
  it('is met where the latest self-assessment was confirmed in every role', async () => {
    const answer = ask('confirmed', ASKED, await facts(ASSESSMENTS + confirmations(...THREE)));
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['confirmations/k1', 'self-assessments/this', 'confirmations/k2', 'confirmations/k3']);
  });

  it('is in part where one is missing, and not known where confirmations may not all be on record', async () => {
    const two = ASSESSMENTS + confirmations(...THREE.slice(1));
    const of = await facts(two, COMPLETE);
    assert.equal(ask('confirmed', ASKED, of).verdict, 'partly');
    assert.match(told(ask('confirmed', ASKED, of), of), /as Head of Paid Service/i);
    assert.equal(ask('confirmed', ASKED, await facts(two)).verdict, 'not-known');
  });

  it('does not count a confirmation from after the date, or of an older self-assessment', async () => {
    assert.equal(ask('confirmed', ASKED, await facts(ASSESSMENTS + confirmations(...THREE), { ...COMPLETE, asAt: '2012-11-02' })).verdict, 'partly');
    assert.equal(ask('confirmed', ASKED, await facts((ASSESSMENTS + confirmations(...THREE)).replaceAll('assessment: this', 'assessment: last'), COMPLETE)).verdict, 'not-met');
  });

  it('needs a self-assessment', async () => {
    assert.equal(ask('confirmed', ASKED, await facts('', COMPLETE)).verdict, 'not-met');
    assert.equal(ask('confirmed', ASKED, await facts('')).verdict, 'not-known');
  });
});
