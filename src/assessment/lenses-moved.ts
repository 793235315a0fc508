import type { Verdict } from '../rules/outcome.ts';
import type { Assessment } from './assess.ts';
import type { Judged } from './judge.ts';

const LENSES = ['paper', 'practice', 'resilient'] as const;

/** One verdict that a change moves. */
export interface LensMoved {
  readonly judged: Judged;
  readonly lens: (typeof LENSES)[number];
  readonly before: Verdict;
  readonly after: Verdict;
}

/** Every verdict that is otherwise after than before, in the order of the pack. */
export const lensesMoved = ({ before, after }: { readonly before: Assessment; readonly after: Assessment }): readonly LensMoved[] =>
  before.judged.flatMap((judged, index) =>
    LENSES.flatMap((lens) => {
      const then = after.judged[index]?.[lens].verdict ?? judged[lens].verdict;
      return then === judged[lens].verdict ? [] : [{ judged, lens, before: judged[lens].verdict, after: then }];
    }),
  );

/** From what is lost to what stands; what is not known, or does not apply, is on no such scale. */
const SCALE: readonly Verdict[] = ['not-met', 'partly', 'met'];

/** Whether a verdict on the scale is lower after than before. */
export function isFall({ before, after }: Pick<LensMoved, 'before' | 'after'>): boolean {
  const [from, to] = [SCALE.indexOf(before), SCALE.indexOf(after)];
  return from >= 0 && to >= 0 && to < from;
}
