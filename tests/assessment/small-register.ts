import assert from 'node:assert/strict';
import { assess, type Assessment, type Judged } from '../../src/assessment/assess.ts';
import { openRegisterBytes, readingDate, readingLookBack, snapshotOf } from '../../src/assessment/open-register.ts';
import { date } from '../../src/kernel/date.ts';
import { faultInWords } from '../../src/kernel/fault.ts';
import { Speaker } from '../../src/rules/say.ts';

/** A director, a chief executive and their one-to-ones, in a plainly fictional council; each with a holder. */
export const SMALL = `
register:
  id: small
  authority: { name: { en: Small Example Council, cy: Cyngor Bach Enghreifftiol }, nation: wales }
  pack: wales-2009
  completeFor: [posts, appointments, bodies, seats, instruments, provisions, agreements, series]
  asAt: 2012-12-10
posts:
  - { id: chief, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: director, title: Director, designations: [director-of-social-services], reportsTo: chief }
  - { id: deputy, title: Head of Adults, designations: [head-of-adult-services], reportsTo: director }
persons:
  - { id: ann, name: Ann Example }
  - { id: ben, name: Ben Example }
  - { id: cai, name: Cai Example }
appointments:
  - { id: a1, person: ann, post: chief, basis: permanent, from: 2009-01-01 }
  - { id: a2, person: ben, post: director, basis: permanent, from: 2010-01-01 }
  - { id: a3, person: cai, post: deputy, basis: permanent, from: 2010-01-01 }
bodies:
  - { id: cmt, name: Corporate Management Team, type: corporate-management-team }
seats:
  - { id: s1, body: cmt, holder: director, role: member }
`;

const DEPUTY = `
instruments:
  - { id: scheme, title: Scheme of delegation, type: scheme-of-delegation, state: agreed, version: 1 }
provisions:
  - { id: pv1, instrument: scheme, number: 1, text: The Head of Adults stands in., gives: [{ to: deputy, responsibility: deputises-for, towards: director }] }
`;

export const WITH_DEPUTY = `${SMALL}${DEPUTY}`;

/** The register in the text, judged by its pack on its date or another. */
export async function judged(text: string, asAt?: string): Promise<Assessment> {
  const register = await openRegisterBytes('small.yaml', new TextEncoder().encode(text));
  assert.ok(register.ok, register.ok ? '' : register.faults.map(faultInWords).join('\n'));
  const on = readingDate(register.value, asAt === undefined ? undefined : date(asAt));
  return assess(snapshotOf(register.value, on), register.value.compiled, readingLookBack(register.value));
}

export function expectation(assessment: Assessment, id: string): Judged {
  return assessment.judged.find(({ compiled }) => compiled.expectation.id === id) ?? assert.fail(`no expectation ${id}`);
}

/** The reasons of one lens in words. */
export const reasons = (assessment: Assessment, id: string, lens: 'paper' | 'practice' | 'resilient', language: 'en' | 'cy' = 'en'): string =>
  expectation(assessment, id)[lens].because.map((one) => new Speaker(assessment.snapshot, assessment.facts.words, language).say(one)).join(' ');
