import type { Access } from '../access/access.ts';
import type { Assessment, Judged } from '../assessment/assess.ts';
import { evaluateCell, type TestedLens } from '../assessment/cells.ts';
import type { BothLanguages } from '../kernel/text.ts';

/** What is said in place of reasons that are not told. */
export const HIDDEN_REASON: BothLanguages = { en: 'Some of what this rests on is not for you to see.', cy: 'Nid yw rhan o’r hyn y mae hyn yn dibynnu arno i chi ei weld.' };

/** Whether a verdict was found by reading anything that the reader may not see: then its reasons are not told, nor what they count. */
export function restsOnHidden({ access, assessment: { facts, snapshot } }: { readonly access: Pick<Access, 'sees' | 'fieldsHidden'> | undefined; readonly assessment: Assessment }, { compiled }: Judged, lens: TestedLens): boolean {
  if (access === undefined) return false;
  const { reads } = evaluateCell(compiled, lens, facts);
  return reads.some((bucket) => snapshot.recordsIn(bucket).some((record) => !access.sees(record) || [...access.fieldsHidden(record)].some((field) => field !== 'note')));
}
