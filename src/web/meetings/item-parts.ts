import { words, type Text } from '../../kernel/text.ts';
import type { Meeting } from '../../model/meetings.ts';
import { linked, quiet, text, type Parts } from '../entity/section.ts';
import { capitalised, record } from '../entity/record-parts.ts';
import type { Reading } from '../reading.ts';
import { said } from '../said-text.ts';
import { meetingsWords } from '../words/meetings.ts';
import { filled, inLanguage } from '../words/pairs.ts';

/** An item of an agenda by its number, with all that is on record of it as far as the reader may see it. */
export function itemRow(reading: Reading, item: Meeting['items'][number]): { readonly label: string; readonly value: Parts } {
  const { language, speaker } = reading;
  const t = inLanguage(meetingsWords, language).meeting;
  const sentences: readonly Parts[] = [
    ...(item.private === true ? [[text(item.privateBecause === undefined ? `${t.isPrivate}.` : filled(t.why, { why: item.privateBecause }))]] : []),
    ...saidOf(reading, t.outcome, item.outcome), ...saidOf(reading, t.decision, item.decision),
    ...(item.votes === undefined ? [] : [[text(`${t.votes}: ${item.votes}.`)]]),
    ...(item.paper === undefined ? [] : [[text(`${t.paper}: `), record(reading, item.paper), text('.')]]),
    ...(item.proposedBecause === undefined ? [] : [[text(`${t.from}: `), record(reading, item.proposedBecause), text('.')]]),
    ...expectationPart(reading, item.expectation),
    ...(item.themes.length === 0 ? [] : [[quiet(`${t.about}: ${item.themes.map((theme) => capitalised(speaker.value(theme))).join(', ')}.`)]]),
    ...(item.by === undefined ? [] : [[quiet(`${filled(t.by, { who: speaker.value(item.by) })}.`)]]),
  ];
  return { label: `${item.number}. ${words(item.title, language)}`, value: sentences.flatMap((parts, index) => (index === 0 ? parts : [text(' '), ...parts])) };
}

const saidOf = ({ language }: Reading, label: string, given: Text | undefined): readonly Parts[] => (given === undefined ? [] : [[text(`${label}: `), { is: 'text', said: said(given, language) }]]);

function expectationPart({ assessment: { compiled }, language, to }: Reading, id: string | undefined): readonly Parts[] {
  const found = compiled.expectations.find(({ expectation }) => expectation.id === id)?.expectation;
  if (found === undefined) return [];
  return [[text(`${inLanguage(meetingsWords, language).meeting.from}: `), linked({ href: to.expectation(found.id), said: { text: words(found.title, language) } }), text('.')]];
}
