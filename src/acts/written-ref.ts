import type { Ref } from '../model/field.ts';
import type { KindName } from '../model/kinds.ts';
import type { Snapshot } from '../register/snapshot.ts';

/** The reference of a record of the kind, however it was written: `director` or `posts/director`. */
export const refTo = <K extends KindName>(kind: K, written: string): Ref<K> => (written.startsWith(`${kind}/`) ? written : `${kind}/${written}`) as Ref<K>;

/** The same of the first of the kinds that has such a record; as it was written where none has: what is wrong with it is told by its own name. */
export const refAmong = <K extends KindName>(snapshot: Snapshot, kinds: readonly K[], written: string): Ref<K> =>
  (written.includes('/') ? written : (kinds.map((kind) => `${kind}/${written}` as Ref<K>).find((ref) => snapshot.get(ref) !== undefined) ?? written)) as Ref<K>;
