import type { Outcome, Verdict } from './outcome.ts';

/** From best to worst for someone who hopes that the thing is so. `not-known` might still turn out to be met. */
const ORDER: readonly Verdict[] = ['met', 'not-known', 'partly', 'not-met', 'does-not-apply'];

/** The best of several answers to the same question, any one of which would do. Never called with none. */
export function best(outcomes: readonly Outcome[]): Outcome {
  let found: Outcome | undefined;
  for (const outcome of outcomes) {
    if (found === undefined || ORDER.indexOf(outcome.verdict) < ORDER.indexOf(found.verdict)) found = outcome;
  }
  if (found === undefined) throw new RangeError('There is no best of none.');
  return found;
}
