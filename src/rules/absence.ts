import type { BothLanguages } from '../kernel/text.ts';
import { kindNamed, type KindName } from '../model/kinds.ts';
import { inText } from '../model/labels.ts';
import type { Facts } from './facts.ts';
import { inPlace } from './phrase.ts';
import { missing, notKnown, notMet, reason, type Outcome, type Value } from './outcome.ts';

const NOT_THERE: BothLanguages = {
  en: '{what}: no record, and the register has every record of its {kind}.',
  cy: '{what}: dim cofnod, ac mae gan y gofrestr bob cofnod o’i {kind}.',
};
const NOT_SAID: BothLanguages = {
  en: '{what}: no record, and the register does not say that it has all its {kind}.',
  cy: '{what}: dim cofnod, ac nid yw’r gofrestr yn dweud bod ganddi ei holl {kind}.',
};
const RECORD_IT: BothLanguages = {
  en: 'Record {what}, or say that the register is complete for {kind}.',
  cy: 'Cofnodwch {what}, neu dywedwch fod y gofrestr yn gyflawn ar gyfer {kind}.',
};

const known = new Map<KindName, BothLanguages>();

function labelsInText(kind: KindName): BothLanguages {
  let labels = known.get(kind);
  if (labels === undefined) known.set(kind, (labels = inText(kindNamed(kind).labels)));
  return labels;
}

/**
 * What follows from a record that is not there: `not-met` where the register claims to have every record of the kind,
 * else `not-known`. `what` names the thing in a few words: "a seat of the Director on the corporate management team".
 */
export function absent(facts: Facts, kind: KindName, what: BothLanguages, filled: Readonly<Record<string, Value>> = {}): Outcome {
  const says = (phrase: BothLanguages): BothLanguages => inPlace(phrase, '{what}', what);
  const all = { ...filled, kind: labelsInText(kind) };
  return facts.isComplete(kind)
    ? notMet(reason(says(NOT_THERE), all))
    : notKnown([reason(says(NOT_SAID), all)], missing(says(RECORD_IT), all, kind));
}

/** No post carries the designation: nothing can be said of its holder, its seats or its lines. */
export const noSuchPost = (facts: Facts, office: string): Outcome =>
  absent(facts, 'posts', { en: 'a post designated {office}', cy: 'swydd wedi’i dynodi’n {office}' }, { office });
