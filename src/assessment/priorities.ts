import type { Judged } from './assess.ts';
import type { Diagnosis } from './diagnosis.ts';

/** What is worst comes first: nothing there, then words without deeds, deeds without words, and what one person holds up. */
const WORST_FIRST: readonly Diagnosis[] = ['exposed', 'on-paper-only', 'despite-the-arrangements', 'person-dependent', 'not-known'];
const FORCE = ['must', 'should', 'may'];

/** The expectations that are not secured, in the order in which to do something about them. */
export const whatToDoFirst = (judged: readonly Judged[]): readonly Judged[] =>
  judged
    .filter(({ diagnosis }) => WORST_FIRST.includes(diagnosis))
    .toSorted((a, b) => rank(a) - rank(b));

const rank = ({ diagnosis, compiled }: Judged): number =>
  WORST_FIRST.indexOf(diagnosis) * FORCE.length + FORCE.indexOf(compiled.expectation.force);
