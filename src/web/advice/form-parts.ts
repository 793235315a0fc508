import type { ActForm, Typed } from '../acting/act-form.ts';
import { optionOf, type FormField, type Option } from '../forms/form-field.ts';
import { nameOrder } from '../name-order.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { adviceWords } from '../words/advice.ts';
import { inLanguage } from '../words/pairs.ts';

const common = (name: string, label: string, { errors }: Typed, hint?: string) => ({ name, id: `field-${name}`, label, hint, error: errors.get(name) });

export const wordsField = (name: string, label: string, typed: Typed, hint?: string): FormField => ({ ...common(name, label, typed, hint), is: 'words', value: typed.value.get(name) ?? '' });

export const choiceField = (name: string, label: string, typed: Typed, options: readonly Option[], hint?: string): FormField => ({ ...common(name, label, typed, hint), is: 'choice', value: typed.value.get(name) ?? '', options });

/** The themes of the guidance, in the order of their names, with nothing chosen first. */
export function themeOptions({ language, assessment: { compiled: { pack } } }: Reading): readonly Option[] {
  const t = inLanguage(adviceWords, language);
  const themes = pack.themes.map(({ id, name }): Option => ({ value: id, text: name[language] ?? name.en ?? id }));
  return [{ value: '', text: t.form.choose }, ...themes.toSorted((a, b) => nameOrder(language).compare(a.text, b.text))];
}

/** Records to choose from, by their names. */
export const recordOptions = (reading: Reading, refs: readonly string[]): readonly Option[] => refs.map((ref) => optionOf(ref, recordName(reading, ref)));

/** What was typed in a field, in the language of the page: undefined where nothing was. */
export function typedText({ language }: Reading, value: Parameters<ActForm['input']>[0], name: string): Readonly<Record<string, string>> | undefined {
  const words = value.get(name)?.trim() ?? '';
  return words === '' ? undefined : { [language]: words };
}

/** The same for a choice or a line; undefined where nothing was chosen. */
export const chosen = (value: Parameters<ActForm['input']>[0], name: string): string | undefined => (value.get(name)?.trim() ?? '') || undefined;

/** The input without what was left out. */
export const given = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
