import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { waitsFor, type InOffice, type Need } from './need.ts';

const OPEN = { en: '{raisedBy} raised a barrier to the statutory role on {on}: “{record}” ({state}).', cy: 'Cododd {raisedBy} rwystr i’r rôl statudol ar {on}: “{record}” ({state}).' };

/** Barriers that are theirs to resolve. */
export function barriersOpen(facts: Facts, office: InOffice): readonly Need[] {
  const isTheirs = waitsFor(facts, office);
  return facts.all('barriers').flatMap(({ ref, owner, on, raisedBy, state }): readonly Need[] => {
    if (owner === undefined || !isTheirs(owner) || on > facts.on || (state !== 'open' && state !== 'being-resolved')) return [];
    return [{ is: 'barrier', says: reason(OPEN, { raisedBy, on, record: ref, state }, [ref]), whose: owner, since: on, does: { act: 'change', ref } }];
  });
}
