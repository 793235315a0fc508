import { giveBriefing } from '../../areas/scrutiny/acts/briefing.ts';
import { setEntitlement } from '../../areas/scrutiny/acts/entitlement.ts';
import { addToProgramme } from '../../areas/scrutiny/acts/programme.ts';
import { acceptAnswer, answerQuestion, askQuestion } from '../../areas/scrutiny/acts/questions.ts';
import { words } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import type { Question } from '../../model/scrutiny.ts';
import { actFields } from '../acting/act-fields.ts';
import type { FormAt } from '../acting/act-routes.ts';
import { optionOf, type Option } from '../forms/form-field.ts';
import type { FormValue } from '../forms/form-value.ts';
import type { Reading } from '../reading.ts';
import { recordName, recordOf } from '../record-name.ts';
import { inLanguage } from '../words/pairs.ts';
import { scrutinyWords } from '../words/scrutiny.ts';
import { ownAskers } from './askers.ts';

const optionsOf = (reading: Reading, refs: readonly Ref[]): readonly Option[] => refs.map((ref) => optionOf(ref, recordName(reading, ref)));

/** A question, perhaps one that a gap asked for: `?for=` says who asks, `?expectation=` what it is drawn from. */
export const askForm: FormAt = (reading, _params, value) => {
  const { assessment: { compiled: { expectations, pack } }, language, seen, to } = reading;
  const t = inLanguage(scrutinyWords, language).questions;
  const asked = value.get('expectation');
  const drawnFrom = expectations.find(({ expectation: { id } }) => id === asked)?.expectation;
  const askers = ownAskers(reading);
  const asker = askers.find((ref) => ref === (value.get('askedBy') ?? value.get('for'))) ?? askers[0];
  const officer = seen.where('posts', 'designations', pack.statutoryOfficer)[0]?.ref;
  const begins: FormValue = new Map([
    ...(asker === undefined ? [] : [['askedBy', asker] as const]),
    ...(officer === undefined ? [] : [['of', officer] as const]),
    ...(drawnFrom === undefined ? [] : [['text.en', drawnFrom.ask.en] as const, ['text.cy', drawnFrom.ask.cy] as const]),
  ]);
  const none: Option = { value: '', text: t.noExpectation };
  return {
    act: askQuestion, title: t.new, submit: t.send, begins, reason: t.askReason,
    ...actFields(reading, askQuestion, {
      without: ['on'],
      choices: {
        askedBy: optionsOf(reading, askers),
        expectation: drawnFrom === undefined ? [none] : [{ value: drawnFrom.id, text: words(drawnFrom.title, language) }, none],
      },
    }),
    done: () => to.page('/questions'), cancel: drawnFrom === undefined ? to.page('/questions') : to.page('/ask', { for: asker }),
  };
};

const questionAt = (reading: Reading, params: Readonly<Record<string, string>>): Question | undefined => recordOf(reading, `questions/${params['id'] ?? ''}`) as Question | undefined;

export const answerForm: FormAt = (reading, params) => {
  const question = questionAt(reading, params);
  const t = inLanguage(scrutinyWords, reading.language).questions;
  return question && {
    act: answerQuestion, title: t.answerTitle, submit: t.sendAnswer, reason: t.answerReason, lead: [words(question.text, reading.language)],
    ...actFields(reading, answerQuestion, { fixed: { question: question.ref }, without: ['on'] }),
    done: () => reading.to.page('/questions'), cancel: reading.to.page('/questions'),
  };
};

export const acceptForm: FormAt = (reading, params) => {
  const question = questionAt(reading, params);
  const t = inLanguage(scrutinyWords, reading.language).questions;
  const answer = question?.answers.at(-1);
  return question && {
    act: acceptAnswer, title: t.acceptTitle, submit: t.sendWord, reason: t.acceptReason,
    lead: [words(question.text, reading.language), ...(answer === undefined ? [] : [`“${words(answer.text, reading.language)}”`])],
    ...actFields(reading, acceptAnswer, { fixed: { question: question.ref } }),
    done: () => reading.to.page('/questions'), cancel: reading.to.page('/questions'),
  };
};

export const entitlementForm: FormAt = (reading) => {
  const t = inLanguage(scrutinyWords, reading.language).entitlements;
  return { act: setEntitlement, title: t.new, submit: t.save, reason: t.reason, ...actFields(reading, setEntitlement, {}), done: () => reading.to.page('/entitlements'), cancel: reading.to.page('/entitlements') };
};

export const briefingForm: FormAt = (reading) => {
  const t = inLanguage(scrutinyWords, reading.language).briefings;
  return { act: giveBriefing, title: t.give, lead: [t.lead], submit: t.save, reason: t.reason, ...actFields(reading, giveBriefing, {}), done: () => reading.to.page('/briefings/new-members'), cancel: reading.to.page('/briefings/new-members') };
};

export const programmeForm: FormAt = (reading, _params, value) => {
  const t = inLanguage(scrutinyWords, reading.language).programme;
  const back = (): string => reading.to.page('/ask', { for: value.get('body') });
  return { act: addToProgramme, title: t.title, submit: t.save, reason: t.reason, ...actFields(reading, addToProgramme, {}), done: back, cancel: back() };
};
