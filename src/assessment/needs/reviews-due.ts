import type { Facts } from '../../rules/facts.ts';
import { isInForce } from '../../rules/in-force.ts';
import { reason } from '../../rules/outcome.ts';
import { waitsFor, type InOffice, type Need } from './need.ts';

const PASSED = { en: 'The review of {instrument} was due by {by}.', cy: 'Roedd adolygiad {instrument} i fod erbyn {by}.' };

/** Instruments in force that are past the day of their review: those to which they are a party, or all where they keep the instruments. */
export function reviewsDue(facts: Facts, office: InOffice): readonly Need[] {
  const isTheirs = waitsFor(facts, office);
  return facts.all('instruments').flatMap(({ ref, reviewBy, parties }): readonly Need[] => {
    if (reviewBy === undefined || reviewBy >= facts.on || !isInForce(facts, ref)) return [];
    const own = parties.find(isTheirs);
    const whose = own ?? (office.keeps.has('review') ? (parties[0] ?? office.person) : undefined);
    return whose === undefined ? [] : [{ is: 'review', says: reason(PASSED, { instrument: ref, by: reviewBy }, [ref]), whose, by: reviewBy, does: { act: 'change', ref } }];
  });
}
