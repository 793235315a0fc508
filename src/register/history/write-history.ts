import { base64 } from '../log/base64.ts';
import { leafOf } from '../kept-form.ts';
import { isErased, type KeptEntry } from '../store/store.ts';

/** The first line of a history file: the name of the form and its version. */
export const FIRST_LINE = 'answerable-history 1';

/** The whole history as lines (docs/reference/history-format.md): it replays to the same root. */
export function* historyLines(register: string, entries: readonly KeptEntry[], checkpoint: string): Generator<string> {
  yield `${FIRST_LINE}\nregister ${register}\n`;
  for (const entry of entries) {
    const leaf = leafOf(entry);
    if (!leaf.ok) throw new RangeError(`Entry ${entry.number} has no leaf.`);
    yield `entry ${new TextDecoder().decode(leaf.value)}\n`;
    for (const { put } of entry.changes) if (put !== undefined) yield isErased(put) ? `erased ${put.erasedBy}\n` : `body ${base64(put.salt)} ${put.body}\n`;
  }
  yield `checkpoint\n${checkpoint}`;
}
