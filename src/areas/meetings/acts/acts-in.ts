import { standingOf } from '../../../access/standing.ts';
import type { Ref } from '../../../model/field.ts';
import type { KindName } from '../../../model/kinds.ts';
import type { Actor } from '../../../register/entry.ts';
import type { Snapshot } from '../../../register/snapshot.ts';

/** All that the actor is on the day: themself, the posts that they hold or stand in for, and the bodies on which they sit. */
export function capacitiesOf(snapshot: Snapshot, actor: Actor): ReadonlySet<Ref> {
  const { person, posts, bodies } = standingOf(snapshot, `persons/${actor.person}`);
  return new Set<Ref>([...(person === undefined ? [] : [person]), ...posts.map(({ ref }) => ref), ...bodies]);
}

/** The reference of a record of the kind, however it was written: `director` or `posts/director`. */
export const refTo = <K extends string>(kind: K, written: string): Ref<K> => (written.startsWith(`${kind}/`) ? written : `${kind}/${written}`) as Ref<K>;

/** The reference that was meant, where a bare id was written: of the first of the kinds that has such a record. */
export const refAmong = <K extends KindName>(snapshot: Snapshot, kinds: readonly K[], written: string): Ref<K> =>
  (written.includes('/') ? written : (kinds.map((kind) => `${kind}/${written}` as Ref<K>).find((ref) => snapshot.get(ref) !== undefined) ?? written)) as Ref<K>;
