import { z } from 'zod';
import { instrumentsInForce, instrumentsSelected } from '../in-force.ts';
import { noSuchInstrument, perhapsAbout } from '../no-such-instrument.ts';
import { defineOperator } from '../operator.ts';
import { met, missing, notKnown, notMet, partly, reason } from '../outcome.ts';
import { instrumentTypesNamed } from '../type-names.ts';

const says = {
  inForce: { en: '{instrument} is in force.', cy: 'Mae {instrument} mewn grym.' },
  agreedOn: { en: '{instrument} is in force, agreed on {on}.', cy: 'Mae {instrument} mewn grym, cytunwyd ar {on}.' },
  notPublished: { en: '{instrument} is in force but not published.', cy: 'Mae {instrument} mewn grym ond heb ei gyhoeddi.' },
  notSaidPublished: { en: '{instrument} is in force; whether it is published is not on record.', cy: 'Mae {instrument} mewn grym; nid yw’n hysbys a yw wedi’i gyhoeddi.' },
  recordPublished: { en: 'Record where {instrument} is published, or say that the register is complete for instruments.', cy: 'Cofnodwch ble y cyhoeddwyd {instrument}, neu dywedwch fod y gofrestr yn gyflawn ar gyfer offerynnau.' },
  notYet: { en: '{instrument} is not in force: its state is "{state}".', cy: 'Nid yw {instrument} mewn grym: ei gyflwr yw "{state}".' },
  later: { en: '{instrument} was agreed only on {on}.', cy: 'Dim ond ar {on} y cytunwyd ar {instrument}.' },
};

/** An instrument of the types, with the parties and about the themes, is in force. */
export const instrument = defineOperator({
  name: 'instrument',
  params: ({ instrumentTypes, party, themes }) =>
    z.strictObject({ types: instrumentTypes, parties: z.array(party).optional(), about: themes.optional(), published: z.boolean().default(false) }),
  evaluate({ published, ...selection }, facts) {
    const inForce = instrumentsInForce(facts, selection);
    const good = published ? inForce.filter(({ publishedAt }) => publishedAt !== undefined) : inForce;
    if (good.length > 0) {
      return met(...good.slice(0, 5).map((one) => reason(one.agreedOn === undefined ? says.inForce : says.agreedOn, { instrument: one.ref, on: one.agreedOn ?? '' }, [one.ref])));
    }
    if (inForce.length > 0) {
      const complete = facts.isComplete('instruments');
      const because = inForce.slice(0, 5).map((one) => reason(complete ? says.notPublished : says.notSaidPublished, { instrument: one.ref }, [one.ref]));
      return complete ? partly(...because) : notKnown(because, ...inForce.slice(0, 5).map((one) => missing(says.recordPublished, { instrument: one.ref }, 'instruments')));
    }
    const others = perhapsAbout(facts, selection) === undefined ? instrumentsSelected(facts, selection) : [];
    if (others.length > 0) {
      const because = others.slice(0, 5).map((one) =>
        one.state === 'agreed' && one.agreedOn !== undefined && one.agreedOn > facts.on
          ? reason(says.later, { instrument: one.ref, on: one.agreedOn }, [one.ref])
          : reason(says.notYet, { instrument: one.ref, state: one.state }, [one.ref]),
      );
      return notMet(...because);
    }
    return noSuchInstrument(facts, selection);
  },
  explain: ({ types, parties, published }) => ({
    says: parties === undefined
      ? { en: published ? 'A {types} is in force and published.' : 'A {types} is in force.', cy: published ? 'Mae {types} mewn grym ac wedi’i gyhoeddi.' : 'Mae {types} mewn grym.' }
      : { en: 'A {types} with {parties} is in force.', cy: 'Mae {types} gyda {parties} mewn grym.' },
    with: { types: instrumentTypesNamed(types), parties: parties ?? [] },
  }),
});
