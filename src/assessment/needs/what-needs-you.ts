import type { Facts } from '../../rules/facts.ts';
import { acknowledgementsAwaited } from './acknowledgements-awaited.ts';
import { actionsOpen } from './actions-open.ts';
import { agreementsAwaited } from './agreements-awaited.ts';
import { answersOwed } from './answers-owed.ts';
import { meetingsOverdue } from './meetings-overdue.ts';
import type { InOffice, Need, NeedKind } from './need.ts';
import { reportsDue } from './reports-due.ts';
import { requestsDue } from './requests-due.ts';
import { reviewsDue } from './reviews-due.ts';

const FINDERS: readonly ((facts: Facts, office: InOffice) => readonly Need[])[] = [
  answersOwed, agreementsAwaited, meetingsOverdue, requestsDue, actionsOpen, reportsDue, reviewsDue, acknowledgementsAwaited,
];

/**
 * All that waits for somebody on the date, by what it is: what is theirs before what they only see to, then the longest waiting first.
 * @param facts the register as they may see it
 */
export function whatNeeds(facts: Facts, office: InOffice): ReadonlyMap<NeedKind, readonly Need[]> {
  // A field that names what they may not know of is not there, whatever its kind says.
  const found = FINDERS.flatMap((find) => find(facts, office)).filter(({ says }) => Object.values(says.with).every((value: unknown) => value !== undefined));
  const theirs = (need: Need): number => (need.whose === office.person || office.posts.some((post) => post === need.whose) ? 0 : 1);
  const inOrder = found.toSorted((a, b) => theirs(a) - theirs(b) || compare(dayOf(a), dayOf(b)));
  return Map.groupBy(inOrder, ({ is }) => is);
}

const dayOf = ({ by, since }: Need): string => by ?? since ?? '9999';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
