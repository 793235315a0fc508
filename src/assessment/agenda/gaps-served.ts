import { DIAGNOSIS_WORDS } from '../diagnosis-words.ts';
import { evaluateCell } from '../cells.ts';
import type { Assessment, Judged } from '../assess.ts';
import { whatToDoFirst } from '../priorities.ts';
import { reason, type Reason } from '../../rules/outcome.ts';
import { both, type Meeters, type Proposal } from './proposal.ts';

const says = { en: 'The guidance expects this: {says} It is {diagnosis}.', cy: 'Mae’r canllawiau’n disgwyl hyn: {says} Y mae: {diagnosis}.' };

/**
 * Expectations that practice does not meet and that these meetings serve: their test read the meetings of this series or body. What such a
 * test asks to be discussed becomes the themes of the item, so that to discuss it is to move the verdict.
 * @param isHidden whether the reasons of a verdict are not for everybody who meets
 */
export function gapsServed({ judged, facts, snapshot }: Assessment, { series, body }: Meeters, isHidden: (one: Judged) => boolean): readonly Proposal[] {
  const own = new Set([
    ...(series === undefined ? [] : [snapshot.bucket('now', 'meetings', 'series', series)]),
    ...(body === undefined ? [] : [snapshot.bucket('now', 'meetings', 'body', body)]),
  ]);
  return whatToDoFirst(judged)
    .filter(({ practice, diagnosis }) => (practice.verdict === 'not-met' || practice.verdict === 'partly') && diagnosis !== 'not-known')
    .filter(({ compiled }) => evaluateCell(compiled, 'practice', facts).reads.some((bucket) => own.has(bucket)))
    .map((one): Proposal => {
      const { expectation } = one.compiled;
      const first = reason(says, { says: both(expectation.says), diagnosis: lowered(DIAGNOSIS_WORDS[one.diagnosis]) });
      const because: readonly Reason[] = isHidden(one) ? [first] : [first, ...one.practice.because.slice(0, MOST)];
      return { key: `gap ${expectation.id}`, is: 'gap', title: both(expectation.title), themes: themesAsked(expectation.inPractice), because, expectation: expectation.id };
    });
}

/** Of the reasons of one verdict so many are told here; its own page has all. */
const MOST = 3;

const lowered = ({ en, cy }: { readonly en: string; readonly cy: string }) => ({ en: en.toLocaleLowerCase('en-GB'), cy: cy.toLocaleLowerCase('cy-GB') });

/** The themes that a test, as it is written, asks to be discussed. */
function themesAsked(written: unknown): readonly string[] {
  if (Array.isArray(written)) return [...new Set(written.flatMap(themesAsked))];
  if (typeof written !== 'object' || written === null) return [];
  const found = Object.entries(written).flatMap(([key, value]: [string, unknown]) => (key === 'discussed' ? ((value as { readonly themes?: readonly string[] | string }).themes ?? []) : themesAsked(value)));
  return [...new Set(found)];
}
