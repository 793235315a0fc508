import type { CalendarDate } from '../../kernel/date.ts';
import type { Language } from '../../kernel/text.ts';
import { optionOf, type Check, type FormField, type Option } from '../forms/form-field.ts';
import type { FormValue } from '../forms/form-value.ts';
import { nameOrder } from '../name-order.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import type { Typed } from './act-form.ts';

/** What every control has. The name is a path into the input of the act, with dots. */
interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

const common = ({ errors }: Typed, { name, label, hint }: Named) => ({ name, id: `field-${name.replaceAll('.', '-')}`, label, hint, error: errors.get(name) });

export const lineField = (typed: Typed, named: Named): FormField => ({ ...common(typed, named), is: 'line', value: typed.value.get(named.name) ?? '' });

/** Words of several lines. */
export const wordsField = (typed: Typed, named: Named): FormField => ({ ...common(typed, named), is: 'words', value: typed.value.get(named.name) ?? '' });

export const choiceField = (typed: Typed, named: Named & { readonly options: readonly Option[] }): FormField => ({ ...common(typed, named), is: 'choice', value: typed.value.get(named.name) ?? '', options: named.options });

export function dateField(typed: Typed, named: Named): FormField {
  const part = (of: string): string => typed.value.get(`${named.name}.${of}`) ?? '';
  return { ...common(typed, named), is: 'date', day: part('day'), month: part('month'), year: part('year') };
}

/** Boxes, each under a name of its own: what was posted of them is there once more where the form is refused. */
export const checksField = (typed: Typed, named: Named & { readonly of: readonly Omit<Check, 'isTicked'>[] }): FormField => ({
  ...common(typed, named), is: 'checks', checks: named.of.map((one) => ({ ...one, isTicked: typed.value.get(one.name) === one.value })),
});

/** What the controls of a date hold at first. */
export function dateBegins(name: string, date: CalendarDate): readonly (readonly [string, string])[] {
  const [year = '', month = '', of = ''] = date.split('-');
  return [[`${name}.day`, String(Number(of))], [`${name}.month`, String(Number(month))], [`${name}.year`, year]];
}

/** What was typed or chosen, without the spaces around it; undefined where that is nothing. */
export function typedWords(value: FormValue, name: string): string | undefined {
  const written = value.get(name)?.trim();
  return written === undefined || written === '' ? undefined : written;
}

/** The same as words in the language of the page: what somebody says in passing. */
export function typedText(value: FormValue, name: string, language: Language): Readonly<Record<string, string>> | undefined {
  const written = typedWords(value, name);
  return written === undefined ? undefined : { [language]: written };
}

/** Records to choose from, in the order in which they are given. */
export const recordOptions = (reading: Reading, refs: readonly string[]): readonly Option[] => refs.map((ref) => optionOf(ref, recordName(reading, ref)));

/** The same in the order of their names, after a choice of none. */
export const recordsByName = (reading: Reading, refs: readonly string[], none?: string): readonly Option[] => [...noneOf(none), ...byName(reading, recordOptions(reading, refs))];

/** The themes of the guidance in the order of their names, after a choice of none. */
export function themeOptions(reading: Reading, none: string): readonly Option[] {
  const { language, assessment: { compiled: { pack } } } = reading;
  return [...noneOf(none), ...byName(reading, pack.themes.map(({ id, name }): Option => ({ value: id, text: name[language] ?? name.en ?? id })))];
}

const byName = ({ language }: Reading, options: readonly Option[]): readonly Option[] => options.toSorted((a, b) => nameOrder(language).compare(a.text, b.text));

const noneOf = (none: string | undefined): readonly Option[] => (none === undefined ? [] : [{ value: '', text: none }]);
