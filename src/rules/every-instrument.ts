import type { Instrument } from '../model/instruments.ts';
import { allOf } from './compose-tests.ts';
import type { Facts } from './facts.ts';
import { instrumentsInForce, instrumentsSelected, type InstrumentSelection } from './in-force.ts';
import { firstRefs } from './naming.ts';
import { noSuchInstrument, perhapsAbout } from './no-such-instrument.ts';
import { notMet, reason, type Outcome } from './outcome.ts';

const says = {
  notInForce: { en: '{instruments}: not in force.', cy: '{instruments}: heb fod mewn grym.' },
};

/** None of the instruments asked about is in force: those that are there but not in force are named. */
export function noneInForce(facts: Facts, selection: InstrumentSelection): Outcome {
  const others = instrumentsSelected(facts, selection);
  if (others.length === 0 || perhapsAbout(facts, selection) !== undefined) return noSuchInstrument(facts, selection);
  return notMet(reason(says.notInForce, { instruments: firstRefs(others) }, firstRefs(others)));
}

/** The same asked of every instrument of the selection that is in force. */
export function ofEveryInstrument(facts: Facts, selection: InstrumentSelection, ask: (instrument: Instrument) => Outcome): Outcome {
  const instruments = instrumentsInForce(facts, selection);
  if (instruments.length === 0) return noneInForce(facts, selection);
  return allOf(instruments.map(ask));
}
