import { z } from 'zod';
import type { Instrument } from '../../model/instruments.ts';
import { allOf } from '../compose-tests.ts';
import type { Facts } from '../facts.ts';
import { agreementsToCurrent, instrumentsInForce } from '../in-force.ts';
import { noSuchInstrument } from '../no-such-instrument.ts';
import { defineOperator } from '../operator.ts';
import { missing, notKnown, reason, type Outcome } from '../outcome.ts';
import { partyAgreement } from '../party-agreement.ts';
import { instrumentTypesNamed } from '../type-names.ts';

const says = {
  noParties: { en: '{instrument} names no parties.', cy: 'Nid yw {instrument} yn enwi unrhyw bartïon.' },
  recordParties: { en: 'Record the parties of {instrument}.', cy: 'Cofnodwch bartïon {instrument}.' },
};

/** Every party of every such instrument in force has agreed its current version, a post by whoever holds it now. */
export const agreedByCurrentHolders = defineOperator({
  name: 'agreedByCurrentHolders',
  params: ({ instrumentTypes, party, themes }) => z.strictObject({ types: instrumentTypes, parties: z.array(party).optional(), about: themes.optional() }),
  evaluate(selection, facts) {
    const instruments = instrumentsInForce(facts, selection);
    if (instruments.length === 0) return noSuchInstrument(facts, selection);
    return allOf(instruments.flatMap((instrument) => partiesOf(facts, instrument)));
  },
  explain: ({ types }) => ({
    says: { en: 'Every {types} in force is agreed, in its current version, by those who now hold the posts that are parties to it.', cy: 'Mae pob {types} mewn grym wedi’i gytuno, yn ei fersiwn gyfredol, gan y rhai sydd bellach yn dal y swyddi sy’n bartïon iddo.' },
    with: { types: instrumentTypesNamed(types) },
  }),
});

function partiesOf(facts: Facts, instrument: Instrument): readonly Outcome[] {
  const filled = { instrument: instrument.ref, version: instrument.version };
  if (instrument.parties.length === 0) return [notKnown([reason(says.noParties, filled, [instrument.ref])], missing(says.recordParties, filled, 'instruments'))];
  const current = agreementsToCurrent(facts, instrument);
  return instrument.parties.map((party) => partyAgreement(facts, instrument, party, current));
}
