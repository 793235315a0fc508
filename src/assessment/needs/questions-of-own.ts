import { duration, plus } from '../../kernel/duration.ts';
import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { askedOf } from '../what-to-ask.ts';
import { waitsFor, type InOffice, type Need } from './need.ts';

const says = {
  silent: { en: '{from} asked {to} on {on}: “{record}”. Four weeks later there is no answer on record.', cy: 'Gofynnodd {from} i {to} ar {on}: “{record}”. Bedair wythnos yn ddiweddarach nid oes ateb ar gofnod.' },
  answered: { en: '{to} answered “{record}” on {on}; {from} has not said whether that will do.', cy: 'Atebodd {to} “{record}” ar {on}; nid yw {from} wedi dweud a yw hynny’n ddigon.' },
};

/** So long is waited before one is told that there is no answer. */
const PATIENCE = duration('P4W');

/** Questions of theirs, or of a body that they chair, that nobody answered, and answers of which they have not said whether they satisfy. */
export function questionsOfOwn(facts: Facts, office: InOffice): readonly Need[] {
  const isTheirs = waitsFor(facts, office);
  return facts.all('questions').flatMap((question): readonly Need[] => {
    const { answers, askedBy: from, of: to, on, ref } = question;
    if (!isTheirs(from) || on > facts.on) return [];
    const asked = askedOf(question, facts.on);
    const due = plus(on, PATIENCE);
    if (asked === 'waiting' && due < facts.on) return [{ is: 'question', says: reason(says.silent, { from, to, on, record: ref }, [ref]), whose: from, since: on, does: { act: 'open', ref } }];
    const last = answers.findLast(({ kind, on: day }) => kind !== 'awaiting' && day <= facts.on);
    if (asked !== 'answered' || last === undefined) return [];
    return [{ is: 'question', says: reason(says.answered, { from, to, on: last.on, record: ref }, [ref]), whose: from, since: last.on, does: { act: 'change', ref } }];
  });
}
