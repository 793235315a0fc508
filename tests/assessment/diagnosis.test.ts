import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { diagnose, type Diagnosis } from '../../src/assessment/diagnosis.ts';
import type { Verdict } from '../../src/rules/outcome.ts';

const TABLE: readonly (readonly [paper: Verdict, practice: Verdict, resilient: Verdict, diagnosis: Diagnosis])[] = [
  ['met', 'met', 'met', 'secured'],
  ['met', 'met', 'partly', 'person-dependent'],
  ['met', 'met', 'not-met', 'person-dependent'],
  ['not-met', 'met', 'not-met', 'despite-the-arrangements'],
  ['partly', 'met', 'met', 'despite-the-arrangements'],
  ['met', 'not-met', 'met', 'on-paper-only'],
  ['met', 'partly', 'not-met', 'on-paper-only'],
  ['not-met', 'not-met', 'does-not-apply', 'exposed'],
  ['partly', 'partly', 'does-not-apply', 'exposed'],
  ['not-known', 'met', 'met', 'not-known'],
  ['met', 'not-known', 'met', 'not-known'],
  ['not-met', 'not-known', 'does-not-apply', 'not-known'],
  ['met', 'does-not-apply', 'met', 'secured'],
  ['does-not-apply', 'met', 'met', 'secured'],
  ['does-not-apply', 'not-met', 'does-not-apply', 'on-paper-only'],
  ['not-met', 'does-not-apply', 'does-not-apply', 'despite-the-arrangements'],
];

describe('The diagnosis', () => {
  for (const [paper, practice, resilient, diagnosis] of TABLE) {
    it(`is ${diagnosis} where it is ${paper} on paper, ${practice} in practice and ${resilient} when people change`, () => {
      assert.equal(diagnose(true, paper, practice, resilient), diagnosis);
    });
  }

  it('does not apply where the expectation does not', () => {
    assert.equal(diagnose(false, 'does-not-apply', 'does-not-apply', 'does-not-apply'), 'does-not-apply');
  });
});
