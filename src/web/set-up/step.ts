import { dateInWords, type CalendarDate } from '../../kernel/date.ts';
import type { Language } from '../../kernel/text.ts';
import type { FormField, Option } from '../forms/form-field.ts';
import type { FormValue } from '../forms/form-value.ts';
import type { SaidText } from '../said-text.ts';
import { dateTyped, type TypedDate } from '../typed-date.ts';
import { filled, inLanguage, type Spoken } from '../words/pairs.ts';
import { setUpWords } from '../words/set-up.ts';

/** What somebody who sets up has answered, and when. */
export interface Answered {
  readonly language: Language;
  readonly answers: FormValue;
  /** Today in London. */
  readonly today: CalendarDate;
}

/** A control of the set-up: one of those that every form has, or a choice of which each option can be explained. */
export type SetUpField =
  | FormField
  | { readonly is: 'one-of'; readonly name: string; readonly id: string; readonly label: string; readonly hint?: string | undefined; readonly error?: SaidText | undefined; readonly value: string; readonly options: readonly (Option & { readonly hint?: string })[] }
  | { readonly is: 'together'; readonly name: string; readonly id: string; readonly label: string; readonly fields: readonly SetUpField[]; readonly error?: undefined };

export interface StepFault extends SaidText {
  readonly field: string;
}

/** One page of questions. */
export interface Step {
  readonly id: keyof typeof setUpWords.steps;
  /** The names under which its controls post. */
  readonly names: readonly string[];
  readonly lead?: (answered: Answered) => string;
  readonly fields: (answered: Answered) => readonly SetUpField[];
  /** What is wrong or missing; none where one can go on. */
  readonly faults: (answered: Answered) => readonly StepFault[];
  /** The answers as they are shown to be checked. */
  readonly rows: (answered: Answered) => readonly { readonly label: string; readonly value: string }[];
}

export const wordsOf = (language: Language): Spoken<typeof setUpWords> => inLanguage(setUpWords, language);

/** What was typed in a control, without spaces around it; empty where nothing was. */
export const typed = (answers: FormValue, name: string): string => (answers.get(name) ?? '').trim();

export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

export const line = (name: string, label: string, value: string, more: { readonly hint?: string; readonly autocomplete?: string; readonly lang?: Language } = {}): FormField => ({ is: 'line', name, id: fieldId(name), label, value, ...more });

export const DATE_PARTS = ['day', 'month', 'year'] as const;

export const partsTyped = (answers: FormValue, name: string): TypedDate => {
  const [day = '', month = '', year = ''] = DATE_PARTS.map((part) => typed(answers, `${name}.${part}`));
  return { day, month, year };
};

export const dateField = (name: string, label: string, hint: string, answers: FormValue): FormField => ({ is: 'date', name, id: fieldId(name), label, hint, ...partsTyped(answers, name) });

/** The day since which somebody holds a post: a real one, not still to come. */
export function daySince({ answers, today, language }: Answered, name: string): { readonly day: CalendarDate } | { readonly fault: StepFault } {
  const t = wordsOf(language).faults;
  const parts = partsTyped(answers, name);
  if (parts.day + parts.month + parts.year === '') return { fault: { text: t.sinceMissing, field: name } };
  const found = dateTyped(parts);
  if ('fault' in found) return { fault: { text: t.notADate, field: name } };
  return found.date > today ? { fault: { text: t.stillToCome, field: name } } : { day: found.date };
}

export const sinceInWords = (answered: Answered, name: string): string => {
  const since = daySince(answered, name);
  return 'day' in since ? dateInWords(since.day, answered.language) : '';
};

/** The longest that a name or a title may be. */
const MOST = 200;

export const tooLong = ({ answers, language }: Answered, names: readonly string[]): readonly StepFault[] =>
  names.filter((name) => typed(answers, name).length > MOST).map((field) => ({ text: filled(wordsOf(language).faults.tooLong, { most: MOST }), field }));
