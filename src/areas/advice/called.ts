import type { Ref } from '../../model/field.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { KindName } from '../../model/kinds.ts';
import { titleOf } from '../../model/labels.ts';
import type { Snapshot } from '../../register/snapshot.ts';

/** What a record is called in a sentence in English: its title, else its reference. */
export function called(snapshot: Snapshot, ref: Ref): string {
  const [kind, id] = [ref.slice(0, ref.indexOf('/')) as KindName, ref.slice(ref.indexOf('/') + 1)];
  const record = (snapshot.where(kind, 'id', id)[0] ?? snapshot.where(kind, 'id', id, 'ever').at(-1)) as AnyRecord | undefined;
  const title = record === undefined ? undefined : titleOf(record);
  return title?.en ?? title?.cy ?? ref;
}

/** "Ann Example and Ben Example". */
export const joined = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);

/** The reference of a record of one of the kinds, however it was written: `director` or `posts/director`. Where no kind has it, of the first. */
export function refAmong<K extends KindName>(snapshot: Snapshot, kinds: readonly [K, ...K[]], written: string): Ref<K> {
  if (kinds.some((kind) => written.startsWith(`${kind}/`))) return written as Ref<K>;
  const kind = kinds.find((one) => snapshot.where(one, 'id', written as never).length > 0) ?? kinds[0];
  return `${kind}/${written}`;
}
