import { contains } from '../kernel/period.ts';
import type { Ref } from '../model/field.ts';
import type { Instrument, InstrumentType, Provision } from '../model/instruments.ts';
import type { Facts } from './facts.ts';
import { isParty } from './parties.ts';

/** Which instruments a test speaks of: of these types, to which all of these are parties, about all of these themes. */
export interface InstrumentSelection {
  readonly types: readonly InstrumentType[];
  readonly parties?: readonly string[] | undefined;
  readonly about?: readonly string[] | undefined;
}

/** Agreed, on or before the date, valid on it and not superseded by another that is itself in force. */
export function isInForce(facts: Facts, ref: Ref<'instruments'>): boolean {
  const instrument = facts.get(ref);
  return instrument !== undefined && agreedBy(facts, instrument) && !isSuperseded(facts, instrument);
}

const agreedBy = (facts: Facts, instrument: Instrument): boolean =>
  instrument.state === 'agreed' && (instrument.agreedOn === undefined || instrument.agreedOn <= facts.on);

const isSuperseded = (facts: Facts, instrument: Instrument): boolean =>
  facts.where('instruments', 'supersedes', instrument.ref).some((later) => agreedBy(facts, later));

/** The instruments of the selection, whatever their state, valid on the date. */
export function instrumentsSelected(facts: Facts, selection: InstrumentSelection): readonly Instrument[] {
  const { types, parties = [], about = [] } = selection;
  const selected: Instrument[] = [];
  for (const type of types) {
    for (const instrument of facts.where('instruments', 'type', type)) {
      const isOfParties = parties.every((party) => instrument.parties.some((named) => isParty(facts, named, party)));
      if (isOfParties && about.every((theme) => provisionsOf(facts, instrument).some((provision) => isAbout(provision, theme)))) selected.push(instrument);
    }
  }
  return selected;
}

export const instrumentsInForce = (facts: Facts, selection: InstrumentSelection): readonly Instrument[] =>
  instrumentsSelected(facts, selection).filter((instrument) => agreedBy(facts, instrument) && !isSuperseded(facts, instrument));

export const provisionsOf = (facts: Facts, instrument: Instrument): readonly Provision[] => facts.where('provisions', 'instrument', instrument.ref);

const isAbout = (provision: Provision, theme: string): boolean =>
  provision.themes.includes(theme) || provision.gives.some(({ over }) => over === theme);

/** The agreements to the version of the instrument that is current, made on or before the date. */
export const agreementsToCurrent = (facts: Facts, instrument: Instrument) =>
  facts
    .where('agreements', 'instrument', instrument.ref)
    .filter((agreement) => agreement.version === instrument.version && agreement.on <= facts.on && contains(agreement.valid, facts.on));
