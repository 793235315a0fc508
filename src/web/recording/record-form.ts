import { parseDate } from '../../kernel/date.ts';
import { hasOwnFrom, type AnyRecord } from '../../model/kind.ts';
import { isKindName, kindNamed, type KindName } from '../../model/kinds.ts';
import { shapeOf, type GroupShape, type LeafShape } from '../../model/register-file/shape.ts';
import { actingFields, actingHidden, OWN } from '../acting/own.ts';
import { errorsByField, errorsOf, type FormFault } from '../forms/form-fault.ts';
import { formFields, optionOf, type FormField, type Option } from '../forms/form-field.ts';
import { formValueOf, valueOf, type FormValue } from '../forms/form-value.ts';
import { nameOrder } from '../name-order.ts';
import type { Page } from '../page.ts';
import { periodInWords } from '../period-in-words.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordName } from '../record-name.ts';
import { formWords } from '../words/form.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';

/** What a form of a record is for. */
export type Verb = 'new' | 'change' | 'correct' | 'end';

export interface RecordForm {
  readonly verb: Verb;
  readonly kind: KindName;
  /** The version that the form begins with; absent for a new record. */
  readonly record: AnyRecord | undefined;
  /** How many versions the record has. */
  readonly versions: number;
}

/** More records of a kind than this are typed instead of chosen. */
const MOST_CHOICES = 400;

/** The fields of a kind that a form asks for: its id and its period are asked for apart. */
export function fieldsOf(kind: KindName): GroupShape {
  const shape = shapeOf(kind);
  const apart = hasOwnFrom(kindNamed(kind)) ? ['id'] : ['id', 'from', 'until'];
  return { ...shape, fields: new Map([...shape.fields].filter(([name]) => !apart.includes(name))) };
}

/** The period that is asked for apart; a kind that tells of something that happened has none. */
export const hasPeriod = (kind: KindName): boolean => !hasOwnFrom(kindNamed(kind));

export const startValue = ({ kind, record }: RecordForm): FormValue => formValueOf(fieldsOf(kind), record);

export const bodyOf = (kind: KindName, value: FormValue): Readonly<Record<string, unknown>> => (valueOf(fieldsOf(kind), value) ?? {}) as Readonly<Record<string, unknown>>;

export function dateTyped(value: FormValue, name: string): string | undefined {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => value.get(`${name}.${part}`)?.trim());
  return day + month + year === '' ? undefined : `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The form of a record, with what was typed so far. */
export function recordFormPage(reading: Reading, form: RecordForm, value: FormValue, faults: readonly FormFault[] = [], more: ReadonlySet<string> = new Set()): Page {
  const { language, to } = reading;
  const { verb, kind, record, versions } = form;
  const t = inLanguage(recordingWords, language);
  const errors = errorsByField(faults);
  const hidden = record === undefined ? undefined : reading.access?.fieldsHidden(record);
  const fields = verb === 'end' ? [] : formFields(without(fieldsOf(kind), hidden), { language, value, errors, more, choices: (shape) => choicesFor(reading, shape) });
  const label = kindNamed(kind).label[language];
  const heading = verb === 'new' ? filled(t.add, { kind: label.toLowerCase() }) : t[verb];
  const shown = record === undefined ? undefined : recordName(reading, record.ref);
  const lead = verb === 'new' ? [] : verb === 'correct' && versions > 1 ? [filled(t.correctVersionLead, { period: record === undefined ? '' : periodInWords(record.valid, language) })] : [t[`${verb}Lead`]];
  return pageOfRegister(reading, {
    view: 'record-form.njk',
    title: heading,
    errors: errorsOf(faults),
    model: {
      heading, caption: shown?.text ?? label, lead, t, submit: t.save, formWords: inLanguage(formWords, language),
      record: record === undefined ? undefined : { ...recordLink(reading, record.ref), href: to.record(record.ref) },
      action: reading.ask.url.split('?')[0],
      fields: [...fields, ...oneLanguageField(reading, value, errors), ...ownFields(reading, form, value, errors)],
      hidden: actingHidden(reading, value, record?.ref),
      cancel: record === undefined ? to.records(kind) : to.record(record.ref),
    },
  });
}

/** The fields that the person may see; what they may not stays as it is. */
export const without = (shape: GroupShape, hidden: ReadonlySet<string> | undefined): GroupShape =>
  hidden === undefined || hidden.size === 0 ? shape : { ...shape, fields: new Map([...shape.fields].filter(([name]) => !hidden.has(name))) };

/** Why a text stays in one language: asked for once it was found so. */
function oneLanguageField({ language }: Reading, value: FormValue, errors: ReadonlyMap<string, FormFault>): readonly FormField[] {
  const [name, t] = [OWN.oneLanguage, inLanguage(recordingWords, language)];
  if (!errors.has(name) && !value.has(name)) return [];
  return [{ is: 'words', name, id: `field-${name}`, label: t.whyOneLanguage, hint: t.whyOneLanguageHint, value: value.get(name) ?? '', error: errors.get(name) }];
}

/** The period, the id, the reason, and the post that the person acts in. */
function ownFields(reading: Reading, { verb, kind, versions }: RecordForm, value: FormValue, errors: ReadonlyMap<string, FormFault>): readonly FormField[] {
  const t = inLanguage(recordingWords, reading.language);
  const date = (name: string, label: string): FormField => ({
    is: 'date', name, id: `field-${name}`, label, error: errors.get(name), day: value.get(`${name}.day`) ?? '', month: value.get(`${name}.month`) ?? '', year: value.get(`${name}.year`) ?? '',
  });
  return [
    ...(verb === 'new' || (verb === 'correct' && versions === 1) ? (hasPeriod(kind) ? [date(OWN.from, t.fromOptional), date(OWN.until, t.untilOptional)] : []) : []),
    ...(verb === 'change' && hasPeriod(kind) ? [date(OWN.from, t.from)] : []),
    ...(verb === 'end' ? [date(OWN.from, t.endFrom)] : []),
    ...(verb === 'new' ? [{ is: 'line' as const, name: OWN.id, id: `field-${OWN.id}`, label: t.id, hint: t.idHint, value: value.get(OWN.id) ?? '', error: errors.get(OWN.id) }] : []),
    ...actingFields(reading, value, errors),
  ];
}

/** The records and words of the pack that a reference may name, in the order of their names. */
export function choicesFor(reading: Reading, { meta: { refs = [], vocabulary = [] } }: LeafShape): readonly Option[] | undefined {
  if (refs === 'any') return undefined;
  const { language, seen, assessment: { compiled: { pack } } } = reading;
  const words = vocabulary.flatMap((list) => pack[list].map(({ id, name }): Option => ({ value: id, text: name[language] ?? name.en ?? id })));
  const records = refs.filter(isKindName).flatMap((kind) => seen.all(kind).map(({ ref }) => optionOf(ref, recordName(reading, ref))));
  if (words.length + records.length > MOST_CHOICES) return undefined;
  const inOrder = (options: readonly Option[]): readonly Option[] => options.toSorted((a, b) => nameOrder(language).compare(a.text, b.text));
  return [...inOrder(words), ...inOrder(records)];
}

export const isDate = (typed: string | undefined): boolean => typed !== undefined && parseDate(typed) !== undefined;
