import { z } from 'zod';
import type { BothLanguages } from '../kernel/text.ts';
import { fieldMeta, type Vocabulary } from '../model/field.ts';
import { hasOwnFrom } from '../model/kind.ts';
import { KIND_NAMES, kindNamed, type KindName } from '../model/kinds.ts';
import { inText } from '../model/labels.ts';

/** A field of a kind as a test may ask about it. */
export interface FieldShape {
  readonly name: string;
  readonly label: BothLanguages;
  /** Always present on a record; a list counts as required, since one that is not written is empty. */
  readonly required: boolean;
  readonly list: boolean;
  /** `open` is words, numbers and dates: a test may only ask whether they are there. */
  readonly holds: 'flag' | 'word' | 'reference' | 'group' | 'open';
  readonly isDate: boolean;
  /** The values of an enumeration, each with its words in running text. */
  readonly values: ReadonlyMap<string, BothLanguages>;
  readonly vocabulary: readonly Vocabulary[];
  /** The kinds that a reference may name. */
  readonly refs: readonly KindName[];
  /** The fields of a group. */
  readonly fields: FieldShapes;
}

export type FieldShapes = ReadonlyMap<string, FieldShape>;

const known = new Map<KindName, FieldShapes>();

/** The fields of a kind, with the ends of its valid period where `from` and `until` are not fields of its own. */
export function fieldsOf(kind: KindName): FieldShapes {
  let shapes = known.get(kind);
  if (shapes === undefined) {
    const { fields, schema } = kindNamed(kind);
    const period = hasOwnFrom({ fields }) ? {} : { from: schema.shape['from'], until: schema.shape['until'] };
    shapes = shapesOf({ ...fields, ...period } as z.ZodRawShape);
    known.set(kind, shapes);
  }
  return shapes;
}

const shapesOf = (fields: z.ZodRawShape): FieldShapes => new Map(Object.entries(fields).map(([name, field]) => [name, shapeOf(name, field as z.ZodType)]));

interface Def {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly shape?: z.ZodRawShape;
}

const defOf = (field: z.ZodType): Def => (field as unknown as { readonly _zod: { readonly def: Def } })._zod.def;

/** The words for a value of an enumeration: the same value may mean different things in different fields. */
export const valueWords = (kind: KindName, field: string, value: string): BothLanguages => fieldsOf(kind).get(field)?.values.get(value) ?? { en: value, cy: value };

function shapeOf(name: string, field: z.ZodType): FieldShape {
  let inner = field;
  let label = fieldMeta.get(inner)?.label;
  let [optional, list] = [false, false];
  for (let def = defOf(inner); ; def = defOf(inner)) {
    if (def.type === 'array') list = true;
    else if (def.type === 'optional' || def.type === 'nullable') optional = true;
    else if (def.type !== 'default') break;
    const next = def.innerType ?? def.element;
    if (next === undefined) break;
    inner = next;
    label ??= fieldMeta.get(inner)?.label;
  }
  const meta = fieldMeta.get(inner) ?? {};
  const { type, shape } = defOf(inner);
  const values = new Map(Object.entries(meta.values ?? {}).map(([value, said]) => [value, inText(said)]));
  const refs = (meta.refs === 'any' ? KIND_NAMES : (meta.refs ?? [])) as readonly KindName[];
  const vocabulary = meta.vocabulary ?? [];
  return {
    name,
    label: label ?? { en: name, cy: name },
    required: list || !optional,
    list,
    holds: type === 'boolean' ? 'flag' : shape !== undefined ? 'group' : refs.length > 0 ? 'reference' : values.size + vocabulary.length > 0 ? 'word' : 'open',
    isDate: z.globalRegistry.get(inner)?.['format'] === 'date',
    values,
    vocabulary,
    refs,
    fields: shape === undefined ? new Map() : shapesOf(shape),
  };
}
