import { absent } from './absence.ts';
import type { Facts } from './facts.ts';
import type { Found } from './find-records.ts';
import { firstRefs } from './naming.ts';
import { doesNotApply, missing, notKnown, reason, type Outcome } from './outcome.ts';
import type { RecordSelection } from './record-selection.ts';

const says = {
  none: { en: 'There is none {when} of which to ask: {what}.', cy: 'Nid oes un {when} i ofyn amdano: {what}.' },
  notTold: {
    en: '{count} records do not say enough to tell whether they are among those asked about: {what}.',
    cy: 'Nid yw {count} cofnod yn dweud digon i wybod a ydynt ymhlith y rhai y gofynnir amdanynt: {what}.',
  },
  sought: { en: '{what}, {when}', cy: '{what}, {when}' },
  fill: { en: 'Fill in what {records} leaves out: {what}.', cy: 'Llenwch yr hyn y mae {records} yn ei adael allan: {what}.' },
};

/** The answer of a test of every record of a selection that found none: it does not apply, unless some may be of it. */
export function nothingToAsk(facts: Facts, selection: RecordSelection, { unknown }: Found): Outcome {
  if (unknown.length === 0) return doesNotApply(reason(selection.phrase(says.none), selection.filled(facts)));
  return undecided(facts, selection, unknown);
}

/** The same where the test is of what came of each: none on record is none at all only where the register has every record of the kind. */
export function noneOnRecord(facts: Facts, selection: RecordSelection, found: Found): Outcome {
  if (found.unknown.length > 0 || facts.isComplete(selection.kind)) return nothingToAsk(facts, selection, found);
  return absent(facts, selection.kind, selection.phrase(says.sought), selection.filled(facts));
}

/** Not known, since these records leave out what would decide whether they are of the selection. */
export function undecided(facts: Facts, selection: RecordSelection, unknown: Found['unknown']): Outcome {
  const records = firstRefs(unknown);
  const filled = selection.filled(facts, { count: unknown.length, records });
  return notKnown([reason(selection.phrase(says.notTold), filled, records)], missing(selection.phrase(says.fill), filled, selection.kind));
}
