import type { Language } from '../kernel/text.ts';
import type { Verdict } from '../rules/outcome.ts';
import { assessAgain, type Assessment } from './assess.ts';
import { answerOf, type AssessmentAnswer, type LensAnswer, type Told } from './answer.ts';
import type { Change } from '../register/entry.ts';

const LENSES = ['paper', 'practice', 'resilient'] as const;

/** A register beside what it would be: which verdicts rise, which fall, and why. */
export interface Comparison {
  readonly before: Assessment;
  readonly after: Assessment;
}

export const compare = (before: Assessment, changes: readonly Change[]): Comparison => ({
  before,
  after: assessAgain(before, before.snapshot.with(changes)),
});

export interface ComparisonAnswer {
  readonly before: AssessmentAnswer;
  readonly after: AssessmentAnswer;
  readonly changes: readonly {
    readonly expectation: string;
    readonly lens: (typeof LENSES)[number];
    readonly before: Verdict;
    readonly after: Verdict;
    /** Why it would be so afterwards. */
    readonly because: LensAnswer['because'];
  }[];
}

/** What `what-if --json` answers. @param told of each side, where the reader may not see all of it */
export function comparisonAnswer({ before, after }: Comparison, language: Language, told?: { readonly before: Told; readonly after: Told }): ComparisonAnswer {
  const [was, is] = [answerOf(before, language, told?.before), answerOf(after, language, told?.after)];
  const changes = is.expectations.flatMap((judged, index) => {
    const earlier = was.expectations[index];
    return LENSES.filter((lens) => earlier !== undefined && earlier[lens].verdict !== judged[lens].verdict).map((lens) => ({
      expectation: judged.id,
      lens,
      before: earlier?.[lens].verdict ?? judged[lens].verdict,
      after: judged[lens].verdict,
      because: judged[lens].because,
    }));
  });
  return { before: was, after: is, changes };
}
