import type { Typed } from '../acting/act-form.ts';
import { dateTyped, choicesFor } from '../recording/record-form.ts';
import type { Check, FormField, Option } from '../forms/form-field.ts';
import type { FormValue } from '../forms/form-value.ts';
import { nameOrder } from '../name-order.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import type { LeafShape } from '../../model/register-file/shape.ts';
import type { CalendarDate } from '../../kernel/date.ts';

interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

const common = ({ errors }: Typed, { name, label, hint }: Named) => ({ name, id: `field-${name.replaceAll('.', '-')}`, label, error: errors.get(name), ...(hint === undefined ? {} : { hint }) });

export const line = (typed: Typed, named: Named): FormField => ({ ...common(typed, named), is: 'line', value: typed.value.get(named.name) ?? '' });

export const manyWords = (typed: Typed, named: Named): FormField => ({ ...common(typed, named), is: 'words', value: typed.value.get(named.name) ?? '' });

export const choice = (typed: Typed, named: Named & { readonly options: readonly Option[] }): FormField => ({ ...common(typed, named), is: 'choice', value: typed.value.get(named.name) ?? '', options: named.options });

export function day(typed: Typed, named: Named): FormField {
  const part = (of: string): string => typed.value.get(`${named.name}.${of}`) ?? '';
  return { ...common(typed, named), is: 'date', day: part('day'), month: part('month'), year: part('year') };
}

/** Boxes, each under a name of its own: what was posted of them is there once more where the form is refused. */
export const checks = (typed: Typed, named: Named & { readonly of: readonly Omit<Check, 'isTicked'>[] }): FormField => ({
  ...common(typed, named), is: 'checks', checks: named.of.map((one) => ({ ...one, isTicked: typed.value.get(one.name) === one.value })),
});

/** What the controls of a date hold at first. */
export function dayBegins(name: string, date: CalendarDate): readonly (readonly [string, string])[] {
  const [year = '', month = '', of = ''] = date.split('-');
  return [[`${name}.day`, String(Number(of))], [`${name}.month`, String(Number(month))], [`${name}.year`, year]];
}

export const dayTyped = (value: FormValue, name: string): string | undefined => dateTyped(value, name);

/** What was typed, without the spaces around it; undefined where that is nothing. */
export function typedWords(value: FormValue, name: string): string | undefined {
  const written = value.get(name)?.trim();
  return written === undefined || written === '' ? undefined : written;
}

/** Records to choose from by their names, after a choice of none. */
export const recordOptions = (reading: Reading, refs: readonly string[], none?: string): readonly Option[] => [
  ...(none === undefined ? [] : [{ value: '', text: none }]),
  ...refs.map((ref) => ({ value: ref, ...nameOf(reading, ref) })).toSorted((a, b) => nameOrder(reading.language).compare(a.text, b.text)),
];

const nameOf = (reading: Reading, ref: string): Pick<Option, 'text' | 'attributes'> => {
  const { text, lang } = recordName(reading, ref);
  return { text, ...(lang === undefined ? {} : { attributes: { lang } }) };
};

/** The themes of the guidance by their names, after a choice of none. */
export const themeOptions = (reading: Reading, none: string): readonly Option[] => [{ value: '', text: none }, ...(choicesFor(reading, { meta: { vocabulary: ['themes'] } } as unknown as LeafShape) ?? [])];
