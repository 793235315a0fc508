import type { Facts } from './facts.ts';
import { doesNotApply, outcome, type Missing, type Outcome, type Reason } from './outcome.ts';

/** A test of a pack, ready to be put to the facts. */
export type Test = (facts: Facts) => Outcome;

/** Every one must be so. What failed is said first. */
export const all = (tests: readonly Test[]): Test => (facts) => allOf(tests.map((test) => test(facts)));

const SAID_FIRST = ['not-met', 'partly', 'not-known', 'met'] as const;

/** What several answers come to, each of which must be so. */
export function allOf(answers: readonly Outcome[]): Outcome {
  const count = { met: 0, partly: 0, 'not-met': 0, 'not-known': 0, 'does-not-apply': 0 };
  for (const { verdict } of answers) count[verdict] += 1;
  if (count['does-not-apply'] === answers.length) return answers[0] ?? doesNotApply();
  const fails = count['not-met'] + count.partly > 0;
  const verdict = fails ? (count.met + count.partly > 0 ? 'partly' : 'not-met') : count['not-known'] > 0 ? 'not-known' : 'met';
  const because: Reason[] = [];
  const missing: Missing[] = [];
  for (const first of SAID_FIRST) {
    if (count[first] === 0) continue;
    for (const answer of answers) {
      if (answer.verdict !== first) continue;
      because.push(...answer.because);
      if (verdict === 'not-known') missing.push(...answer.missing);
    }
  }
  return outcome(verdict, because, missing);
}

/** One that is so is enough. */
export const any = (tests: readonly Test[]): Test => (facts) => {
  const seen: Outcome[] = [];
  for (const test of tests) {
    const answer = test(facts);
    if (answer.verdict === 'met') return answer;
    seen.push(answer);
  }
  const applying = seen.filter(({ verdict }) => verdict !== 'does-not-apply');
  if (applying.length === 0) return seen[0] ?? doesNotApply();
  const verdict = applying.some((answer) => answer.verdict === 'not-known') ? 'not-known' : applying.some((answer) => answer.verdict === 'partly') ? 'partly' : 'not-met';
  return joined(verdict, [...applying].sort((a, b) => Number(b.verdict === verdict) - Number(a.verdict === verdict)));
};

const OPPOSITE = { met: 'not-met', 'not-met': 'met', partly: 'partly', 'not-known': 'not-known', 'does-not-apply': 'does-not-apply' } as const;

export const not = (test: Test): Test => (facts) => {
  const answer = test(facts);
  return { ...answer, verdict: OPPOSITE[answer.verdict] };
};

/** The test counts only where the condition is met; where the condition is not known, nor is the test. */
export const when = (condition: Test, test: Test): Test => (facts) => {
  const applies = condition(facts);
  if (applies.verdict === 'not-known') return applies;
  return applies.verdict === 'met' ? test(facts) : { ...applies, verdict: 'does-not-apply' };
};

const joined = (verdict: Outcome['verdict'], parts: readonly Outcome[]): Outcome =>
  outcome(verdict, parts.flatMap(({ because }) => because), verdict === 'not-known' ? parts.flatMap(({ missing }) => missing) : []);
