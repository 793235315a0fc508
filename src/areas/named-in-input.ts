import type { AreaAct } from '../acts/area-act.ts';
import type { Ref } from '../model/field.ts';
import { isKindName } from '../model/kinds.ts';
import { groupShape, type GroupShape, type Shape } from '../model/register-file/shape.ts';

/** A reference in the input of an act, as it was written, with every record that it may mean. */
export interface NamedInInput {
  readonly path: string;
  readonly written: string;
  readonly refs: readonly Ref[];
}

const shapes = new WeakMap<AreaAct, GroupShape>();

/** Every record that the input of an act names where it takes one; words that only look like a reference are words. The input need not be well formed. */
export function namedInInput(act: AreaAct, input: unknown): readonly NamedInInput[] {
  let shape = shapes.get(act);
  if (shape === undefined) shapes.set(act, (shape = groupShape(act.input)));
  return namedAt(shape, input, '');
}

function namedAt(shape: Shape, value: unknown, path: string): readonly NamedInInput[] {
  const inside = (step: string | number): string => (path === '' ? String(step) : `${path}.${step}`);
  if (shape.is === 'list') return Array.isArray(value) ? value.flatMap((one, index) => namedAt(shape.item, one, inside(index))) : [];
  if (shape.is === 'group') {
    if (typeof value !== 'object' || value === null) return [];
    return [...shape.fields].flatMap(([name, field]) => (Object.hasOwn(value, name) ? namedAt(field, (value as Readonly<Record<string, unknown>>)[name], inside(name)) : []));
  }
  if (shape.is !== 'reference' || typeof value !== 'string') return [];
  const refs = refsOf(value, shape.meta.refs);
  return refs.length === 0 ? [] : [{ path, written: value, refs }];
}

function refsOf(written: string, kinds: readonly string[] | 'any' | undefined): readonly Ref[] {
  if (written.includes('/')) return isKindName(written.slice(0, written.indexOf('/'))) ? [written as Ref] : [];
  return kinds === undefined || kinds === 'any' ? [] : kinds.map((kind): Ref => `${kind}/${written}`);
}
