import { answerTime } from '../../areas/advice/answer-time.ts';
import { mayEscalate, mayRespond } from '../../areas/advice/queries/mine.ts';
import { stepsLeft } from '../../areas/advice/line.ts';
import { answerState } from '../../areas/advice/answer-state.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { Advice } from '../../model/advice.ts';
import type { Link, Page } from '../page.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordName, recordOf } from '../record-name.ts';
import { said, type SaidText } from '../said-text.ts';
import { adviceWords } from '../words/advice.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { natureName, outcomeName, standsInWords } from './advice-words-of.ts';
import { reckonedDay } from './answer-day.ts';
import { lineModel } from './line-model.ts';

/** The advice that an address names, as the reader may see it. */
export const adviceAt = (reading: Reading, id: string): Advice | undefined => recordOf(reading, `advice/${id}`) as Advice | undefined;

/** One thing raised: what was said, the answers, the line, and what the reader may do about it now. */
export function oneAdvicePage(reading: Reading): Page {
  const id = reading.ask.params['id'] ?? '';
  const one = adviceAt(reading, id);
  return one === undefined ? notFoundPage(reading.ask, 'record', `advice/${id}`) : pageOf(reading, one);
}

function pageOf(reading: Reading, one: Advice): Page {
  const { language, seen, access, asAt: { date }, to } = reading;
  const t = inLanguage(adviceWords, language);
  const heading = said(one.subject, language);
  const person = access?.standing.person;
  const next = mayEscalate(seen, person, one, date) ? stepsLeft(seen, one)[0] : undefined;
  const at = (path: string): string => to.page(`/advice/${encodeURIComponent(one.id)}/${path}`);
  const doing: readonly Link[] = [
    ...(mayRespond(seen, person, one) ? [{ href: at('respond'), said: { text: t.respond } }] : []),
    ...(next === undefined ? [] : [{ href: at('escalate'), said: { text: filled(t.escalate, { to: recordName(reading, next.to).text }) } }]),
  ];
  return pageOfRegister(reading, {
    view: 'advice-one.njk', title: heading.text, titleLang: heading.lang, current: 'work',
    model: {
      t, heading, caption: natureName(reading, one), isConfidential: one.confidential === true, stands: standsInWords(reading, one),
      rows: rowsOf(reading, one), due: dueModel(reading, one), doing, list: { href: to.page('/advice'), said: { text: t.heading } }, record: { href: to.record(one.ref), said: { text: t.record } },
      answers: one.responses.filter(({ on }) => on <= date).map((response) => ({
        said: filled(t.answerOn, { outcome: outcomeName(reading, response.outcome), by: recordName(reading, response.by ?? one.to).text, on: dateInWords(response.on, language) }),
        reason: response.reason === undefined ? undefined : said(response.reason, language),
      })),
      line: lineModel(reading, one),
    },
  });
}

interface Row {
  readonly label: string;
  readonly link?: Link;
  readonly said?: SaidText;
}

function rowsOf(reading: Reading, one: Advice): readonly Row[] {
  const { language } = reading;
  const { rows: t, notForYou } = inLanguage(adviceWords, language);
  const named = (label: string, ref: string | undefined): readonly Row[] =>
    ref === undefined ? [] : [recordOf(reading, ref) === undefined ? { label, said: { text: notForYou } } : { label, link: recordLink(reading, ref) }];
  return [
    ...named(t.from, one.from), ...(one.by === one.from ? [] : named(t.by, one.by)), ...named(t.to, one.to),
    { label: t.on, said: { text: dateInWords(one.on, language) } },
    ...(one.theme === undefined ? [] : [{ label: t.theme, said: { text: reading.speaker.value(one.theme) } }]),
    ...named(t.under, one.under), ...named(t.arisingFrom, one.arisingFrom),
  ];
}

/** The day for the answer and how it was reckoned, as far as that can be told again. */
function dueModel(reading: Reading, one: Advice) {
  const { seen, language } = reading;
  const t = inLanguage(adviceWords, language);
  const { due } = answerState(seen, one, one.on);
  const time = answerTime(seen, one);
  const on = dateInWords(due, language);
  return !time.ok || time.value.on !== due ? { on, reckoned: { because: t.sooner, days: [] } } : { on, reckoned: reckonedDay(reading, time.value) };
}
