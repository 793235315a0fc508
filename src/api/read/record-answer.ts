import { z } from 'zod';
import { isKindName, KIND_NAMES, kindNamed, type KindName } from '../../model/kinds.ts';
import { hasOwnFrom, type AnyRecord } from '../../model/kind.ts';
import { bodyOf } from '../../register/kept-form.ts';
import type { Image } from '../../register/image.ts';

/** The fields of a record without those that are said beside them; and what a reader gets: of that no field is certain, because some may be hidden. */
const SCHEMAS = new Map(KIND_NAMES.map((kind) => {
  const { id: _, ...fields } = kindNamed(kind).schema.shape;
  const { from: _from, until: _until, ...others } = fields;
  const body = z.strictObject(hasOwnFrom(kindNamed(kind)) ? fields : others);
  return [kind, { body, seen: body.partial() }] as const;
}));

export const bodySchema = (kind: KindName): z.ZodObject => schemasOf(kind).body;
export const seenSchema = (kind: KindName): z.ZodObject => schemasOf(kind).seen;

function schemasOf(kind: KindName) {
  const schemas = SCHEMAS.get(kind);
  if (schemas === undefined) throw new RangeError(`${kind} has no schema.`);
  return schemas;
}

const day = z.string().meta({ format: 'date' });

/** A version of a record of one kind. */
export const recordSchema = z.discriminatedUnion('kind', KIND_NAMES.map((kind) =>
  z.strictObject({
    record: z.string().describe('`kind/id`: how others refer to it.'),
    kind: z.literal(kind),
    id: z.string(),
    from: day.optional().describe('The first day on which this holds.'),
    until: day.optional().describe('The first day on which it no longer holds.'),
    version: z.number().int().optional().describe('The entry that last changed the record: what If-Match names. Absent where an earlier knowledge was asked for.'),
    body: seenSchema(kind),
  })) as unknown as readonly [z.ZodObject<{ kind: z.ZodLiteral<KindName> }>, ...z.ZodObject<{ kind: z.ZodLiteral<KindName> }>[]]).meta({ id: 'Record' });

/** @param image where the latest knowledge is read: its version can be relied on */
export function recordAnswer(record: AnyRecord, image: Image | undefined) {
  const version = image?.lastChanged(record.ref);
  const kind = kindOf(record.ref);
  return { record: record.ref, kind, id: record.id, ...periodOf(record), ...(version === undefined ? {} : { version }), body: bodyAnswer(record) };
}

export const bodyAnswer = (record: AnyRecord): unknown => JSON.parse(bodyOf(record)) as unknown;

export const periodOf = ({ valid: { from, until } }: Pick<AnyRecord, 'valid'>) => ({ ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) });

/** @throws RangeError for what refers to no kind; for references of ours */
export function kindOf(ref: string): KindName {
  const kind = ref.slice(0, ref.indexOf('/'));
  if (!isKindName(kind)) throw new RangeError(`${ref} is of no kind.`);
  return kind;
}
