import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import type { CalendarDate } from '../kernel/date.ts';
import { parseDate } from '../kernel/date.ts';
import { parseDuration, type Duration } from '../kernel/duration.ts';
import { parseInstant, type Instant } from '../kernel/instant.ts';
import type { BothLanguages, Text } from '../kernel/text.ts';

/** The kinds of record, named as the keys of a register file: `posts`, `case-reviews`. */
export type Plural = string;

/** A reference to a record, always with its kind: `posts/director`. */
export type Ref<K extends Plural = Plural> = `${K}/${string}`;

/** What a screen, a message or a schema says of a field beside its shape. */
export interface FieldMeta {
  readonly label?: BothLanguages;
  /** The kinds that a reference may name; `any` means every kind. */
  readonly refs?: readonly Plural[] | 'any';
  /** The words for each value of an enumeration. */
  readonly values?: Readonly<Record<string, BothLanguages>>;
  /** The word list of the guidance pack that a value must come from, beside any kinds in `refs`. */
  readonly vocabulary?: readonly Vocabulary[];
  /** What a person is told was expected, in a few words. */
  readonly expected?: string;
}

/** The word lists that a guidance pack brings. */
export type Vocabulary = 'themes' | 'accountabilities' | 'competencies' | 'designations';

export const fieldMeta = z.registry<FieldMeta>();

function described<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  fieldMeta.add(schema, meta);
  return schema;
}

const label = (en: string, cy: string): BothLanguages => ({ en, cy });

/** Plain words in one line or several. */
export const words = (en: string, cy: string) =>
  described(z.string().min(1).max(20_000), { label: label(en, cy), expected: 'words' });

/** A number or a code written in any way: `7`, `"1.2"`, `SCA/001`. Kept as it reads. */
export const code = (en: string, cy: string) =>
  described(
    z.union([z.string().min(1).max(200), z.number()]).transform(String) as unknown as z.ZodType<string, string | number>,
    { label: label(en, cy), expected: 'a number or a short code' },
  );

/** Words in English, or a pair `{ en, cy }`. Kept as a pair. */
export const text = (en: string, cy: string) => {
  const some = z.string().min(1).max(100_000);
  const pair = z.strictObject({ en: some.optional(), cy: some.optional() }).refine(({ en: e, cy: c }) => e !== undefined || c !== undefined);
  const schema = z.union([some.transform((written) => ({ en: written })), pair]) as unknown as z.ZodType<Text, string | Text>;
  return described(schema, { label: label(en, cy), expected: 'words, or a pair { en: …, cy: … }' });
};

export const date = (en: string, cy: string) =>
  described(
    z.string().refine((written) => parseDate(written) !== undefined, { error: 'a date that exists, written YYYY-MM-DD, is expected' }).meta({ format: 'date' }) as unknown as z.ZodType<CalendarDate, string>,
    { label: label(en, cy), expected: 'a date that exists, written YYYY-MM-DD' },
  );

export const duration = (en: string, cy: string) =>
  described(
    z.string().refine((written) => parseDuration(written) !== undefined).meta({ format: 'duration' }) as unknown as z.ZodType<Duration, string>,
    { label: label(en, cy), expected: 'a duration such as P1W, P1M or P1Y' },
  );

/** A moment, with its zone: `2026-05-02T16:30:00+01:00` or `…T15:30:00Z`. Kept in UTC. */
export const instant = (en: string, cy: string) =>
  described(
    z.string().refine((written) => parseInstant(written) !== undefined, { error: 'a moment with its zone, written 2026-05-02T16:30:00+01:00, is expected' }).meta({ format: 'date-time' }).transform((written) => parseInstant(written) ?? written) as unknown as z.ZodType<Instant, string>,
    { label: label(en, cy), expected: 'a moment with its zone, written YYYY-MM-DDThh:mm:ss+01:00, or with Z' },
  );

export const flag = (en: string, cy: string) => described(z.boolean(), { label: label(en, cy), expected: 'true or false' });

