import type { BothLanguages } from '../kernel/text.ts';
import type { AnyRecord } from '../model/kind.ts';
import { KIND_NAMES, type KindName } from '../model/kinds.ts';
import { shapeOf, type Shape } from '../model/register-file/shape.ts';
import type { RegisterContent } from '../model/register-header.ts';

/** Records of one kind that refer to another record through one field. */
export interface Referring {
  readonly kind: KindName;
  readonly field: BothLanguages;
  /** Each once, whatever the number of its versions. */
  readonly refs: ReadonlySet<string>;
}

type Found = Referring & { readonly refs: Set<string> };
type Referrers = ReadonlyMap<string, ReadonlyMap<string, Referring>>;

const known = new WeakMap<RegisterContent, Referrers>();

/** What refers to a record in any version; the whole register is read through once, when first asked. */
export function referring(content: RegisterContent, ref: string): readonly Referring[] {
  let referrers = known.get(content);
  if (referrers === undefined) known.set(content, (referrers = readThrough(content)));
  return [...(referrers.get(ref)?.values() ?? [])];
}

function readThrough(content: RegisterContent): Referrers {
  const found = new Map<string, Map<string, Found>>();
  for (const kind of KIND_NAMES) {
    const shape = shapeOf(kind);
    for (const record of (content.records[kind] ?? []) as readonly AnyRecord[]) {
      eachReference(shape, record, undefined, (to, field) => {
        let fields = found.get(to);
        if (fields === undefined) found.set(to, (fields = new Map<string, Found>()));
        const key = `${kind} ${field.en}`;
        const one = fields.get(key);
        if (one === undefined) fields.set(key, { kind, field, refs: new Set([record.ref]) });
        else one.refs.add(record.ref);
      });
    }
  }
  return found;
}

/** @param named the label of the nearest list or field around the value */
function eachReference(shape: Shape, value: unknown, named: BothLanguages | undefined, tell: (ref: string, field: BothLanguages) => void): void {
  if (value === undefined || value === null) return;
  const label = shape.meta.label ?? named;
  if (shape.is === 'list') for (const item of value as readonly unknown[]) eachReference(shape.item, item, label, tell);
  else if (shape.is === 'group') for (const [name, field] of shape.fields) eachReference(field, (value as Readonly<Record<string, unknown>>)[name], undefined, tell);
  else if (shape.is === 'reference' && typeof value === 'string' && value.includes('/') && label !== undefined) tell(value, label);
}
