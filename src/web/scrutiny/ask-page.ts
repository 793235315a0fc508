import { HIDDEN_REASON } from '../../areas/rests-on-hidden.ts';
import { askQuestion } from '../../areas/scrutiny/acts/questions.ts';
import { addToProgramme } from '../../areas/scrutiny/acts/programme.ts';
import type { Judged } from '../../assessment/assess.ts';
import { DIAGNOSIS_WORDS } from '../../assessment/diagnosis-words.ts';
import { whatToAsk, type ThemeLeftOut, type ToAsk } from '../../assessment/what-to-ask.ts';
import { dateInWords } from '../../kernel/date.ts';
import { words } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import { listed } from '../../rules/say.ts';
import { mayActOn } from '../acting/act-form.ts';
import { capitalised } from '../entity/record-parts.ts';
import { mayTell } from '../entity/told-verdicts.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { seenFacts } from '../seen-facts.ts';
import { counted } from '../words/counted.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { scrutinyWords } from '../words/scrutiny.ts';
import { askersIn, ownAskers } from './askers.ts';

/** So many fit on a printed page with their reasons. */
const ON_A_PAGE = 6;
/** So many reasons of each lens are told here, what fails first; its own page has all. */
const REASONS = 1;
/** So many of what a question is about are named. */
const NAMED = 3;

/** The questions that the gaps ask for, of one body or one post: a sheet to take to the meeting. */
export function askPage(reading: Reading): Page {
  const { ask, language, to } = reading;
  const t = inLanguage(scrutinyWords, language).ask;
  const all = askersIn(reading);
  const asked = ask.query.get('for');
  const chosen = all.find((ref) => ref === asked) ?? ownAskers(reading).find((ref): ref is (typeof all)[number] => all.some((one) => one === ref)) ?? all[0];
  const everything = ask.query.get('all') === 'yes';
  const askers = all.map((ref) => ({ href: to.page('/ask', { for: ref }), said: recordName(reading, ref), isCurrent: ref === chosen }));
  if (chosen === undefined) return pageOfRegister(reading, { view: 'ask.njk', title: t.title, current: 'work', model: { t, askers, sheet: undefined } });
  const { leftOut, questions, remit } = whatToAsk(reading.assessment, seenFacts(reading), chosen);
  const shown = everything ? questions : questions.slice(0, ON_A_PAGE);
  const left = questions.length - shown.length;
  const documents = [...new Set(shown.flatMap(({ judged }) => judged.compiled.expectation.cites.slice(0, 1).map(({ document }) => document)))];
  const only = documents.length === 1 ? documentTitle(reading, documents[0]) : undefined;
  return pageOfRegister(reading, {
    view: 'ask.njk', title: `${t.title}: ${recordName(reading, chosen).text}`, current: 'work',
    model: {
      t, askers,
      sheet: {
        asker: filled(t.for, { asker: recordName(reading, chosen).text }),
        remit: remit === 'all' ? t.remitAll : filled(t.remit, { remit: listed(remit.map((one) => reading.speaker.value(one)), language) }),
        questions: shown.map((one) => questionModel(reading, one, chosen, only !== undefined)),
        document: only === undefined ? undefined : filled(t.document, { document: only }),
        more: left === 0 ? undefined : counted(t.more, left, language),
        allHref: left === 0 ? undefined : to.page('/ask', { for: chosen, all: 'yes' }),
        fewerHref: everything ? to.page('/ask', { for: chosen }) : undefined,
        leftOut: leftOut.map((one) => leftOutModel(reading, one, chosen)),
      },
    },
  });
}

const documentTitle = ({ assessment: { compiled: { pack } }, language }: Reading, id: string | undefined): string => pack.documents.find((one) => one.id === id)?.title[language] ?? id ?? '';

function questionModel(reading: Reading, { about, asked, judged, last }: ToAsk, asker: Ref, isOneDocument: boolean) {
  const { language, speaker, to } = reading;
  const t = inLanguage(scrutinyWords, language).ask;
  const { expectation } = judged.compiled;
  const [cited] = expectation.cites;
  const answer = last?.answers.findLast(({ kind }) => kind !== 'awaiting');
  const may = mayActOn(reading, askQuestion, undefined) && ownAskers(reading).includes(asker);
  return {
    text: words(expectation.ask, language),
    tag: { of: judged.diagnosis, words: DIAGNOSIS_WORDS[judged.diagnosis][language] },
    force: t[expectation.force],
    title: { href: to.expectation(expectation.id), said: { text: words(expectation.title, language) } },
    paragraph: cited === undefined ? undefined : filled(isOneDocument ? t.paragraphOnly : t.paragraph, { paragraph: cited.paragraph, document: documentTitle(reading, cited.document) }),
    about: about.length === 0 ? undefined : filled(t.about, { about: `${listed(about.slice(0, NAMED).map((one) => speaker.value(one)), language)}${about.length > NAMED ? ' …' : ''}` }),
    reasons: reasonsOf(reading, judged),
    before: last === undefined ? t.never : filled(t[asked], { date: dateInWords(last.on, language), asker: recordName(reading, last.askedBy).text, answer: answer === undefined ? '' : words(answer.text, language) }),
    askHref: may && asked !== 'waiting' ? to.page('/questions/new', { for: asker, expectation: expectation.id }) : undefined,
  };
}

/** Why it is not secured, as far as this reader may know. */
function reasonsOf(reading: Reading, judged: Judged): readonly string[] {
  const { language, speaker } = reading;
  const lenses = judged.diagnosis === 'person-dependent' ? (['resilient'] as const) : (['paper', 'practice'] as const).filter((lens) => !['met', 'does-not-apply'].includes(judged[lens].verdict));
  const told = lenses.flatMap((lens) => (mayTell(reading, judged, lens) ? speaker.each(judged[lens].because).slice(0, REASONS).map(({ text }) => text) : [HIDDEN_REASON[language]]));
  return [...new Set(told)];
}

function leftOutModel(reading: Reading, { last, theme }: ThemeLeftOut, asker: Ref) {
  const { language, speaker, to } = reading;
  const t = inLanguage(scrutinyWords, language).ask;
  const plans = asker.startsWith('bodies/') && mayActOn(reading, addToProgramme, undefined);
  return {
    theme: capitalised(speaker.value(theme)),
    last: last === undefined ? { text: t.lastNever } : { href: to.record(last.meeting), text: filled(t.last, { date: dateInWords(last.on, language) }) },
    planHref: plans ? to.page('/programme/new', { body: asker, 'themes.0': theme }) : undefined,
  };
}
