import type { Facts } from '../../rules/facts.ts';
import { renewalBegun, renewalReasons } from '../instruments/renewal.ts';
import { waitsFor, type InOffice, type Need } from './need.ts';

/**
 * Instruments in force that have fallen due for renewal, and that nobody has begun to renew: those to which they are a party, or all
 * where they keep the instruments. That a holder changed waits as an agreement; each other reason is told by itself.
 */
export function reviewsDue(facts: Facts, office: InOffice): readonly Need[] {
  const isTheirs = waitsFor(facts, office);
  return facts.all('instruments').flatMap((instrument): readonly Need[] => {
    const { ref, reviewBy, parties } = instrument;
    const own = parties.find(isTheirs);
    const whose = own ?? (office.keeps.has('review') ? (parties[0] ?? office.person) : undefined);
    if (whose === undefined || renewalBegun(facts, instrument) !== undefined) return [];
    return renewalReasons(facts, instrument).filter(({ is }) => is !== 'holder').map(({ is, says, since }) => ({
      is: 'review', says, whose, since, ...(is === 'review' || is === 'review-soon' ? { by: reviewBy } : {}), does: { act: 'open', ref },
    }));
  });
}
