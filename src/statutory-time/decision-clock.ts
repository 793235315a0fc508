import { dateInLondon, endOfDay, type Instant } from '../kernel/instant.ts';
import type { CalendarDate } from '../kernel/date.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { BothLanguages } from '../kernel/text.ts';
import { deadline } from './clock.ts';
import { clockLength, hoursInWords } from './clock-length.ts';
import type { ReservedDecision } from './reserved-decisions.ts';
import { workingDaysAfter } from './working-days.ts';

/** By when a decision is to be made, with its working: each day from the start, whether it counts, and why. */
export interface DecisionClock {
  readonly from: Instant;
  /** The last moment in time. */
  readonly until: Instant;
  readonly working: readonly { readonly day: CalendarDate; readonly counts: boolean; readonly because: BothLanguages }[];
}

/** The clock of a decision that starts at an instant; undefined of one for which the law names no time. Faults: years whose bank holidays are not known. */
export function decisionClock({ nation, within, workingDays }: ReservedDecision, from: Instant): Result<DecisionClock | undefined> {
  if (within !== undefined) {
    const clock = deadline(from, within, { nation });
    // Without stops it always ends.
    return clock.ok ? ok({ from, until: clock.value.due as Instant, working: clock.value.working }) : clock;
  }
  if (workingDays === undefined) return ok(undefined);
  const last = workingDaysAfter(dateInLondon(from), workingDays, nation);
  return last.ok ? ok({ from, until: endOfDay(last.value.on), working: last.value.working }) : last;
}

/** Milliseconds from one moment to another; negative where that is earlier. */
export const timeBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

/** "72 hours", "7 days", "7 working days"; undefined of one for which the law names no time. */
export function timeInWords({ within, workingDays }: ReservedDecision): BothLanguages | undefined {
  if (workingDays !== undefined) return { en: `${workingDays} working days`, cy: `${workingDays} diwrnod gwaith` };
  const days = /^P(\d+)D$/.exec(within ?? '')?.[1];
  if (days !== undefined) return { en: `${days} days`, cy: `${days} diwrnod` };
  const length = within === undefined ? undefined : clockLength(within);
  return length?.ok === true ? hoursInWords(length.value) : undefined;
}
