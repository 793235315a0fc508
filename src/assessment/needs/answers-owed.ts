import type { BothLanguages } from '../../kernel/text.ts';
import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { waitsFor, type InOffice, type Need } from './need.ts';

const says: Readonly<Record<'advice' | 'concern' | 'challenge' | 'dissent' | 'question', BothLanguages>> = {
  advice: { en: '{from} advised {to} on {on}: “{record}”. No answer is on record.', cy: 'Rhoddodd {from} gyngor i {to} ar {on}: “{record}”. Nid oes ateb wedi’i gofnodi.' },
  concern: { en: '{from} raised a concern with {to} on {on}: “{record}”. No answer is on record.', cy: 'Cododd {from} bryder gyda {to} ar {on}: “{record}”. Nid oes ateb wedi’i gofnodi.' },
  challenge: { en: '{from} challenged {to} on {on}: “{record}”. No answer is on record.', cy: 'Heriodd {from} {to} ar {on}: “{record}”. Nid oes ateb wedi’i gofnodi.' },
  dissent: { en: '{from} put on record to {to} on {on} that they disagree: “{record}”. No answer is on record.', cy: 'Cofnododd {from} i {to} ar {on} eu bod yn anghytuno: “{record}”. Nid oes ateb wedi’i gofnodi.' },
  question: { en: '{from} asked {to} on {on}: “{record}”. No answer is on record.', cy: 'Gofynnodd {from} i {to} ar {on}: “{record}”. Nid oes ateb wedi’i gofnodi.' },
};

/** Advice, concerns, challenges, disagreements and questions put to them that nobody has answered. */
export function answersOwed(facts: Facts, office: InOffice): readonly Need[] {
  const isTheirs = waitsFor(facts, office);
  const advice = facts
    .all('advice')
    .filter(({ to, on, responses }) => isTheirs(to) && on <= facts.on && !responses.some((response) => response.on <= facts.on))
    .map(({ ref, nature, from, to, on }): Need => ({ is: 'answer', says: reason(says[nature], { from, to, on, record: ref }, [ref]), whose: to, since: on, does: { act: 'change', ref } }));
  const questions = facts
    .all('questions')
    .filter(({ of, on, answers }) => isTheirs(of) && on <= facts.on && !answers.some((answer) => answer.kind !== 'awaiting' && answer.on <= facts.on))
    .map(({ ref, askedBy, of, on }): Need => ({ is: 'answer', says: reason(says.question, { from: askedBy, to: of, on, record: ref }, [ref]), whose: of, since: on, does: { act: 'change', ref } }));
  return [...advice, ...questions];
}
