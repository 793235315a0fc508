import type { Access } from '../access/access.ts';
import type { Assessment, Judged } from '../assessment/assess.ts';
import { evaluateCell, type TestedLens } from '../assessment/cells.ts';
import type { Part } from '../access/table.ts';
import type { BothLanguages } from '../kernel/text.ts';
import type { Ref } from '../model/field.ts';
import type { AnyRecord } from '../model/kind.ts';
import { isKindName, type KindName } from '../model/kinds.ts';
import type { Snapshot } from '../register/snapshot.ts';
import { ACCESS_RULES } from './access-rules.ts';

/** What is said in place of reasons that are not told. */
export const HIDDEN_REASON: BothLanguages = { en: 'Some of what this rests on is not for you to see.', cy: 'Nid yw rhan o’r hyn y mae hyn yn dibynnu arno i chi ei weld.' };

/** Whether a verdict was found by reading anything that the reader may not see: then its reasons are not told, nor what they count. */
export function restsOnHidden({ access, assessment: { facts, snapshot } }: { readonly access: Sees | undefined; readonly assessment: Assessment }, { compiled }: Judged, lens: TestedLens): boolean {
  if (access === undefined) return false;
  const { reads } = evaluateCell(compiled, lens, facts);
  return reads.some((bucket) => snapshot.recordsIn(bucket).some((record) => !access.sees(record) || [...access.fieldsHidden(record)].some((field) => hidesFact(record, field, access, snapshot))));
}

type Sees = Pick<Access, 'sees' | 'fieldsHidden'>;

/** Whether a test may have read what is hidden in the field: no test reads notes, nor of a part of a list more than its facts. */
function hidesFact(record: AnyRecord, field: string, access: Sees, snapshot: Snapshot): boolean {
  if (field === 'note') return false;
  const rule = ACCESS_RULES[record.ref.slice(0, record.ref.indexOf('/')) as KindName];
  const ofParts = rule.parts?.[field];
  if (ofParts === undefined || rule.guarded?.[field] !== undefined) return true;
  const parts = (record as unknown as Readonly<Record<string, readonly Part[] | undefined>>)[field] ?? [];
  return parts.some((part) => ofParts.facts.some((fact) => (ofParts.is(part) && saysMore(part[fact], ofParts.left(part)[fact])) || namesUnseen(part[fact], access, snapshot)));
}

const saysMore = (whole: unknown, left: unknown): boolean => whole !== undefined && left === undefined;

function namesUnseen(value: unknown, access: Sees, snapshot: Snapshot): boolean {
  if (Array.isArray(value)) return value.some((one) => namesUnseen(one, access, snapshot));
  if (typeof value !== 'string' || !isKindName(value.slice(0, Math.max(0, value.indexOf('/'))))) return false;
  const named = snapshot.get(value as Ref<KindName>) as AnyRecord | undefined;
  return named !== undefined && !access.sees(named);
}
