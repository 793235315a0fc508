import { standingOf } from '../access/standing.ts';
import type { Ref } from '../model/field.ts';
import type { Actor } from '../register/entry.ts';
import type { Snapshot } from '../register/snapshot.ts';
import { refTo } from './written-ref.ts';

/** All that the actor is on the day: themself, the posts that they hold or stand in for, and the bodies on which they sit. */
export function capacitiesOf(snapshot: Snapshot, actor: Actor): ReadonlySet<Ref> {
  const { person, posts, bodies } = standingOf(snapshot, `persons/${actor.person}`);
  return new Set<Ref>([...(person === undefined ? [] : [person]), ...posts.map(({ ref }) => ref), ...bodies]);
}

/** The post that the actor says they act in; undefined where they say none. */
export const postOf = ({ post }: Actor): Ref<'posts'> | undefined => (post === undefined ? undefined : refTo('posts', post));

/** The post of an office that the actor holds or stands in for. @param designation as `head-of-paid-service` */
export const postHeldBy = (snapshot: Snapshot, actor: Actor, designation: string): Ref<'posts'> | undefined =>
  standingOf(snapshot, `persons/${actor.person}`).posts.find(({ ref }) => snapshot.get(ref)?.designations.includes(designation))?.ref;

/** Those appointed to a post on the day; nobody where it is vacant. */
export const appointedTo = (snapshot: Snapshot, post: Ref<'posts'>): readonly Ref<'persons'>[] => snapshot.where('appointments', 'post', post).map(({ person }) => person);

/** Whoever has a seat of the role on a body on the day: posts or persons. */
export const seatedAs = (snapshot: Snapshot, body: Ref<'bodies'>, role: 'chair' | 'vice-chair'): readonly Ref[] => snapshot.where('seats', 'body', body).filter((seat) => seat.role === role).map(({ holder }) => holder);
