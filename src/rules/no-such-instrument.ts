import type { BothLanguages } from '../kernel/text.ts';
import { absent } from './absence.ts';
import type { Facts } from './facts.ts';
import { instrumentsInForce, type InstrumentSelection } from './in-force.ts';
import { firstRefs } from './naming.ts';
import { missing, notKnown, reason, type Outcome } from './outcome.ts';
import { instrumentTypesNamed } from './type-names.ts';

const says = {
  open: {
    en: 'What is said of {about} in {instruments} is not on record: the register does not say that it has all provisions.',
    cy: 'Nid oes cofnod o’r hyn a ddywedir am {about} yn {instruments}: nid yw’r gofrestr yn dweud bod ganddi bob darpariaeth.',
  },
  fill: {
    en: 'Record the provisions of {instruments} on {about}, or say that the register is complete for provisions.',
    cy: 'Cofnodwch ddarpariaethau {instruments} am {about}, neu dywedwch fod y gofrestr yn gyflawn ar gyfer darpariaethau.',
  },
};

/** No instrument of the selection is on record, unless one in force may be of it: says what was looked for, its parties and its subject too. */
export function noSuchInstrument(facts: Facts, selection: InstrumentSelection): Outcome {
  const open = perhapsAbout(facts, selection);
  if (open !== undefined) return open;
  const { types, parties = [], about = [] } = selection;
  const phrases: readonly BothLanguages[] = [
    { en: 'a document of the type {types}', cy: 'dogfen o’r math {types}' },
    ...(parties.length === 0 ? [] : [{ en: ' with {parties} as parties', cy: ' gyda {parties} yn bartïon' }]),
    ...(about.length === 0 ? [] : [{ en: ' on {about}', cy: ' am {about}' }]),
  ];
  const what: BothLanguages = { en: phrases.map(({ en }) => en).join(''), cy: phrases.map(({ cy }) => cy).join('') };
  return absent(facts, 'instruments', what, { types: instrumentTypesNamed(types), parties, about });
}

/** An instrument is about what its provisions are about: where those may be missing, one in force may be about anything. */
export function perhapsAbout(facts: Facts, { types, parties, about = [] }: InstrumentSelection): Outcome | undefined {
  if (about.length === 0 || facts.isComplete('provisions')) return undefined;
  const inForce = instrumentsInForce(facts, { types, parties });
  if (inForce.length === 0) return undefined;
  const filled = { instruments: firstRefs(inForce), about };
  return notKnown([reason(says.open, filled, firstRefs(inForce))], missing(says.fill, filled, 'provisions'));
}
