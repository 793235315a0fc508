import { acceptAnswer, answerQuestion, askQuestion } from '../../areas/scrutiny/acts/questions.ts';
import { isCouncillors } from '../../areas/scrutiny/councillors.ts';
import { askedOf, type Asked } from '../../assessment/what-to-ask.ts';
import { dateInWords } from '../../kernel/date.ts';
import { words } from '../../kernel/text.ts';
import type { Question } from '../../model/scrutiny.ts';
import { mayActOn } from '../acting/act-form.ts';
import { entityPage } from '../entity/entity-page.ts';
import { record } from '../entity/record-parts.ts';
import { linked, quiet, tableOr, text, type Parts, type Section } from '../entity/section.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { scrutinyWords } from '../words/scrutiny.ts';
import { workWords } from '../words/work.ts';
import { ownAskers } from './askers.ts';

const ORDER = ['waiting', 'answered', 'not-satisfied', 'satisfied'] as const satisfies readonly Asked[];
/** Of those that are settled so many are shown. */
const SHOWN = 20;

/** Every question by how it stands, the longest waiting first, each with the step that is next. */
export function questionsPage(reading: Reading): Page {
  const { asAt, language, seen, to } = reading;
  const t = inLanguage(scrutinyWords, language).questions;
  const by = Map.groupBy(seen.all('questions').filter(({ on }) => on <= asAt.date), (one) => askedOf(one, asAt.date));
  const of = (asked: Asked): readonly Question[] => (by.get(asked) ?? []).toSorted((a, b) => (a.on < b.on ? -1 : 1) * (asked === 'satisfied' ? -1 : 1));
  const sections = ORDER.map((asked): Section => {
    const all = of(asked);
    const shown = asked === 'satisfied' ? all.slice(0, SHOWN) : all;
    return {
      id: asked, heading: t[asked],
      body: tableOr([t.question, t.by, t.of, t.said, ...(asked === 'satisfied' ? [] : [t.step])], shown.map((one) => [...questionCells(reading, one), ...(asked === 'satisfied' ? [] : [stepsOf(reading, one)])]), t.none),
      ...(all.length > shown.length ? { foot: [quiet(filled(t.earlier, { count: all.length - shown.length }))] } : {}),
    };
  });
  const links = mayActOn(reading, askQuestion, undefined) && ownAskers(reading).length > 0 ? [{ href: to.page('/questions/new'), said: { text: t.new } }] : [];
  return entityPage(reading, {
    caption: inLanguage(workWords, language).work, heading: { text: t.title },
    summary: [filled(t.summary, { waiting: of('waiting').length, unsatisfied: of('not-satisfied').length })],
    sections, links: [...links, { href: to.page('/ask'), said: { text: inLanguage(scrutinyWords, language).ask.title } }],
  });
}

function questionCells(reading: Reading, question: Question): readonly Parts[] {
  const { language, to } = reading;
  const t = inLanguage(scrutinyWords, language).questions;
  const answer = question.answers.at(-1);
  return [
    [linked({ href: to.record(question.ref), said: { text: words(question.text, language) } })],
    [record(reading, question.askedBy), text(`, ${dateInWords(question.on, language)}`)],
    [record(reading, question.of)],
    answer === undefined ? [quiet('–')] : [text(`${words(answer.text, language)} `), quiet(`(${reading.speaker.value(answer.kind)}, ${dateInWords(answer.on, language)})`), ...(question.whyNot === undefined ? [] : [text(` ${filled(t.whyNot, { why: words(question.whyNot, language) })}`)])],
  ];
}

/** What the reader may do with it. */
function stepsOf(reading: Reading, question: Question): Parts {
  const { language, to } = reading;
  const t = inLanguage(scrutinyWords, language).questions;
  const steps: Parts = [
    ...(mayAnswer(reading, question) ? [linked({ href: to.page(`/questions/${question.id}/answer`), said: { text: t.answer } })] : []),
    ...(mayAccept(reading, question) ? [linked({ href: to.page(`/questions/${question.id}/accept`), said: { text: t.accept } })] : []),
  ];
  return steps.length === 0 ? [quiet('–')] : steps.flatMap((step, index) => (index === 0 ? [step] : [text('; '), step]));
}

export const mayAnswer = (reading: Reading, question: Question): boolean =>
  question.satisfied !== true && mayActOn(reading, answerQuestion, question) && reading.access?.standing.posts.some(({ ref }) => ref === question.of) === true;

export const mayAccept = (reading: Reading, question: Question): boolean =>
  question.answers.some(({ kind }) => kind !== 'awaiting') && mayActOn(reading, acceptAnswer, question) && ownAskers(reading).includes(question.askedBy) && isCouncillors(reading.seen, question.askedBy);
