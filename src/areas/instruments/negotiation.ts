import { called } from '../../acts/called.ts';
import type { Amendment, Instrument, Provision } from '../../model/instruments.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { clausesOf } from './clauses.ts';

/** A clause of what is negotiated, with all that was said of it. */
export interface NegotiatedClause {
  readonly provision: Provision;
  readonly amendments: readonly Amendment[];
}

/** What is negotiated, clause by clause, and what was said of no clause that is there: proposed new ones, and the whole. */
export interface Negotiation {
  readonly clauses: readonly NegotiatedClause[];
  readonly others: readonly Amendment[];
}

export function negotiationOf(snapshot: Snapshot, { ref }: Instrument): Negotiation {
  const said = snapshot.where('amendments', 'instrument', ref);
  const provisions = clausesOf(snapshot, ref);
  const there = new Set<string>(provisions.map((one) => one.ref));
  return {
    clauses: provisions.map((provision) => ({ provision, amendments: said.filter((one) => one.provision === provision.ref) })),
    others: said.filter(({ provision }) => provision === undefined || !there.has(provision)),
  };
}

/** What stands in the way of agreeing: each with a sentence that says what is open or disputed, and whose it is. */
export function unsettled(snapshot: Snapshot, { ref }: Instrument): readonly { readonly amendment: Amendment; readonly says: string }[] {
  return snapshot
    .where('amendments', 'instrument', ref)
    .filter(({ state }) => state === 'open' || state === 'disputed')
    .map((amendment) => {
      const number = (amendment.provision === undefined ? undefined : snapshot.get(amendment.provision)?.number) ?? amendment.number;
      const what = amendment.wording === undefined && amendment.gives === undefined && amendment.leavesOut !== true ? 'A comment' : 'A proposal';
      return { amendment, says: `${what} of ${called(snapshot, amendment.by)}${number === undefined ? '' : ` on clause ${number}`} is ${amendment.state}.` };
    });
}
