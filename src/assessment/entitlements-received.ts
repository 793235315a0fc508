import { addDays, type CalendarDate } from '../kernel/date.ts';
import { duration, minus, plus } from '../kernel/duration.ts';
import type { Ref } from '../model/field.ts';
import type { Entitlement } from '../model/scrutiny.ts';
import type { Facts } from '../rules/facts.ts';
import type { Outcome } from '../rules/outcome.ts';
import { deliveriesOf } from '../rules/received.ts';
import { receivedAsStated } from '../rules/received-as-stated.ts';

/** What somebody is to receive, what came of it, and when the next is due. */
export interface EntitlementReceived {
  readonly entitlement: Entitlement;
  /** Whether it came as often as stated over the look-back, by the same reckoning as the verdicts. */
  readonly outcome: Outcome;
  /** The last that is known to have been it. */
  readonly last: { readonly on: CalendarDate; readonly record: Ref } | undefined;
  /** One spell after the last, or after it began; undefined where neither is on record. */
  readonly nextDue: CalendarDate | undefined;
  readonly isOverdue: boolean;
}

/** As far back as the last is looked for. */
const FAR = duration('P10Y');

/** Of one holder, or of all: the longest overdue first. */
export function entitlementsReceived(facts: Facts, holder?: Ref): readonly EntitlementReceived[] {
  const all = holder === undefined ? facts.all('entitlements') : facts.where('entitlements', 'holder', holder);
  return all.map((one) => received(facts, one)).toSorted((a, b) => Number(b.isOverdue) - Number(a.isOverdue) || compare(a.nextDue ?? '9999', b.nextDue ?? '9999'));
}

function received(facts: Facts, entitlement: Entitlement): EntitlementReceived {
  const window = { from: minus(facts.on, FAR), until: addDays(facts.on, 1) };
  const last = deliveriesOf(facts, entitlement, window).findLast(({ isIt }) => isIt === true);
  const from = last?.on ?? entitlement.valid.from;
  const nextDue = from === undefined ? undefined : plus(from, entitlement.frequency);
  return { entitlement, outcome: receivedAsStated(facts, entitlement), last: last === undefined ? undefined : { on: last.on, record: last.record }, nextDue, isOverdue: nextDue !== undefined && nextDue < facts.on };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
