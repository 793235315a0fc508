import { z } from 'zod';
import { KIND_NAMES, kindNamed, type KindName } from '../../model/kinds.ts';
import { describeField, type JsonSchema } from '../../model/register-file/json-schema.ts';
import { bodySchema, seenSchema } from '../read/record-answer.ts';

/** The schemas of a document, by name; what is said of a kind of record is said once and required where it is sent. */
export class Components {
  readonly #schemas = new Map<string, JsonSchema>();

  constructor() {
    for (const kind of KIND_NAMES) {
      const { $schema: _, required: _required, additionalProperties: _closed, ...fields } = z.toJSONSchema(bodySchema(kind), { io: 'input', override: describeField });
      this.#schemas.set(nameOf(kind), { title: kindNamed(kind).label.en, ...fields });
    }
  }

  /** The JSON Schema of what is sent, or of what is answered, with references to what has a name. */
  of(schema: z.ZodType): JsonSchema {
    const { $schema: _, $defs = {}, ...own } = z.toJSONSchema(schema, { io: 'input', override: (context) => { describeField(context); byKind(context); } });
    for (const [name, one] of Object.entries($defs)) this.#schemas.set(name, moved(one) as JsonSchema);
    return moved(own) as JsonSchema;
  }

  all(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#schemas].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** `case-reviews` is `CaseReview`. */
export const nameOf = (kind: KindName): string => kindNamed(kind).singular.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');

const BY_SCHEMA = new Map<unknown, { readonly kind: KindName; readonly as: 'body' | 'seen' | 'whole' }>(KIND_NAMES.flatMap((kind) => [
  [bodySchema(kind), { kind, as: 'body' as const }] as const,
  [seenSchema(kind), { kind, as: 'seen' as const }] as const,
  [kindNamed(kind).schema, { kind, as: 'whole' as const }] as const,
]));

function byKind({ zodSchema, jsonSchema }: { readonly zodSchema: unknown; readonly jsonSchema: JsonSchema }): void {
  const found = BY_SCHEMA.get(zodSchema);
  if (found === undefined) return;
  const { kind, as } = found;
  const { properties = {}, required = [] } = jsonSchema as { readonly properties?: Readonly<Record<string, unknown>>; readonly required?: readonly string[] };
  for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
  const ref = { $ref: `#/components/schemas/${nameOf(kind)}` };
  const apart = Object.keys(properties).filter((name) => !(name in bodySchema(kind).shape));
  if (as === 'seen') Object.assign(jsonSchema, ref);
  else {
    Object.assign(jsonSchema, {
      allOf: [ref], type: 'object',
      ...(apart.length === 0 ? {} : { properties: Object.fromEntries(apart.map((name) => [name, properties[name]])) }),
      ...(required.length === 0 ? {} : { required }),
      unevaluatedProperties: false,
    });
  }
}

/** References from where they are made to where they are in the document. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : moved(inner)]));
}
