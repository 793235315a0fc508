import type { CalendarDate } from '../kernel/date.ts';
import { minus, wholeTimes, type Duration } from '../kernel/duration.ts';
import type { Entitlement } from '../model/scrutiny.ts';
import type { Facts, Window } from './facts.ts';
import { firstRefs } from './naming.ts';
import { missing, notKnown, reason, type Outcome } from './outcome.ts';
import { share } from './ratio.ts';
import { deliveriesComplete, deliveriesOf } from './received.ts';

const says = {
  came: {
    en: '"{entitlement}" came to {holder} {count} times between {from} and {to}; {due} were due.',
    cy: 'Daeth "{entitlement}" at {holder} {count} gwaith rhwng {from} a {to}; roedd {due} yn ddyledus.',
  },
  tooEarly: { en: '"{entitlement}" began on {from}: none has fallen due yet.', cy: 'Dechreuodd "{entitlement}" ar {from}: nid oes un wedi dod yn ddyledus eto.' },
  record: { en: 'Record what {holder} was sent or told for "{entitlement}", and when.', cy: 'Cofnodwch yr hyn a anfonwyd neu a ddywedwyd wrth {holder} ar gyfer "{entitlement}", a phryd.' },
};

const named = ({ ref, holder, frequency }: Entitlement) => ({ entitlement: ref, holder, frequency });

/** The period over which deliveries are counted, and how many were due in it. */
function spellsDue({ window: { from, until } }: Facts, frequency: Duration, began: CalendarDate | undefined): { readonly window: Window; readonly due: number } {
  const spell = minus(until, frequency);
  const earliest = spell < from ? spell : from;
  const window = { from: began !== undefined && began > earliest ? began : earliest, until };
  return { window, due: wholeTimes(frequency, window.from, until) };
}

/**
 * Whether the holder got what they are to receive as often as stated. Counted over the look-back, or over the last spell where it is
 * due less often than that; only while the entitlement stood.
 */
export function receivedAsStated(facts: Facts, entitlement: Entitlement): Outcome {
  const { ref, frequency, valid } = entitlement;
  // Reckoned by the calendar once for all entitlements of one frequency: few differ in when they began.
  const { window, due } = facts.once(`due ${frequency} since ${valid.from ?? ''}`, () => spellsDue(facts, frequency, valid.from));
  const told = missing(says.record, named(entitlement), 'communications');
  if (due === 0) return notKnown([reason(says.tooEarly, { ...named(entitlement), from: window.from }, [ref])], told);
  const deliveries = deliveriesOf(facts, entitlement, window);
  const sure = deliveries.filter(({ isIt }) => isIt === true);
  const yes = Math.min(sure.length, due);
  const unsure = Math.min(deliveries.length - sure.length, due - yes);
  const short = due - yes - unsure;
  const complete = deliveriesComplete(facts, entitlement, deliveries);
  const because = reason(says.came, { ...named(entitlement), count: sure.length, due, from: window.from, to: facts.on }, [ref, ...firstRefs(sure.map(({ record }) => ({ ref: record })))]);
  return share({ yes, no: complete ? short : 0, unknown: unsure + (complete ? 0 : short) }, 1, [because], [told]);
}
