import type { z } from 'zod';
import type { BothLanguages, Text } from '../kernel/text.ts';
import { fieldMeta } from './field.ts';
import type { AnyRecord } from './kind.ts';
import { isKindName, KIND_NAMES, kindNamed } from './kinds.ts';

/** The words that stand for a record: its title field, shortened; undefined for kinds that have none. */
export function titleOf(record: AnyRecord): Text | undefined {
  const kind = record.ref.slice(0, record.ref.indexOf('/'));
  const field = isKindName(kind) ? kindNamed(kind).title : undefined;
  const title = field === undefined ? undefined : (record as unknown as Readonly<Record<string, unknown>>)[field];
  if (typeof title === 'string') return { en: title };
  return title === undefined ? undefined : (title as Text);
}

let enumerations: ReadonlyMap<string, BothLanguages> | undefined;

/** The words of an enumeration's value in running text: `in-attendance` is "in attendance". */
export function enumerationWords(value: string): BothLanguages | undefined {
  // Where two kinds use one word, the kind that comes first says what it is called: `council` is the body, not the report.
  enumerations ??= new Map(
    KIND_NAMES.flatMap((kind) => Object.values(kindNamed(kind).fields))
      .flatMap((field) => Object.entries(valuesOf(field as z.ZodType)).map(([name, label]) => [name, inText(label)] as const))
      .toReversed(),
  );
  return enumerations.get(value);
}

/** A label as it reads in the middle of a sentence. */
export const inText = ({ en, cy }: BothLanguages): BothLanguages => ({ en: lowerFirst(en), cy: lowerFirst(cy) });

const lowerFirst = (label: string): string => label.slice(0, 1).toLowerCase() + label.slice(1);

/** The words of a field's values, and of the fields of the groups inside it. */
function valuesOf(field: z.ZodType): Readonly<Record<string, BothLanguages>> {
  const own = fieldMeta.get(field)?.values ?? {};
  const inner = (field as unknown as { readonly _zod: { readonly def: Readonly<Record<string, unknown>> } })._zod.def;
  const parts = [inner['innerType'], inner['element'], ...Object.values((inner['shape'] as Readonly<Record<string, unknown>> | undefined) ?? {})];
  return Object.assign({}, ...parts.filter((part) => part !== undefined).map((part) => valuesOf(part as z.ZodType)), own) as Readonly<Record<string, BothLanguages>>;
}
