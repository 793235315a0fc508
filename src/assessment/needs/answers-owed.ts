import { dateInLondon } from '../../kernel/instant.ts';
import type { BothLanguages } from '../../kernel/text.ts';
import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { waitsFor, type InOffice, type Need } from './need.ts';

const says: Readonly<Record<'advice' | 'concern' | 'challenge' | 'dissent' | 'question' | 'decision', BothLanguages>> = {
  advice: { en: '{from} advised {to} on {on}: “{record}”. No answer is on record.', cy: 'Rhoddodd {from} gyngor i {to} ar {on}: “{record}”. Nid oes ateb wedi’i gofnodi.' },
  concern: { en: '{from} raised a concern with {to} on {on}: “{record}”. No answer is on record.', cy: 'Cododd {from} bryder gyda {to} ar {on}: “{record}”. Nid oes ateb wedi’i gofnodi.' },
  challenge: { en: '{from} challenged {to} on {on}: “{record}”. No answer is on record.', cy: 'Heriodd {from} {to} ar {on}: “{record}”. Nid oes ateb wedi’i gofnodi.' },
  dissent: { en: '{from} put on record to {to} on {on} that they disagree: “{record}”. No answer is on record.', cy: 'Cofnododd {from} i {to} ar {on} eu bod yn anghytuno: “{record}”. Nid oes ateb wedi’i gofnodi.' },
  decision: { en: 'The time for {by} to decide, under {under}, ends on {day}: “{record}”.', cy: 'Daw’r amser i {by} benderfynu, o dan {under}, i ben ar {day}: “{record}”.' },
  question: { en: '{from} asked {to} on {on}: “{record}”. No answer is on record.', cy: 'Gofynnodd {from} i {to} ar {on}: “{record}”. Nid oes ateb wedi’i gofnodi.' },
};

/** Advice, concerns, challenges, disagreements and questions put to them that nobody has answered and that went no further, and statutory decisions whose clock runs. */
export function answersOwed(facts: Facts, office: InOffice): readonly Need[] {
  const isTheirs = waitsFor(facts, office);
  const advice = facts
    .all('advice')
    .filter(({ to, on, responses, escalatedTo }) => isTheirs(to) && on <= facts.on && escalatedTo === undefined && !responses.some((response) => response.on <= facts.on))
    .map(({ ref, nature, from, to, on, answerBy }): Need => ({ is: 'answer', says: reason(says[nature], { from, to, on, record: ref }, [ref]), whose: to, since: on, by: answerBy, does: { act: 'change', ref } }));
  const questions = facts
    .all('questions')
    .filter(({ of, on, answers }) => isTheirs(of) && on <= facts.on && !answers.some((answer) => answer.kind !== 'awaiting' && answer.on <= facts.on))
    .map(({ ref, askedBy, of, on }): Need => ({ is: 'answer', says: reason(says.question, { from: askedBy, to: of, on, record: ref }, [ref]), whose: of, since: on, does: { act: 'change', ref } }));
  const decisions = facts.all('statutory-decisions').flatMap(({ ref, by, on, under, clock, decidedAt, outcome }): readonly Need[] => {
    if (clock?.until === undefined || decidedAt !== undefined || outcome !== undefined || on > facts.on || !isTheirs(by)) return [];
    const day = dateInLondon(clock.until);
    return [{ is: 'answer', says: reason(says.decision, { by, under, day, record: ref }, [ref]), whose: by, since: on, by: day, does: { act: 'change', ref } }];
  });
  return [...decisions, ...advice, ...questions];
}
