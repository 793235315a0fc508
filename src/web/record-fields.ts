import { dateInWords, parseDate } from '../kernel/date.ts';
import { parseDuration } from '../kernel/duration.ts';
import { instantInWords, parseInstant } from '../kernel/instant.ts';
import type { Language, Text } from '../kernel/text.ts';
import { hasOwnFrom, type AnyRecord } from '../model/kind.ts';
import { isKindName, kindNamed, type KindName } from '../model/kinds.ts';
import { agendaAsWritten, type Agenda } from '../model/meetings.ts';
import { shapeOf, type GroupShape, type LeafShape, type Shape } from '../model/register-file/shape.ts';
import type { Link } from './page.ts';
import type { Reading } from './reading.ts';
import { COMMON_FIELDS, recordLink, recordOf } from './record-name.ts';
import { said, type SaidText } from './said-text.ts';
import { durationInWords } from './words/duration.ts';
import { inLanguage } from './words/pairs.ts';
import { recordWords } from './words/record.ts';

/** What a field of a record holds, ready to be shown. */
export type FieldValue =
  | { readonly is: 'text'; readonly said: SaidText }
  | { readonly is: 'link'; readonly link: Link }
  | { readonly is: 'list'; readonly items: readonly FieldValue[] }
  | { readonly is: 'group'; readonly rows: readonly FieldRow[] };

export interface FieldRow {
  readonly label: string;
  readonly value: FieldValue;
}

/** The fields of a record that are filled in, in the order of its kind, with its note last; its valid period is no field. */
export function fieldRows(reading: Reading, record: AnyRecord): readonly FieldRow[] {
  const kind = record.ref.slice(0, record.ref.indexOf('/')) as KindName;
  const shape = shapeOf(kind);
  const isShown = (name: string): boolean => !COMMON_FIELDS.includes(name) || name === 'note' || (name !== 'id' && hasOwnFrom(kindNamed(kind)));
  const fields = new Map([...shape.fields].filter(([name]) => isShown(name)));
  return rowsOf(reading, { ...shape, fields }, record as unknown as Readonly<Record<string, unknown>>);
}

function rowsOf(reading: Reading, shape: GroupShape, values: Readonly<Record<string, unknown>>): readonly FieldRow[] {
  return [...shape.fields].flatMap(([name, field]) => {
    const value = values[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [{ label: field.meta.label?.[reading.language] ?? name, value: shown(reading, field, value) }];
  });
}

function shown(reading: Reading, shape: Shape, value: unknown): FieldValue {
  switch (shape.is) {
    case 'list':
      return { is: 'list', items: (value as readonly unknown[]).map((item) => shown(reading, shape.item, item)) };
    case 'group':
      return { is: 'group', rows: rowsOf(reading, shape, value as Readonly<Record<string, unknown>>) };
    case 'reference':
      return referenced(reading, String(value));
    default:
      return { is: 'text', said: leafWords(reading.language, shape, value) };
  }
}

function referenced(reading: Reading, value: string): FieldValue {
  const isRecord = isKindName(value.slice(0, Math.max(0, value.indexOf('/'))));
  // Neither its name nor its id is for somebody who may not know of it.
  if (isRecord && reading.access !== undefined && recordOf(reading, value) === undefined) return { is: 'text', said: { text: inLanguage(recordWords, reading.language).notForYou } };
  return isRecord ? { is: 'link', link: recordLink(reading, value) } : { is: 'text', said: { text: capitalised(reading.speaker.value(value)) } };
}

function leafWords(language: Language, shape: LeafShape, value: unknown): SaidText {
  const t = inLanguage(recordWords, language);
  if (value === null) return { text: t.none };
  if (typeof value === 'boolean') return { text: value ? t.yes : t.no };
  if (typeof value === 'number') return { text: value.toLocaleString(language === 'en' ? 'en-GB' : 'cy-GB') };
  if (shape.is === 'text') return said(value as Text, language);
  if (shape.is === 'agenda') return leafWords(language, { ...shape, is: 'date' }, agendaAsWritten(value as Agenda));
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  const date = shape.is === 'date' ? parseDate(written) : undefined;
  if (date !== undefined) return { text: dateInWords(date, language) };
  const moment = shape.is === 'instant' ? parseInstant(written) : undefined;
  if (moment !== undefined) return { text: instantInWords(moment, language) };
  const length = shape.is === 'duration' ? parseDuration(written) : undefined;
  if (length !== undefined) return { text: durationInWords(length, language) };
  return { text: shape.meta.values?.[written]?.[language] ?? written };
}

const capitalised = (words: string): string => words.slice(0, 1).toLocaleUpperCase('en-GB') + words.slice(1);
