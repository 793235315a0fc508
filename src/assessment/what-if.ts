import type { Language } from '../kernel/text.ts';
import type { Verdict } from '../rules/outcome.ts';
import { Speaker } from '../rules/say.ts';
import { assessAgain, type Assessment } from './assess.ts';
import { answerOf, type AssessmentAnswer, type LensAnswer } from './answer.ts';
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

/** What `what-if --json` answers. */
export function comparisonAnswer({ before, after }: Comparison, language: Language): ComparisonAnswer {
  const speaker = new Speaker(after.snapshot, after.facts.words, language);
  const changes = after.judged.flatMap((judged, index) => {
    const was = before.judged[index];
    return LENSES.filter((lens) => was !== undefined && was[lens].verdict !== judged[lens].verdict).map((lens) => ({
      expectation: judged.compiled.expectation.id,
      lens,
      before: was?.[lens].verdict ?? judged[lens].verdict,
      after: judged[lens].verdict,
      because: speaker.each(judged[lens].because),
    }));
  });
  return { before: answerOf(before, language), after: answerOf(after, language), changes };
}
