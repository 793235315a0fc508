import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AssessmentAnswer, ExpectationAnswer } from '../../src/assessment/answer.ts';
import { ACCESS_CASES } from './access-cases.ts';
import type { Case } from './case.ts';
import { dyffrynEsiampl } from './dyffryn-esiampl.ts';
import { GOVERNANCE_CASES } from './governance-cases.ts';
import { PRACTICE_CASES, SCOTTISH_CASES } from './practice-cases.ts';
import { judged, type Register } from './register.ts';
import { strathsample } from './strathsample.ts';

const found = ({ expectations }: AssessmentAnswer, id: string): ExpectationAnswer => {
  const one = expectations.find((expectation) => expectation.id === id);
  assert.ok(one, `there is no expectation ${id}`);
  return one;
};

const said = ({ paper, practice, resilient }: ExpectationAnswer): string => [...paper.because, ...practice.because, ...resilient.because].map(({ text }) => text).join('\n');

function runs(of: () => Register, cases: readonly Case[]): void {
  for (const { name, change, structure, then, says = {}, neverSays = {}, ...reading } of cases) {
    it(name, async () => {
      const register = of();
      change?.(register);
      const answer = await judged(register, reading);
      if (structure !== undefined) assert.equal(answer.structure.type, structure);
      for (const [asked, wanted] of Object.entries(then)) {
        const [id = '', lens] = asked.split('@');
        const one = found(answer, id);
        assert.equal(lens === undefined ? one.diagnosis : one[lens as 'paper'].verdict, wanted, `${asked}. It says:\n${said(one)}`);
      }
      for (const [id, pattern] of Object.entries(says)) assert.match(said(found(answer, id)), pattern);
      for (const [id, pattern] of Object.entries(neverSays)) assert.doesNotMatch(said(found(answer, id)), pattern);
    });
  }
}

const unsecured = ({ expectations }: AssessmentAnswer): readonly string[] =>
  expectations.filter(({ diagnosis }) => diagnosis !== 'secured' && diagnosis !== 'does-not-apply').map(({ id, diagnosis }) => `${id} ${diagnosis}`);

describe('a register written from the model alone', () => {
  it('secures every expectation that applies, in Wales and in Scotland', async () => {
    assert.deepEqual(unsecured(await judged(dyffrynEsiampl())), []);
    assert.deepEqual(unsecured(await judged(strathsample())), []);
  });

  it('says nothing that it does not know', async () => {
    const register = dyffrynEsiampl();
    for (const kind of Object.keys(register.kinds)) register.drop(kind, () => true);
    register.header.completeFor = [];
    const { summary, expectations } = await judged(register);
    assert.equal(summary['not-known'], expectations.length);
  });
});

describe('Dyffryn Esiampl, with one thing changed: access', () => runs(dyffrynEsiampl, ACCESS_CASES));
describe('Dyffryn Esiampl, with one thing changed: governance', () => runs(dyffrynEsiampl, GOVERNANCE_CASES));
describe('Dyffryn Esiampl, with one thing changed: practice', () => runs(dyffrynEsiampl, PRACTICE_CASES));
describe('Strathsample, with one thing changed', () => runs(strathsample, SCOTTISH_CASES));
