import { addDays, type CalendarDate } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import type { Instrument } from '../../model/instruments.ts';
import type { Facts } from '../../rules/facts.ts';
import { agreementsToCurrent, isInForce } from '../../rules/in-force.ts';
import { appointmentsTo } from '../../rules/offices.ts';
import { lastChange, postsNamed } from '../../rules/operators/newer-than-change.ts';
import { reason, type Reason } from '../../rules/outcome.ts';
import { partyAgreement } from '../../rules/party-agreement.ts';

const says = {
  past: { en: 'The review of {instrument} was due by {by}.', cy: 'Roedd adolygiad {instrument} i fod erbyn {by}.' },
  soon: { en: '{instrument} is to be reviewed by {by}.', cy: 'Mae {instrument} i’w adolygu erbyn {by}.' },
  ended: { en: '{post}, which {instrument} names, was ended on {on}.', cy: 'Daeth {post}, y mae {instrument} yn ei henwi, i ben ar {on}.' },
  changed: { en: '{post}, which {instrument} names, changed on {on}, after it was agreed on {agreed}.', cy: 'Newidiodd {post}, y mae {instrument} yn ei henwi, ar {on}, ar ôl cytuno arno ar {agreed}.' },
  guidance: { en: '{instrument} was agreed on {agreed}, before the guidance by which the authority is judged came into force on {on}.', cy: 'Cytunwyd ar {instrument} ar {agreed}, cyn i’r canllawiau y bernir yr awdurdod yn eu herbyn ddod i rym ar {on}.' },
};

/** So long before the day of its review an instrument is told to be due: parties need that long to negotiate. In days. */
export const REVIEW_WARNING_DAYS = 90;

/** Why an instrument in force is due to be renewed, and since when. */
export interface RenewalReason {
  readonly is: 'holder' | 'review' | 'review-soon' | 'post-ended' | 'post-changed' | 'guidance';
  readonly says: Reason;
  readonly since: CalendarDate | undefined;
}

/**
 * Why an instrument has fallen due for renewal, by itself: a party's holder changed, its review is past or near, a post that it names
 * ended or changed its line, or the guidance is newer than the agreement. Nothing of an instrument that is not in force.
 */
export function renewalReasons(facts: Facts, instrument: Instrument): readonly RenewalReason[] {
  if (!isInForce(facts, instrument.ref)) return [];
  return [...holdersChanged(facts, instrument), ...review(facts, instrument), ...postsChanged(facts, instrument), ...guidanceChanged(facts, instrument)];
}

/** What is to take the place of an instrument, if somebody has begun to renew it. */
export const renewalBegun = (facts: Facts, { ref }: Instrument): Instrument | undefined =>
  facts.where('instruments', 'supersedes', ref).find(({ state }) => state === 'draft' || state === 'negotiating');

/** The posts for which somebody agreed it who no longer speaks for them. */
function holdersChanged(facts: Facts, instrument: Instrument): readonly RenewalReason[] {
  const current = agreementsToCurrent(facts, instrument);
  return instrument.parties.filter((party) => current.some((one) => one.party === party)).flatMap((party): readonly RenewalReason[] => {
    const { because: [first], verdict } = partyAgreement(facts, instrument, party, current);
    return verdict === 'met' || first === undefined ? [] : [{ is: 'holder', says: first, since: appointmentsTo(facts, party as Ref<'posts'>)[0]?.valid.from }];
  });
}

function review(facts: Facts, { ref, reviewBy }: Instrument): readonly RenewalReason[] {
  if (reviewBy === undefined) return [];
  const filled = { instrument: ref, by: reviewBy };
  if (reviewBy < facts.on) return [{ is: 'review', says: reason(says.past, filled, [ref]), since: reviewBy }];
  const warned = addDays(reviewBy, -REVIEW_WARNING_DAYS);
  return warned <= facts.on ? [{ is: 'review-soon', says: reason(says.soon, filled, [ref]), since: warned }] : [];
}

function postsChanged(facts: Facts, instrument: Instrument): readonly RenewalReason[] {
  const agreed = agreedOn(facts, instrument);
  if (agreed === undefined) return [];
  return postsNamed(facts, instrument).flatMap((post) => lastChange(facts, post)).filter(({ on }) => on > agreed).map(({ post, on }): RenewalReason => {
    const isThere = facts.get(post) !== undefined;
    return { is: isThere ? 'post-changed' : 'post-ended', says: reason(isThere ? says.changed : says.ended, { instrument: instrument.ref, post, on, agreed }, [instrument.ref, post]), since: on };
  });
}

/** The edition by which the register is judged says from when it is in force; which edition it was judged by earlier no record says. */
function guidanceChanged(facts: Facts, instrument: Instrument): readonly RenewalReason[] {
  const { agreedOn: agreed, ref } = instrument;
  const from = facts.words.pack.inForce?.from;
  if (agreed === undefined || from === undefined || agreed >= from || from > facts.on) return [];
  return [{ is: 'guidance', says: reason(says.guidance, { instrument: ref, agreed, on: from }, [ref]), since: from }];
}

/** The last day on which anybody agreed the version that is current. */
function agreedOn(facts: Facts, instrument: Instrument): CalendarDate | undefined {
  return [...agreementsToCurrent(facts, instrument).map(({ on }) => on), ...(instrument.agreedOn === undefined ? [] : [instrument.agreedOn])].sort().at(-1);
}
