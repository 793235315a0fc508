import { restsOnHidden } from '../../areas/rests-on-hidden.ts';
import type { Assessment, Judged } from '../../assessment/assess.ts';
import type { ComparisonAnswer } from '../../assessment/what-if.ts';
import type { Reading } from '../reading.ts';
import { verdictsMoved, type Moved } from '../verdicts-moved.ts';

const LENSES = ['paper', 'practice', 'resilient'] as const;

/**
 * The verdicts that are others than they were: what was entered since moved them, or the days that passed. Why is told only where it
 * rests on nothing that is hidden from the reader.
 * @param then the same register judged on the day, and by the knowledge, of the earlier moment
 */
export function verdictsSince(reading: Reading, then: Assessment): Readonly<Record<'falls' | 'rises' | 'others', readonly Moved[]>> {
  const before = new Map(then.judged.map((judged) => [judged.compiled.expectation.id, judged]));
  return verdictsMoved(reading, reading.assessment.judged.flatMap((now) => changesOf(reading, before.get(now.compiled.expectation.id), now)));
}

function changesOf(reading: Reading, before: Judged | undefined, now: Judged): ComparisonAnswer['changes'] {
  if (before === undefined) return [];
  const moved = LENSES.filter((lens) => before[lens].verdict !== now[lens].verdict);
  if (moved.length === 0) return [];
  const isHidden = restsOnHidden(reading, now, 'paper') || restsOnHidden(reading, now, 'practice');
  return moved.map((lens) => ({
    expectation: now.compiled.expectation.id, lens, before: before[lens].verdict, after: now[lens].verdict,
    because: isHidden ? [] : reading.speaker.each(now[lens].because),
  }));
}
