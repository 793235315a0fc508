import type { Ref } from '../../model/field.ts';
import type { Amendment, Instrument } from '../../model/instruments.ts';
import type { Facts } from '../../rules/facts.ts';
import { partyStandings } from './agreed-by.ts';

/** How far the negotiation of an instrument has come. */
export interface NegotiationState {
  readonly toAgree: readonly Ref[];
  /** What is open or disputed: while anything is, nobody can agree. */
  readonly unsettled: readonly Amendment[];
}

export const negotiationState = (facts: Facts, instrument: Instrument): NegotiationState => ({
  toAgree: partyStandings(facts, instrument).filter(({ agreement }) => agreement.verdict !== 'met').map(({ party }) => party),
  unsettled: facts.where('amendments', 'instrument', instrument.ref).filter(({ state }) => state === 'open' || state === 'disputed'),
});
