import { ok, refused, type Result } from '../../kernel/result.ts';
import type { Kept } from './catch-up.ts';
import { appendedBy } from './decide-batch.ts';
import type { InStep } from './in-step.ts';
import { entryOf } from '../kept-form.ts';
import type { KeptEntry } from '../store/store.ts';

/** Keeps the entries of a history that the register does not have yet, as they are, in one commit; answers how many. @throws OutOfStep, OutcomeUnknown */
export async function replay(entries: readonly KeptEntry[], step: InStep, kept: Kept): Promise<Result<number>> {
  const loaded = await step.upToDate();
  const { image, tree } = loaded;
  const after = tree.size;
  const parting = entries.slice(0, after).findIndex(({ leafHash }, number) => !Buffer.from(tree.completeSubtree(0, number)).equals(leafHash));
  if (parting >= 0) return refused({ category: 'conflict', code: 'other-history', sentence: `This history and the register part at entry ${parting}: they are not of one register.` });
  const fresh = entries.slice(after);
  if (fresh.length === 0) return ok(0);
  const read = fresh.map(entryOf);
  const appended = image.trying(() => {
    for (const [index, entry] of fresh.entries()) image.apply(read[index] ?? entryOf(entry), entry.key);
    return appendedBy(fresh, loaded, kept);
  });
  // What a later entry of the history erased of it comes without its body.
  await step.append({ ...appended, erased: appended.erased?.filter(({ entry }) => entry < after) }, read);
  return ok(fresh.length);
}
