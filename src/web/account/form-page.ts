import type { Fault } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/text.ts';
import type { FormField } from '../forms/form-field.ts';
import { errorsOf, type FormFault } from '../forms/form-fault.ts';
import type { Link, Page } from '../page.ts';
import { home } from '../reading.ts';
import { saidFault } from '../said-fault.ts';
import { formWords } from '../words/form.ts';
import { inLanguage } from '../words/pairs.ts';

/** A page with one form. */
export interface FormPage {
  readonly language: Language;
  readonly heading: string;
  readonly caption?: string;
  readonly lead: readonly string[];
  /** What is shown this once to be copied. */
  readonly secrets?: readonly string[];
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly fields: readonly FormField[];
  readonly submit: string;
  /** A second button: what it posts beside the fields. */
  readonly also?: { readonly text: string; readonly name: string; readonly value: string } | undefined;
  readonly below?: readonly Link[];
  /** What is wrong with what was posted; a fault whose place names a field stands beside it too. */
  readonly faults?: readonly FormFault[];
}

export function formPage({ language, faults = [], hidden = {}, ...form }: FormPage): Page {
  const fields = form.fields.map((field): FormField => ({ ...field, error: faults.find((fault) => fault.field === field.name) ?? field.error }));
  return {
    status: faults.length > 0 ? 400 : 200,
    view: 'form.njk',
    writes: true,
    title: form.heading,
    crumbs: [home(language)],
    errors: errorsOf(faults),
    model: { ...form, fields, hidden: Object.entries(hidden).map(([name, value]) => ({ name, value })), formWords: inLanguage(formWords, language) },
  };
}

/** The faults of an operation as a form shows them: in the words of the form where it has some for the code, else in those of every page. */
export const formFaults = (faults: readonly Fault[], words: Readonly<Partial<Record<string, string>>>, language: Language): readonly FormFault[] =>
  faults.map((fault) => ({ ...(words[fault.code] === undefined ? saidFault(fault, language) : { text: words[fault.code] ?? '' }), ...(fault.place?.path === undefined ? {} : { field: fault.place.path }) }));
