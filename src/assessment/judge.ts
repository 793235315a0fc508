import type { CompiledExpectation } from '../rules/compile.ts';
import { doesNotApply, notMet, outcome, partly, reason, type Outcome } from '../rules/outcome.ts';
import type { Cell } from './cells.ts';
import { diagnose, type Diagnosis } from './diagnosis.ts';
import type { Reliance, Resting } from './resilience.ts';

/** One expectation, judged. */
export interface Judged {
  readonly compiled: CompiledExpectation;
  readonly applies: boolean;
  readonly paper: Outcome;
  readonly practice: Outcome;
  readonly resilient: Outcome & { readonly restsOn: readonly Reliance[] };
  readonly diagnosis: Diagnosis;
}

const says = {
  noTest: { en: 'The guidance asks for nothing through this lens.', cy: 'Nid yw’r canllawiau yn gofyn am ddim drwy’r lens hon.' },
  survives: { en: 'It would stand if any one person left.', cy: 'Byddai’n sefyll pe bai unrhyw un person yn gadael.' },
  nothingToLose: { en: 'It is not shown to be met, on paper or in practice: there is nothing to lose.', cy: 'Ni ddangosir ei fod wedi’i gyflawni, ar bapur nac yn ymarferol: nid oes dim i’w golli.' },
  rests: {
    en: 'Without {person} ({posts}), {lens} would no longer be met ({verdict}).',
    cy: 'Heb {person} ({posts}), ni fyddai {lens} wedi’i gyflawni mwyach ({verdict}).',
  },
} as const;

export const LENS_NAMES = {
  paper: { en: 'on paper', cy: 'ar bapur' },
  practice: { en: 'in practice', cy: 'yn ymarferol' },
  resilient: { en: 'resilient', cy: 'gwydn' },
} as const;

/** Judges one expectation, from the two cells that it has in the order of the pack. */
export function judge(cells: readonly Cell[], resting: readonly Resting[], index: number): Judged {
  const [paper, practice] = [cells[index * 2], cells[index * 2 + 1]];
  if (paper === undefined || practice === undefined) throw new RangeError(`The pack has no expectation ${index}.`);
  const { compiled } = paper;
  const has = { paper: compiled.paper !== undefined, practice: compiled.practice !== undefined };
  const applies = !((!has.paper || paper.outcome.verdict === 'does-not-apply') && (!has.practice || practice.outcome.verdict === 'does-not-apply'));
  const lens = (cell: Cell, tested: boolean): Outcome => (tested ? cell.outcome : doesNotApply(reason(says.noTest)));
  const [onPaper, inPractice] = [lens(paper, has.paper), lens(practice, has.practice)];
  const resilient = resilience(onPaper, inPractice, [...(resting[index * 2]?.on ?? []), ...(resting[index * 2 + 1]?.on ?? [])]);
  return { compiled, applies, paper: onPaper, practice: inPractice, resilient, diagnosis: diagnose(applies, onPaper.verdict, inPractice.verdict, resilient.verdict) };
}

function resilience(paper: Outcome, practice: Outcome, restsOn: readonly Reliance[]): Judged['resilient'] {
  if (paper.verdict !== 'met' && practice.verdict !== 'met') return { ...doesNotApply(reason(says.nothingToLose)), restsOn: [] };
  if (restsOn.length === 0) return { ...outcome('met', [reason(says.survives)]), restsOn };
  const because = restsOn.map(({ person, posts, lens, falls }) =>
    reason(says.rests, { person, posts, lens: LENS_NAMES[lens], verdict: falls }, [person, ...posts]),
  );
  const further = restsOn.some(({ falls }) => falls !== 'partly');
  return { ...(further ? notMet(...because) : partly(...because)), restsOn };
}
