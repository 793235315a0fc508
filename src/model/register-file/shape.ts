import { z } from 'zod';
import { fieldMeta, type FieldMeta } from '../field.ts';
import { kindNamed, type KindName } from '../kinds.ts';

/** What a leaf holds. `text` is words or a pair of languages, `code` a number or words, `agenda` true, false, a date or a group. */
export type LeafType = 'words' | 'code' | 'text' | 'date' | 'instant' | 'duration' | 'flag' | 'amount' | 'choice' | 'reference' | 'agenda' | 'values-by-name';

interface Common {
  readonly meta: FieldMeta;
  readonly required: boolean;
  readonly nullable: boolean;
  /** What absence means, where it has a meaning of its own: an empty list, `true`. */
  readonly absent?: unknown;
}
export interface LeafShape extends Common {
  readonly is: LeafType;
  /** The values of a `choice`. */
  readonly choices: readonly string[];
}
export interface ListShape extends Common {
  readonly is: 'list';
  readonly item: Shape;
}
export interface GroupShape extends Common {
  readonly is: 'group';
  readonly fields: ReadonlyMap<string, Shape>;
}

/** A schema as plain data: what readers of workbooks, writers, and sentences need to know of it. */
export type Shape = LeafShape | ListShape | GroupShape;

const shapes = new Map<KindName, GroupShape>();

/** The shape of a record of the kind, as a person writes it. Compiled once. */
export function shapeOf(kind: KindName): GroupShape {
  let shape = shapes.get(kind);
  if (shape === undefined) {
    shape = groupShape(kindNamed(kind).schema);
    shapes.set(kind, shape);
  }
  return shape;
}

/** @throws TypeError for a schema that is no group; for literals of ours */
export function groupShape(schema: z.ZodType): GroupShape {
  const shape = compile(schema as unknown as z.core.$ZodTypes);
  if (shape.is !== 'group') throw new TypeError('A record is a group of fields.');
  return shape;
}

function compile(schema: z.core.$ZodTypes): Shape {
  const def = schema._zod.def;
  const meta = fieldMeta.get(schema as unknown as z.ZodType) ?? {};
  const common = { meta, required: true, nullable: false };
  switch (def.type) {
    case 'optional':
      return { ...inner(def.innerType, meta), required: false };
    case 'default':
      return { ...inner(def.innerType, meta), required: false, absent: def.defaultValue };
    case 'nullable':
      return { ...inner(def.innerType, meta), nullable: true };
    case 'pipe':
      return inner(def.in, meta);
    case 'object': {
      const fields = Object.entries(def.shape).map(([name, field]) => [name, compile(field as z.core.$ZodTypes)] as const);
      return { ...common, is: 'group', fields: new Map(fields) };
    }
    case 'array':
      return { ...common, is: 'list', item: compile(def.element as z.core.$ZodTypes) };
    case 'enum':
      return { ...common, is: 'choice', choices: Object.values(def.entries).map(String) };
    case 'record':
      return { ...common, is: 'values-by-name', choices: [] };
    case 'boolean':
      return { ...common, is: 'flag', choices: [] };
    case 'number':
      return { ...common, is: 'amount', choices: [] };
    case 'string':
      return { ...common, is: stringLeaf(schema as unknown as z.ZodType, meta), choices: [] };
    case 'union':
      return { ...common, is: unionLeaf(def.options as readonly z.core.$ZodTypes[]), choices: [] };
    default:
      throw new TypeError(`No register file holds a schema of type ${def.type}.`);
  }
}

function inner(schema: z.core.$ZodType, outerMeta: FieldMeta): Shape {
  const shape = compile(schema as z.core.$ZodTypes);
  return { ...shape, meta: { ...shape.meta, ...outerMeta } };
}

function stringLeaf(schema: z.ZodType, meta: FieldMeta): LeafType {
  if (meta.refs !== undefined || meta.vocabulary !== undefined) return 'reference';
  const format = z.globalRegistry.get(schema)?.['format'];
  if (format === 'date-time') return 'instant';
  return format === 'date' || format === 'duration' ? format : 'words';
}

function unionLeaf(options: readonly z.core.$ZodTypes[]): LeafType {
  const leaves = options.map((option) => compile(option));
  if (leaves.some((leaf) => leaf.is === 'flag')) return 'agenda';
  return leaves.some((leaf) => leaf.is === 'group') ? 'text' : 'code';
}

/** The shape of what the path leads to; undefined where the path leaves the shape. */
export function shapeAt(shape: Shape, path: readonly (string | number)[]): Shape | undefined {
  let here: Shape | undefined = shape;
  for (const step of path) {
    if (here === undefined) return undefined;
    if (here.is === 'list') here = here.item;
    else if (here.is === 'group' && typeof step === 'string') here = here.fields.get(step);
    else return undefined;
  }
  return here;
}
