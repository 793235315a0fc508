import { words } from '../kernel/text.ts';
import type { ComparisonAnswer } from '../assessment/what-if.ts';
import type { Verdict } from '../rules/outcome.ts';
import type { Reading } from './reading.ts';
import { saidReasons, type SaidReason } from './said-reasons.ts';
import { filled, inLanguage } from './words/pairs.ts';
import { VERDICTS } from './words/verdicts.ts';
import { whatIfWords } from './words/what-if.ts';

/** One verdict that a change would move, with why it would be so afterwards. */
export interface Moved {
  readonly title: string;
  readonly href: string;
  readonly lens: string;
  readonly before: Verdict;
  readonly after: Verdict;
  readonly change: string;
  readonly because: readonly SaidReason[];
}

/** From what is lost to what stands; what is not known, or does not apply, is on no such scale. */
const SCALE: readonly Verdict[] = ['not-met', 'partly', 'met'];

/** The verdicts that fall, those that rise, and those that change in another way. */
export function verdictsMoved(reading: Reading, changes: ComparisonAnswer['changes']): Readonly<Record<'falls' | 'rises' | 'others', readonly Moved[]>> {
  const moved = { falls: [] as Moved[], rises: [] as Moved[], others: [] as Moved[] };
  const fallen = new Set(changes.filter(({ before, after }) => direction(before, after) === 'falls').map(({ expectation }) => expectation));
  for (const change of changes) {
    const way = direction(change.before, change.after);
    // What has fallen rests on nobody any more: that is no gain.
    const isNoGain = way === 'rises' && change.lens === 'resilient' && fallen.has(change.expectation);
    moved[isNoGain ? 'others' : way].push(movedModel(reading, change));
  }
  return moved;
}

function direction(before: Verdict, after: Verdict): 'falls' | 'rises' | 'others' {
  const [from, to] = [SCALE.indexOf(before), SCALE.indexOf(after)];
  if (from < 0 || to < 0) return 'others';
  return to < from ? 'falls' : 'rises';
}

const MOST_REASONS = 4;

function movedModel(reading: Reading, { expectation: id, lens, before, after, because }: ComparisonAnswer['changes'][number]): Moved {
  const { language, assessment, to } = reading;
  const t = inLanguage(whatIfWords, language);
  const expectation = assessment.compiled.expectations.find((one) => one.expectation.id === id)?.expectation;
  return {
    title: expectation === undefined ? id : words(expectation.title, language),
    href: to.expectation(id),
    lens: t.lenses[lens],
    before,
    after,
    change: filled(t.becomes, { before: VERDICTS[before][language], after: VERDICTS[after][language].toLowerCase() }),
    because: saidReasons(reading, because).slice(0, MOST_REASONS),
  };
}
