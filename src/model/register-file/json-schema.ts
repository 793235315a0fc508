import { z } from 'zod';
import { fieldMeta, type FieldMeta } from '../field.ts';
import { KIND_NAMES, kindNamed } from '../kinds.ts';
import { headerSchema } from './header.ts';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = { [key: string]: unknown };

/**
 * The JSON Schema of a register file, from the very schemas that the reader uses, so that editors complete and check what is typed.
 * It knows shapes, not what needs the whole file: whether a reference leads somewhere, the guidance's words, periods and loops. A key with
 * nothing after it, which the reader takes as not written, it marks: nobody means one.
 */
export function registerFileSchema(): JsonSchema {
  const kinds = KIND_NAMES.map((name) => [name, { type: ['array', 'null'], title: kindNamed(name).labels.en, items: { $ref: `#/$defs/${name}` } }] as const);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Register file',
    description: 'The arrangements of one authority and what actually happened. Each key but `register` is a kind of record in the plural.',
    type: 'object',
    properties: { register: { $ref: '#/$defs/register' }, ...Object.fromEntries(kinds) },
    required: ['register'],
    additionalProperties: false,
    $defs: { register: schemaOf(headerSchema, 'Register'), ...Object.fromEntries(KIND_NAMES.map((name) => [name, schemaOf(kindNamed(name).schema, kindNamed(name).label.en)])) },
  };
}

/** The schema of what a person writes, with the words of its fields. */
export function schemaOf(schema: z.ZodType, title: string): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12', override: describeField });
  return { title, ...json };
}

/** Adds the words of a field, and that a reference or a usual word may be written as a number. */
export function describeField({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void {
  const meta: FieldMeta = fieldMeta.get(zodSchema as unknown as z.ZodType) ?? {};
  if (meta.label !== undefined) jsonSchema['title'] = meta.label.en;
  if (meta.expected !== undefined) jsonSchema['description'] = sentence(meta);
  if (meta.refs !== undefined || meta.vocabulary !== undefined) jsonSchema['type'] = ['string', 'integer'];
  if (meta.values !== undefined && jsonSchema['enum'] === undefined) {
    jsonSchema['type'] = ['string', 'number'];
    jsonSchema['examples'] = Object.keys(meta.values);
  }
  // Whether a key may be left out is told by `required`; a default of the reader is not something that editors should write in.
  delete jsonSchema['default'];
}

const sentence = ({ expected = '' }: FieldMeta): string => `${expected.charAt(0).toUpperCase()}${expected.slice(1)}.`;

/** The schema as it is published in docs/reference/register.schema.json. */
export const registerFileSchemaText = (): string => `${JSON.stringify(registerFileSchema(), null, 2)}\n`;
