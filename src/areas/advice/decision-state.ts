import type { StatutoryDecision } from '../../model/advice.ts';
import type { Instant } from '../../kernel/instant.ts';
import { timeBetween } from '../../statutory-time/decision-clock.ts';

/** How a statutory decision stands at a moment; lengths in milliseconds. What is decided at the very moment that it is due is in time. */
export type DecisionState =
  | { readonly is: 'running' | 'decided-in-time'; readonly left: number }
  | { readonly is: 'overdue' | 'decided-late'; readonly lateBy: number }
  /** Without a clock. */
  | { readonly is: 'to-be-decided' | 'decided' };

export function decisionState({ clock, decidedAt, outcome }: StatutoryDecision, at: Instant): DecisionState {
  const made = decidedAt !== undefined && decidedAt <= at ? decidedAt : undefined;
  if (clock?.until === undefined) return { is: made !== undefined || (decidedAt === undefined && outcome !== undefined) ? 'decided' : 'to-be-decided' };
  const left = timeBetween(made ?? at, clock.until);
  if (left < 0) return { is: made === undefined ? 'overdue' : 'decided-late', lateBy: -left };
  return { is: made === undefined ? 'running' : 'decided-in-time', left };
}
