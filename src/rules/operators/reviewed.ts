import { z } from 'zod';
import type { Instrument } from '../../model/instruments.ts';
import { isIn, windowOf } from '../due.ts';
import { ofEveryInstrument } from '../every-instrument.ts';
import type { Facts, Window } from '../facts.ts';
import { agreementsToCurrent } from '../in-force.ts';
import { defineOperator } from '../operator.ts';
import { met, missing, notKnown, notMet, reason, type Outcome } from '../outcome.ts';

const says = {
  agreed: { en: '{instrument} was agreed on {on}, within the period since {from}.', cy: 'Cytunwyd ar {instrument} ar {on}, o fewn y cyfnod ers {from}.' },
  replaced: { en: '{instrument} was agreed on {on} in place of {older}.', cy: 'Cytunwyd ar {instrument} ar {on} yn lle {older}.' },
  again: { en: 'The agreement to {instrument} was renewed on {on}.', cy: 'Adnewyddwyd y cytundeb i {instrument} ar {on}.' },
  notSince: { en: '{instrument} was last agreed on {on}, and not reviewed since {from}.', cy: 'Cytunwyd ar {instrument} ddiwethaf ar {on}, ac nid yw wedi’i adolygu ers {from}.' },
  noneKnown: { en: 'No review of {instrument} since {from} is on record; it was agreed on {on}.', cy: 'Nid oes adolygiad o {instrument} ers {from} wedi’i gofnodi; cytunwyd arno ar {on}.' },
  undated: { en: 'When {instrument} was agreed is not on record.', cy: 'Nid yw’n hysbys pryd y cytunwyd ar {instrument}.' },
  record: { en: 'Record when {instrument} was last agreed or reviewed, and by whom.', cy: 'Cofnodwch pryd y cytunwyd ar {instrument} neu yr adolygwyd ef ddiwethaf, a chan bwy.' },
  asked: { en: 'Every {types} in force was agreed, agreed again or replaced within {within}.', cy: 'Cytunwyd, ailgytunwyd neu ddisodlwyd pob {types} mewn grym o fewn {within}.' },
  lookBack: { en: 'the period looked back over', cy: 'y cyfnod yr edrychir yn ôl arno' },
};

/** Every such instrument in force was agreed, agreed again or put in the place of an older one within the time. */
export const reviewed = defineOperator({
  name: 'reviewed',
  params: ({ instrumentTypes, party, themes, length }) =>
    z.strictObject({
      types: instrumentTypes,
      parties: z.array(party).optional(),
      about: themes.optional(),
      within: z.union([z.literal('look-back'), length]).default('look-back'),
    }),
  evaluate({ within, ...selection }, facts) {
    const window = windowOf(facts, within === 'look-back' ? undefined : facts.words.duration(within));
    return ofEveryInstrument(facts, selection, (instrument) => wasReviewed(facts, instrument, window));
  },
  explain: ({ types, within }) => ({ says: says.asked, with: { types, within: within === 'look-back' ? says.lookBack : within } }),
});

function wasReviewed(facts: Facts, instrument: Instrument, window: Window): Outcome {
  const { ref, agreedOn, supersedes } = instrument;
  const filled = { instrument: ref, from: window.from, older: supersedes ?? '' };
  if (agreedOn !== undefined && isIn(window, agreedOn)) {
    return met(reason(supersedes === undefined ? says.agreed : says.replaced, { ...filled, on: agreedOn }, supersedes === undefined ? [ref] : [ref, supersedes]));
  }
  const agreements = agreementsToCurrent(facts, instrument);
  const again = agreements.find(({ on }) => isIn(window, on));
  if (again !== undefined) return met(reason(says.again, { ...filled, on: again.on }, [ref, again.ref]));
  const last = [...agreements.map(({ on }) => on), ...(agreedOn === undefined ? [] : [agreedOn])].sort().at(-1);
  const told = missing(says.record, filled, 'instruments');
  if (last === undefined) {
    const undated = reason(says.undated, filled, [ref]);
    return facts.isComplete('instruments') ? notMet(undated) : notKnown([undated], told);
  }
  return facts.isComplete('instruments') || facts.isComplete('agreements')
    ? notMet(reason(says.notSince, { ...filled, on: last }, [ref]))
    : notKnown([reason(says.noneKnown, { ...filled, on: last }, [ref])], told);
}
