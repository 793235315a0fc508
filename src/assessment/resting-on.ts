import type { Ref } from '../model/field.ts';
import type { Judged } from './judge.ts';
import type { Reliance } from './resilience.ts';

/** An expectation that would no longer be met in full without one person, and which of its lenses would fall to what. */
export interface RestingExpectation {
  readonly judged: Judged;
  readonly falls: readonly Reliance[];
}

/** What rests on a person, in the order of the pack. */
export const restingOn = (judged: readonly Judged[], person: Ref<'persons'>): readonly RestingExpectation[] =>
  judged.flatMap((one) => {
    const falls = one.resilient.restsOn.filter((reliance) => reliance.person === person);
    return falls.length === 0 ? [] : [{ judged: one, falls }];
  });

/** The accountabilities that expectations serve, each with how many of them, in the order in which they are met. */
export function servedBy(judged: readonly Judged[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { compiled } of judged) for (const id of compiled.expectation.serves) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
