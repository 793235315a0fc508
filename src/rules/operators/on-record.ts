import { z } from 'zod';
import { parseDuration, type Duration } from '../../kernel/duration.ts';
import { absent } from '../absence.ts';
import type { Facts } from '../facts.ts';
import type { Found } from '../find-records.ts';
import { firstRefs } from '../naming.ts';
import { undecided } from '../nothing-to-ask.ts';
import { defineOperator } from '../operator.ts';
import { met, notMet, partly, reason, type Outcome } from '../outcome.ts';
import { endedOn } from '../record-date.ts';
import { complainTo, readSelection, selectionShape, type RecordSelection } from '../record-selection.ts';
import { spellsIn, spellsWith } from '../spells.ts';

const says = {
  found: { en: '{count} on record {when}: {what}.', cy: '{count} wedi’u cofnodi {when}: {what}.' },
  tooFew: { en: 'Only {count} of {needed} on record {when}: {what}.', cy: 'Dim ond {count} o {needed} wedi’u cofnodi {when}: {what}.' },
  spells: {
    en: 'On record in {count} of the {needed} spells of {every} between {from} and {to}: {what}.',
    cy: 'Wedi’u cofnodi mewn {count} o’r {needed} cyfnod o {every} rhwng {from} a {to}: {what}.',
  },
  sought: { en: '{what}, {when}', cy: '{what}, {when}' },
  one: { en: 'On record: {what}.', cy: 'Wedi’i gofnodi: {what}.' },
  everySpell: { en: 'On record in every spell of {every}: {what}.', cy: 'Wedi’u cofnodi ym mhob cyfnod o {every}: {what}.' },
  several: { en: 'At least {needed} on record: {what}.', cy: 'O leiaf {needed} wedi’u cofnodi: {what}.' },
};

/**
 * At least so many records of a kind meet a condition, at the time asked about; with `every`, some whose day, or whose
 * period's end, falls in each spell of that length in the look-back.
 */
export const onRecord = defineOperator({
  name: 'onRecord',
  params: (words) =>
    z
      .strictObject({ ...selectionShape, present: z.array(z.string()).default([]), atLeast: z.number().int().positive().default(1), every: z.string().refine((written) => parseDuration(written) !== undefined, 'a duration such as P6M').optional() })
      .transform((asked, issues) => {
        const selection = readSelection(asked, words, complainTo(issues), asked.present);
        return selection === undefined ? z.NEVER : { selection, atLeast: asked.atLeast, every: asked.every as Duration | undefined };
      }),
  evaluate({ selection, atLeast, every }, facts) {
    const { kind } = selection;
    const found = selection.find(facts);
    const { yes, unknown } = found;
    if (every !== undefined && yes.length > 0) return inEverySpell(facts, selection, every, found);
    const filled = selection.filled(facts, { count: yes.length, needed: atLeast });
    if (yes.length >= atLeast) return met(reason(selection.phrase(says.found), filled, firstRefs(yes)));
    const few = yes.length === 0 ? [] : [reason(selection.phrase(says.tooFew), filled, firstRefs(yes))];
    if (yes.length + unknown.length >= atLeast) {
      const open = undecided(facts, selection, unknown);
      return { ...open, because: [...few, ...open.because] };
    }
    if (yes.length > 0 && facts.isComplete(kind)) return partly(...few);
    const none = absent(facts, kind, selection.phrase(says.sought), filled);
    return { ...none, because: [...few, ...none.because] };
  },
  explain: ({ selection, atLeast, every }) => ({
    says: selection.phrase(every !== undefined ? says.everySpell : atLeast === 1 ? says.one : says.several),
    with: { ...selection.words, needed: atLeast, every: every ?? '' },
  }),
});

/** Of records found in the look-back: whether some ended in each of its spells. */
function inEverySpell(facts: Facts, selection: RecordSelection, every: Duration, { yes, unknown }: Found): Outcome {
  const days = yes.values().map((record) => endedOn(record, selection.kind)).filter((day) => day !== undefined);
  const [count, needed] = [spellsWith(facts, every, days), spellsIn(facts, every)];
  const because = reason(selection.phrase(says.spells), selection.filled(facts, { count, needed, every }), firstRefs(yes));
  if (count >= needed) return met(because);
  if (facts.isComplete(selection.kind) && unknown.length === 0) return count > 0 ? partly(because) : notMet(because);
  const open = unknown.length > 0 ? undecided(facts, selection, unknown) : absent(facts, selection.kind, selection.phrase(says.sought), selection.filled(facts));
  return { ...open, because: [because, ...open.because] };
}
