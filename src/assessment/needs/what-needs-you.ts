import type { Facts } from '../../rules/facts.ts';
import { acknowledgementsAwaited } from './acknowledgements-awaited.ts';
import { actionsOpen } from './actions-open.ts';
import { agreementsAwaited } from './agreements-awaited.ts';
import { barriersOpen } from './barriers-open.ts';
import { entitlementsDue } from './entitlements-due.ts';
import { newMembersUnbriefed } from './new-members-unbriefed.ts';
import { questionsOfOwn } from './questions-of-own.ts';
import { statementDue } from './statement-due.ts';
import { answersOwed } from './answers-owed.ts';
import { meetingsOverdue } from './meetings-overdue.ts';
import { meetingsToFinish } from './meetings-to-finish.ts';
import type { InOffice, Need, NeedKind } from './need.ts';
import { reportsDue } from './reports-due.ts';
import { requestsDue } from './requests-due.ts';
import { reviewsDue } from './reviews-due.ts';

const FINDERS: readonly ((facts: Facts, office: InOffice) => readonly Need[])[] = [
  answersOwed, agreementsAwaited, meetingsOverdue, meetingsToFinish, requestsDue, actionsOpen, reportsDue, reviewsDue, acknowledgementsAwaited,
  questionsOfOwn, barriersOpen, statementDue, entitlementsDue, newMembersUnbriefed,
];

/**
 * All that waits for somebody on the date: what is theirs before what they only see to, then the longest waiting first.
 * @param facts the register as they may see it
 */
export function needsInOrder(facts: Facts, office: InOffice): readonly Need[] {
  // A field that names what they may not know of is not there, whatever its kind says.
  const found = FINDERS.flatMap((find) => find(facts, office)).filter(({ says }) => isWhole(says.with));
  return found.map((need) => ({ need, theirs: isTheirs(need, office) ? 0 : 1, day: dayOf(need) })).sort((a, b) => a.theirs - b.theirs || compare(a.day, b.day)).map(({ need }) => need);
}

/** The same by what it is. */
export const whatNeeds = (facts: Facts, office: InOffice): ReadonlyMap<NeedKind, readonly Need[]> => Map.groupBy(needsInOrder(facts, office), ({ is }) => is);

/** Whether it waits for them or a post of theirs, not for a body that they chair or for anybody of whom they keep the record. */
export const isTheirs = ({ whose }: Need, { person, posts }: InOffice): boolean => whose === person || posts.some((post) => post === whose);

function isWhole(values: Readonly<Record<string, unknown>>): boolean {
  for (const name in values) if (values[name] === undefined) return false;
  return true;
}

const dayOf = ({ by, since }: Need): string => by ?? since ?? '9999';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
