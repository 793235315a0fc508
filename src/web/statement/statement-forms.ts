import { draftStatement, reserveInStatement, signStatement, withdrawStatement } from '../../areas/self-assessment/acts/statement-acts.ts';
import { addDays, dateInWords } from '../../kernel/date.ts';
import { words } from '../../kernel/text.ts';
import type { Statement } from '../../model/self-assessment.ts';
import { actFields } from '../acting/act-fields.ts';
import type { FormAt } from '../acting/act-routes.ts';
import type { Option } from '../forms/form-field.ts';
import type { Reading } from '../reading.ts';
import { recordName, recordOf } from '../record-name.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { statementWords } from '../words/statement.ts';

const statementAt = (reading: Reading, params: Readonly<Record<string, string>>): Statement | undefined => recordOf(reading, `statements/${params['id'] ?? ''}`) as Statement | undefined;

export const drawUpForm: FormAt = (reading) => {
  const t = inLanguage(statementWords, reading.language);
  const back = reading.to.page('/statement');
  return { act: draftStatement, title: t.drawUpTitle, lead: [t.drawUpLead], submit: t.drawUp, reason: t.drawUpReason, ...actFields(reading, draftStatement, { without: ['period'] }), done: () => back, cancel: back };
};

/** The expectations of the guidance by their titles, those that are not secured first. */
export function expectationOptions({ assessment: { judged }, language }: Reading): readonly Option[] {
  const open = judged.filter(({ diagnosis }) => diagnosis !== 'secured' && diagnosis !== 'does-not-apply');
  const others = judged.filter((one) => !open.includes(one));
  return [...open, ...others].map(({ compiled: { expectation } }) => ({ value: expectation.id, text: words(expectation.title, language) }));
}

export const reserveForm: FormAt = (reading, params) => {
  const statement = statementAt(reading, params);
  const t = inLanguage(statementWords, reading.language);
  const back = reading.to.page('/statement');
  return statement && {
    act: reserveInStatement, title: t.reserve, submit: t.reserve, reason: t.reserveReason,
    ...withExpectations(reading, actFields(reading, reserveInStatement, { fixed: { statement: statement.ref }, without: ['about'] })),
    done: () => back, cancel: back,
  };
};

/** The list of expectations as choices by title. */
export function withExpectations(reading: Reading, made: ReturnType<typeof actFields>): ReturnType<typeof actFields> {
  const options: readonly Option[] = [{ value: '', text: '–' }, ...expectationOptions(reading)];
  return {
    ...made,
    fields: (typed) => made.fields(typed).map((field) =>
      field.name !== 'expectations' || field.is !== 'list' ? field : { ...field, items: field.items.map(({ name, id, label, error, ...rest }) => ({ name, id, label, error, is: 'choice' as const, value: 'value' in rest ? rest.value : '', options })) }),
  };
}

/** All that is signed, to be checked: then the signature. */
export const signForm: FormAt = (reading, params) => {
  const statement = statementAt(reading, params);
  const { language } = reading;
  const t = inLanguage(statementWords, language);
  const back = reading.to.page('/statement');
  return statement && {
    act: signStatement, title: t.signTitle, lead: [t.signLead], submit: t.signDo, reason: t.signReason,
    ...actFields(reading, signStatement, { fixed: { statement: statement.ref } }),
    done: () => back, cancel: back, view: 'statement-sign.njk',
    model: {
      answers: [
        { label: t.madeAs, paragraphs: [recordName(reading, statement.as).text] },
        { label: t.forPeriod, paragraphs: [filled(t.period, { from: dateInWords(statement.period.from, language), to: dateInWords(addDays(statement.period.until, -1), language) })] },
        ...statement.sections.map(({ heading, text }) => ({ label: words(heading, language), paragraphs: words(text, language).split('\n') })),
        { label: t.reservations, paragraphs: statement.reservations.length === 0 ? [t.noReservations] : statement.reservations.map(({ text }) => words(text, language)) },
      ],
    },
  };
};

export const withdrawForm: FormAt = (reading, params) => {
  const statement = statementAt(reading, params);
  const t = inLanguage(statementWords, reading.language);
  const back = reading.to.page('/statement');
  return statement && { act: withdrawStatement, title: t.withdrawTitle, lead: [t.withdrawLead], submit: t.withdraw, ...actFields(reading, withdrawStatement, { fixed: { statement: statement.ref } }), done: () => back, cancel: back };
};
