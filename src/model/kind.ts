import { z } from 'zod';
import type { Period } from '../kernel/period.ts';
import type { BothLanguages } from '../kernel/text.ts';
import { date, fieldMeta, words, type Plural, type Ref } from './field.ts';

/** A kind of record: its names, its words in both languages and the schema of its fields. */
export interface Kind<P extends Plural = Plural, S extends z.ZodRawShape = z.ZodRawShape> {
  readonly plural: P;
  readonly singular: string;
  readonly label: BothLanguages;
  readonly labels: BothLanguages;
  /** What a person writes: the fields with the id, the note and (unless the kind has its own `from`) the valid period. */
  readonly schema: z.ZodObject<z.ZodRawShape>;
  readonly fields: S;
  /** The field whose words stand for the record in sentences and lists. */
  readonly title?: string;
  /** A field of references that must never lead back to where it began (a post's reporting line). */
  readonly acyclic?: string;
}

/** What every record has, whatever its kind. */
export interface AnyRecord {
  readonly ref: Ref;
  readonly id: string;
  /** When it is true: from inclusive, until exclusive, open where absent. */
  readonly valid: Period;
  readonly note?: string | undefined;
}

/** A record of a kind as the program holds it: references with their kind, lists present, texts as pairs. */
export type RecordOf<K extends { readonly plural: Plural; readonly fields: z.ZodRawShape }> = z.output<z.ZodObject<K['fields']>> &
  Omit<AnyRecord, 'ref'> & { readonly ref: Ref<K['plural']> };

/** Letters, digits, dot, dash and underscore: safe in an address, a file name and a reference. */
export const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u;

/** The id of a record or a register, kept as words. */
export const id = z.union([z.string().regex(ID), z.number().int().nonnegative()]).transform(String).register(fieldMeta, {
  label: { en: 'Id', cy: 'Dynodydd' },
  expected: 'an id of letters, digits, dot, dash or underscore',
}) as unknown as z.ZodType<string, string | number>;

/** True where `from` and `until` are fields of the kind itself (who a return is from), not its valid period. */
export const hasOwnFrom = (kind: { readonly fields: z.ZodRawShape }): boolean => 'from' in kind.fields;

export function defineKind<const P extends Plural, S extends z.ZodRawShape>(kind: {
  plural: P;
  singular: string;
  label: readonly [en: string, cy: string];
  labels: readonly [en: string, cy: string];
  title?: keyof S & string;
  acyclic?: keyof S & string;
  fields: S;
}): Kind<P, S> {
  const validPeriod = hasOwnFrom(kind)
    ? {}
    : { from: date('From', 'O').optional(), until: date('Until (the first day it no longer holds)', 'Hyd at (y diwrnod cyntaf nad yw’n dal)').optional() };
  return {
    plural: kind.plural,
    singular: kind.singular,
    label: { en: kind.label[0], cy: kind.label[1] },
    labels: { en: kind.labels[0], cy: kind.labels[1] },
    schema: z.strictObject({ id, ...kind.fields, ...validPeriod, note: words('Note', 'Nodyn').optional() }),
    fields: kind.fields,
    ...(kind.title === undefined ? {} : { title: kind.title }),
    ...(kind.acyclic === undefined ? {} : { acyclic: kind.acyclic }),
  };
}
