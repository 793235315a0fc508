import type { z } from 'zod';
import type { Fault } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/text.ts';
import { fieldMeta, type FieldMeta } from '../../model/field.ts';
import type { SaidText } from '../said-text.ts';
import { filled } from '../words/pairs.ts';
import { refusalWords } from '../words/refusals.ts';

/** The codes of what a schema refuses, each with the words that name the field by its label. */
const SAID: Readonly<Record<string, keyof typeof refusalWords>> = { missing: 'field-missing', 'wrong-type': 'wrong-type', 'wrong-value': 'wrong-type', 'unknown-word': 'unknown-value' };

/** A fault of the input of an act, said of the field by its label; undefined of any other fault, and of a field without one. @param given what the act was asked */
export function inputFault(input: z.ZodType, { code, place, found, nearest }: Fault, given: unknown, language: Language): SaidText | undefined {
  const words = SAID[code];
  const meta = place?.path === undefined || words === undefined ? undefined : metaAt(input, place.path.split('.'));
  const label = meta?.label?.[language];
  if (words === undefined || label === undefined) return undefined;
  const key = code === 'wrong-value' && meta?.expected?.includes('date') === true ? 'bad-date' : words;
  const typed = found ?? wordsAt(given, place?.path?.split('.') ?? []);
  return { text: filled(refusalWords[key][language], { field: `‘${label}’`, found: `‘${typed.slice(0, 60)}’`, nearest: nearest === undefined ? '' : ` (${nearest}?)` }) };
}

/** What is said of the field at a path: through groups, lists, and what may be left out. */
function metaAt(schema: z.ZodType, path: readonly string[], outer?: FieldMeta): FieldMeta | undefined {
  const own = fieldMeta.get(schema) ?? outer;
  const { def } = (schema as unknown as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'nullable':
      return metaAt(def.innerType as z.ZodType, path, own);
    case 'pipe':
      return metaAt(def.in as z.ZodType, path, own);
    case 'object': {
      const [step = '', ...rest] = path;
      const field = def.shape[step] as z.ZodType | undefined;
      return path.length === 0 || field === undefined ? own : metaAt(field, rest);
    }
    case 'array':
      return path.length === 0 ? own : metaAt(def.element as z.ZodType, path.slice(1));
    default:
      return own;
  }
}

const wordsAt = (given: unknown, path: readonly string[]): string => {
  const at = path.reduce<unknown>((inner, step) => (inner as Readonly<Record<string, unknown>> | undefined)?.[step], given);
  return typeof at === 'string' || typeof at === 'number' ? String(at) : '';
};
