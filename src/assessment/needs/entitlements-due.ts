import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { entitlementsReceived } from '../entitlements-received.ts';
import type { InOffice, Need } from './need.ts';

const says = {
  late: { en: '{holder} is to receive “{entitlement}” once in {frequency}; the last on record came on {on}.', cy: 'Mae {holder} i gael “{entitlement}” unwaith mewn {frequency}; daeth yr un diwethaf a gofnodwyd ar {on}.' },
  never: { en: '{holder} is to receive “{entitlement}” once in {frequency}; none is on record.', cy: 'Mae {holder} i gael “{entitlement}” unwaith mewn {frequency}; nid oes un ar gofnod.' },
};

/** What somebody was to receive by now and did not: for the statutory officer, and for those who keep what councillors receive. */
export function entitlementsDue(facts: Facts, { keeps, posts }: InOffice): readonly Need[] {
  const officer = posts.find((post) => facts.get(post)?.designations.includes(facts.words.statutoryOfficer));
  if (officer === undefined && !keeps.has('entitlement')) return [];
  return entitlementsReceived(facts).filter(({ entitlement, isOverdue }) => isOverdue && entitlement.holder !== officer).map(({ entitlement: { ref, holder, frequency }, last, nextDue }): Need => ({
    is: 'entitlement', whose: officer ?? holder, by: nextDue,
    says: reason(last === undefined ? says.never : says.late, { holder, entitlement: ref, frequency, on: last?.on ?? '' }, [ref, ...(last === undefined ? [] : [last.record])]),
    does: { act: 'enter', kind: 'communications', filled: { to: holder } },
  }));
}
