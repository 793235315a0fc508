import { isIn } from '../../rules/due.ts';
import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import type { InOffice, Need } from './need.ts';

const SENT = { en: '{of} was sent to {to} on {on}, and {person} has not acknowledged it.', cy: 'Anfonwyd {of} at {to} ar {on}, ac nid yw {person} wedi’i gydnabod.' };

/** What was sent to them or to a post of theirs in the look-back and they have not acknowledged. */
export function acknowledgementsAwaited(facts: Facts, { person, posts }: InOffice): readonly Need[] {
  return [person, ...posts].flatMap((to) => facts.where('communications', 'to', to)).filter(({ on }) => isIn(facts.window, on)).flatMap(({ ref, of, to, on }): readonly Need[] => {
    if (facts.where('acknowledgements', 'of', ref).some((one) => one.by === person && one.on <= facts.on)) return [];
    return [{ is: 'acknowledgement', says: reason(SENT, { of, to, on, person }, [ref, of]), whose: to, since: on, does: { act: 'enter', kind: 'acknowledgements', filled: { of: ref, by: person } } }];
  });
}