export const amount = (en: string, cy: string) => described(z.number(), { label: label(en, cy), expected: 'a number' });

/** One of a fixed list, each value with its words in both languages. */
export const oneOf = <const V extends Readonly<Record<string, readonly [en: string, cy: string]>>>(values: V, en: string, cy: string) => {
  const names = Object.keys(values) as (keyof V & string)[];
  return described(z.enum(names as [keyof V & string, ...(keyof V & string)[]]) as unknown as z.ZodType<keyof V & string, string>, {
    label: label(en, cy),
    values: Object.fromEntries(names.map((name) => [name, label(...(values[name] as readonly [string, string]))])),
    expected: `one of ${names.join(', ')}`,
  });
};

/**
 * One of the usual words, or another: for what the model leaves open. A word one or two letters from a usual one is refused,
 * because it is a slip.
 */
export const usually = <const V extends Readonly<Record<string, readonly [en: string, cy: string]>>>(values: V, en: string, cy: string) => {
  const names = Object.keys(values);
  const slip = (written: string): boolean => !names.includes(written) && names.some((name) => distance(written.toLowerCase(), name) <= (name.length > 5 ? 2 : 1));
  const some = z.string().min(1).max(200).refine((written) => !slip(written));
  return described(some as unknown as z.ZodType<(keyof V & string) | (string & {}), string>, {
    label: label(en, cy),
    values: Object.fromEntries(names.map((name) => [name, label(...(values[name] as readonly [string, string]))])),
    expected: `one of ${names.join(', ')}, or another word`,
  });
};

/** A reference to a record of one of these kinds. */
export const ref = <const K extends Plural>(kinds: readonly K[], en: string, cy: string) =>
  described(z.string().min(1).max(220) as unknown as z.ZodType<Ref<K>, string>, {
    label: label(en, cy),
    refs: kinds,
    expected: `the id of one of ${kinds.join(', ')}`,
  });

/** A reference to a record of any kind. */
export const anyRef = (en: string, cy: string) =>
  described(z.string().min(1).max(220) as unknown as z.ZodType<Ref, string>, {
    label: label(en, cy),
    refs: 'any',
    expected: 'a record, written kind/id',
  });

/** A word from the guidance pack's lists (a theme, an accountability), or a record of the kinds given. */
export const subject = (vocabulary: readonly Vocabulary[], kinds: readonly Plural[], en: string, cy: string) =>
  described(z.string().min(1).max(220), {
    label: label(en, cy),
    vocabulary,
    ...(kinds.length === 0 ? {} : { refs: kinds }),
    expected: `one of the guidance's ${vocabulary.join(' or ')}${kinds.length === 0 ? '' : `, or the id of one of ${kinds.join(', ')}`}`,
  });

export const theme = (en = 'Theme', cy = 'Thema') => subject(['themes'], [], en, cy);

/** A list whose absence means that nobody recorded it, which is not the same as nothing to record. */
export const listIfRecorded = <S extends z.ZodType>(item: S, en: string, cy: string) =>
  described(z.array(item).max(10_000) as unknown as z.ZodType<readonly z.output<S>[], readonly z.input<S>[]>, {
    label: label(en, cy),
    expected: 'a list',
  }).optional();

/** A list; absent means empty. */
export const list = <S extends z.ZodType>(item: S, en: string, cy: string) =>
  described(z.array(item).max(10_000).default([]) as unknown as z.ZodType<readonly z.output<S>[], readonly z.input<S>[] | undefined>, {
    label: label(en, cy),
    expected: 'a list',
  });

export const themes = () => list(theme(), 'Themes', 'Themâu');
export const functions = () => list(ref(['functions'], 'Function', 'Swyddogaeth'), 'Functions', 'Swyddogaethau');

/** A group of fields that belong together. */
export const group = <S extends z.ZodRawShape>(shape: S, en: string, cy: string) =>
  described(z.strictObject(shape), { label: label(en, cy), expected: `a group of ${Object.keys(shape).join(', ')}` });
