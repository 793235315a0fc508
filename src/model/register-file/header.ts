import { z } from 'zod';
import type { CalendarDate } from '../../kernel/date.ts';
import type { Text } from '../../kernel/text.ts';
import { date, fieldMeta, group, list, oneOf, text, words } from '../field.ts';
import { id } from '../kind.ts';
import { KIND_NAMES, KINDS, type KindName } from '../kinds.ts';
import type { RegisterHeader } from '../register-header.ts';
import { NATIONS, type Nation } from '../structure.ts';
import type { FaultList } from './fault-list.ts';
import { addIssues, SILENT } from './issues.ts';
import { groupShape } from './shape.ts';
import type { Source } from './source.ts';
import { tidy } from './tidy.ts';

const kindWords = Object.fromEntries(KIND_NAMES.map((name) => [name, [KINDS[name].labels.en, KINDS[name].labels.cy]])) as unknown as {
  readonly [K in KindName]: readonly [string, string];
};

const thresholds = z.record(z.string(), z.union([z.number(), z.string().min(1).max(200)])).register(fieldMeta, {
  label: { en: 'Stricter thresholds', cy: 'Trothwyon llymach' },
  expected: 'a group of threshold ids, each with a number or a duration',
});

/** What stands under `register:`. */
export const headerSchema = group({
  id,
  authority: group({ name: text('Name', 'Enw'), nation: oneOf(NATIONS, 'Nation', 'Cenedl') }, 'Authority', 'Awdurdod'),
  pack: words('Guidance pack', 'Pecyn canllawiau').optional(),
  completeFor: list(oneOf(kindWords, 'Kind', 'Math'), 'Complete for', 'Cyflawn ar gyfer'),
  asAt: date('As at', 'Fel ar').optional(),
  thresholds: thresholds.optional(),
}, 'Register', 'Cofrestr');

export const headerShape = groupShape(headerSchema);

interface Written {
  readonly id: string;
  readonly authority: { readonly name: Text; readonly nation: Nation };
  readonly pack?: string | undefined;
  readonly completeFor: readonly KindName[];
  readonly asAt?: CalendarDate | undefined;
  readonly thresholds?: Readonly<Record<string, number | string>> | undefined;
}

/** The header of the register; undefined where it has faults, which are added to the list. */
export function readHeader(file: Readonly<Record<string, unknown>>, source: Source, faults: FaultList): RegisterHeader | undefined {
  const value = Object.hasOwn(file, 'register') ? file['register'] : undefined;
  if (value === undefined || value === null) {
    faults.add(['register'], 'key', 'header-missing', () => ({
      sentence: 'The file does not say whose register it is. Begin with `register:`, its `id` and its `authority` with `name` and `nation`.',
      expected: 'a group `register`',
    }));
    return undefined;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    faults.add(['register'], 'value', 'wrong-type', () => ({ sentence: '`register` must be a group of `id`, `authority` and what else the register says of itself.', expected: 'a group' }));
    return undefined;
  }
  tidy(headerShape, value as Record<string, unknown>, ['register'], source, faults);
  const read = headerSchema.safeParse(value, SILENT);
  if (!read.success) {
    addIssues(read.error.issues, { shape: headerShape, value, path: ['register'], name: '`register`', of: 'register' }, faults);
    return undefined;
  }
  const header = read.data as unknown as Written;
  return { ...header, completeFor: [...new Set(header.completeFor)], thresholds: header.thresholds ?? {} };
}
