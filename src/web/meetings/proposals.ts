import { proposedAgenda } from '../../assessment/agenda/proposed-agenda.ts';
import type { Meeters, Proposal } from '../../assessment/agenda/proposal.ts';
import { restsOnHidden } from '../../areas/rests-on-hidden.ts';
import type { Meeting } from '../../model/meetings.ts';
import type { Check } from '../forms/form-field.ts';
import type { FormValue } from '../forms/form-value.ts';
import type { Reading } from '../reading.ts';
import { seenFacts } from '../seen-facts.ts';
import { meetingsWords } from '../words/meetings.ts';
import { inLanguage } from '../words/pairs.ts';
import { allWhoMeetSee } from './participants.ts';

/** What is proposed for those who meet, from what the reader may see and everybody who meets as well. */
export function proposalsFor(reading: Reading, who: Meeters, items: Meeting['items'] = []): readonly Proposal[] {
  return proposedAgenda(seenFacts(reading), reading.assessment, { who, items, allSee: allWhoMeetSee(reading, who), isHidden: (one) => restsOnHidden(reading, one, 'practice') });
}

/** Each as a box to tick, with its reasons as its hint. */
export const proposalChecks = ({ language, speaker }: Reading, proposals: readonly Proposal[]): readonly Omit<Check, 'isTicked'>[] =>
  proposals.map(({ key, title, because }) => ({ name: nameOf(key), value: 'yes', text: title[language], hint: speaker.each(because).map(({ text }) => text).join(' ') }));

/** What was ticked, as items of an agenda. What comes from advice is for those of the meeting: others may not read the advice. */
export const tickedItems = ({ language }: Reading, value: FormValue, proposals: readonly Proposal[]) =>
  proposals.filter(({ key }) => value.get(nameOf(key)) === 'yes').map(({ is, title, themes, record, expectation, by }) => ({
    title, themes, ...(record === undefined ? {} : { proposedBecause: record }), ...(expectation === undefined ? {} : { expectation }), ...(by === undefined ? {} : { by }),
    ...(is === 'advice' ? { private: true, privateBecause: inLanguage(meetingsWords, language).form.ofAdvice } : {}),
  }));

const nameOf = (key: string): string => `take.${key.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
