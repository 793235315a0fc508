import type { Language } from '../../kernel/text.ts';
import type { GroupShape, LeafShape, Shape } from '../../model/register-file/shape.ts';
import type { SaidText } from '../said-text.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { formWords } from '../words/form.ts';
import { rowsIn, under, type FormValue } from './form-value.ts';

/** One choice of a select or a radio. */
export interface Option {
  readonly value: string;
  readonly text: string;
  /** For a screen reader: its language where that is not the page's. */
  readonly attributes?: { readonly lang: Language };
}

/** One box to tick, which posts its value under its own name. */
export interface Check {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly hint?: string | undefined;
  readonly isTicked: boolean;
}

/** A choice of a record by its name. */
export const optionOf = (value: string, { text, lang }: SaidText): Option => ({ value, text, ...(lang === undefined ? {} : { attributes: { lang } }) });

/** A control of a form, or several that belong together, ready for a template. */
export type FormField = {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: SaidText | undefined;
} & (
  | { readonly is: 'line' | 'words'; readonly value: string; readonly lang?: Language; readonly isNumber?: boolean; readonly autocomplete?: string }
  | { readonly is: 'secret'; readonly autocomplete: 'current-password' | 'new-password' }
  | { readonly is: 'date'; readonly day: string; readonly month: string; readonly year: string }
  | { readonly is: 'moment'; readonly day: string; readonly month: string; readonly year: string; readonly time: string }
  | { readonly is: 'choice'; readonly value: string; readonly options: readonly Option[] }
  | { readonly is: 'yes-no'; readonly value: string; readonly date?: FormField }
  | { readonly is: 'checks'; readonly checks: readonly Check[] }
  | { readonly is: 'number-or-none'; readonly value: string; readonly isNone: boolean }
  | { readonly is: 'group'; readonly fields: readonly FormField[] }
  | { readonly is: 'list'; readonly items: readonly FormField[]; readonly more: string }
);

/** What the fields of a form are made from. */
export interface FormParts {
  readonly language: Language;
  readonly value: FormValue;
  /** What is wrong, by the name of the field. */
  readonly errors: ReadonlyMap<string, SaidText>;
  /** The records and words that a reference may name; undefined where there are too many to choose from. */
  readonly choices: (shape: LeafShape) => readonly Option[] | undefined;
  /** The lists to which another row was asked for. */
  readonly more: ReadonlySet<string>;
}

/** The usual lengths of time, for choosing from. */
const DURATIONS = ['P1W', 'P2W', 'P1M', 'P6W', 'P2M', 'P3M', 'P6M', 'P1Y'] as const;

/** The controls for the fields of a group, one after the other. */
export const formFields = (shape: GroupShape, parts: FormParts, path = ''): readonly FormField[] =>
  [...shape.fields].map(([name, field]) => formField(field, parts, under(path, name)));

function formField(shape: Shape, parts: FormParts, path: string): FormField {
  const { language, value, errors } = parts;
  const t = inLanguage(formWords, language);
  const name = shape.meta.label?.[language] ?? path;
  const common = {
    name: path,
    id: `field-${path.replaceAll('.', '-')}`,
    label: shape.required ? name : filled(t.optional, { label: name }),
    error: errors.get(path),
  };
  const written = value.get(path) ?? '';
  switch (shape.is) {
    case 'group':
      return { ...common, is: 'group', fields: formFields(shape, parts, path) };
    case 'list': {
      const rows = rowsIn(value, path);
      // There is always one empty row to fill in; a list of which another was asked for has it after what was typed.
      const shown = rows.length === 0 || parts.more.has(path) ? [...rows, (rows.at(-1) ?? -1) + 1] : rows;
      return { ...common, is: 'list', items: shown.map((row) => formField(shape.item, parts, under(path, row))), more: filled(t.another, { label: name.toLowerCase() }) };
    }
    case 'text':
      return {
        ...common, is: 'group',
        fields: (['en', 'cy'] as const).map((lang) => ({
          ...common, is: 'words' as const, name: under(path, lang), id: `${common.id}-${lang}`, lang, value: value.get(under(path, lang)) ?? '', label: t.languages[lang], error: lang === 'en' ? common.error : undefined,
        })),
      };
    case 'date':
      return dateField(common, value, path);
    case 'instant':
      return momentField({ ...common, hint: t.momentHint }, value);
    case 'agenda':
      return { ...common, is: 'yes-no', value: written, date: dateField({ ...common, id: `${common.id}-date`, label: t.agendaDate, error: undefined }, value, path) };
    case 'flag':
      return { ...common, is: 'yes-no', value: written };
    case 'amount':
      return shape.nullable ? { ...common, is: 'number-or-none', value: written, isNone: value.get(under(path, 'none')) === 'yes' } : { ...common, is: 'line', value: written, isNumber: true };
    case 'duration':
      return { ...common, is: 'choice', value: written, options: durations(written, t.durations) };
    case 'words':
      return { ...common, is: 'words', value: written };
    default:
      return choiceOrLine(shape, parts, common, written);
  }
}

type Common = Pick<FormField, 'name' | 'id' | 'label' | 'error' | 'hint'>;

/** A day and a time, as clocks in London show them. */
export const momentField = (common: Common, value: FormValue): FormField => {
  const part = (name: string): string => value.get(under(common.name, name)) ?? '';
  return { ...common, is: 'moment', day: part('day'), month: part('month'), year: part('year'), time: part('time') };
};

const dateField = (common: Common, value: FormValue, path: string): FormField => ({
  ...common, is: 'date', day: value.get(under(path, 'day')) ?? '', month: value.get(under(path, 'month')) ?? '', year: value.get(under(path, 'year')) ?? '',
});

function choiceOrLine(shape: LeafShape, { language, choices }: FormParts, common: Common, written: string): FormField {
  const own = shape.is === 'choice' ? shape.choices.map((value) => ({ value, text: shape.meta.values?.[value]?.[language] ?? value })) : shape.is === 'reference' ? choices(shape) : undefined;
  if (own === undefined) return { ...common, is: 'line', value: written, hint: shape.meta.refs === undefined ? undefined : inLanguage(formWords, language).reference };
  const options = written === '' || own.some(({ value }) => value === written) ? own : [...own, { value: written, text: written }];
  return { ...common, is: 'choice', value: written, options: [{ value: '', text: inLanguage(formWords, language).choose }, ...options] };
}

function durations(written: string, words: Readonly<Record<(typeof DURATIONS)[number] | 'none', string>>): readonly Option[] {
  const options = DURATIONS.map((value): Option => ({ value, text: words[value] }));
  return [{ value: '', text: words.none }, ...options, ...(written === '' || options.some(({ value }) => value === written) ? [] : [{ value: written, text: written }])];
}
