import { z } from 'zod';
import type { Instrument } from '../../model/instruments.ts';
import { allOf } from '../compose-tests.ts';
import type { Facts } from '../facts.ts';
import { instrumentsInForce } from '../in-force.ts';
import { noSuchInstrument } from '../no-such-instrument.ts';
import { defineOperator } from '../operator.ts';
import { met, missing, notKnown, notMet, reason, type Outcome } from '../outcome.ts';
import { instrumentTypesNamed } from '../type-names.ts';

const says = {
  inDate: { en: '{instrument} is to be reviewed by {by}.', cy: 'Mae {instrument} i’w adolygu erbyn {by}.' },
  passed: { en: 'The review of {instrument} was due by {by}.', cy: 'Roedd adolygiad {instrument} i fod erbyn {by}.' },
  noDate: { en: '{instrument} has no review date.', cy: 'Nid oes dyddiad adolygu gan {instrument}.' },
  record: { en: 'Record when {instrument} is to be reviewed.', cy: 'Cofnodwch pryd y mae {instrument} i’w adolygu.' },
};

/** No such instrument in force is past its review date. */
export const inDate = defineOperator({
  name: 'inDate',
  params: ({ instrumentTypes, party, themes }) => z.strictObject({ types: instrumentTypes, parties: z.array(party).optional(), about: themes.optional() }),
  evaluate(selection, facts) {
    const instruments = instrumentsInForce(facts, selection);
    if (instruments.length === 0) return noSuchInstrument(facts, selection);
    return allOf(instruments.map((one) => isInDate(facts, one)));
  },
  explain: ({ types }) => ({
    says: { en: 'No {types} in force is past its review date.', cy: 'Nid oes unrhyw {types} mewn grym wedi pasio ei ddyddiad adolygu.' },
    with: { types: instrumentTypesNamed(types) },
  }),
});

function isInDate(facts: Facts, { ref, reviewBy }: Instrument): Outcome {
  if (reviewBy !== undefined) {
    const because = reason(reviewBy < facts.on ? says.passed : says.inDate, { instrument: ref, by: reviewBy }, [ref]);
    return reviewBy < facts.on ? notMet(because) : met(because);
  }
  const because = reason(says.noDate, { instrument: ref }, [ref]);
  return facts.isComplete('instruments') ? notMet(because) : notKnown([because], missing(says.record, { instrument: ref }, 'instruments'));
}
