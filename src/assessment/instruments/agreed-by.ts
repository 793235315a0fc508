import type { Ref } from '../../model/field.ts';
import type { Instrument } from '../../model/instruments.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import type { Facts } from '../../rules/facts.ts';
import type { Outcome } from '../../rules/outcome.ts';
import { partyAgreement } from '../../rules/party-agreement.ts';
import { factsOn } from '../facts-on.ts';

/** Whether a party has agreed the version of an instrument that is current, with why. */
export interface PartyStanding {
  readonly party: Instrument['parties'][number];
  readonly agreement: Outcome;
}

/** The parties of an instrument, each with whether whoever speaks for it now has agreed the version that is current. */
export const partyStandings = (facts: Facts, instrument: Instrument): readonly PartyStanding[] =>
  instrument.parties.map((party) => ({ party, agreement: partyAgreement(facts, instrument, party) }));

/** The parties that have still to agree the version that is current, of a register as it stands. */
export function stillToAgree(snapshot: Snapshot, instrument: Instrument): readonly Ref[] {
  const facts = factsOn(snapshot);
  if (facts === undefined) return instrument.parties;
  return partyStandings(facts, instrument).filter(({ agreement }) => agreement.verdict !== 'met').map(({ party }) => party);
}
