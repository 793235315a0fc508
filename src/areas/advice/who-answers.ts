import { standingOf } from '../../access/standing.ts';
import { appointedTo, seatedAs } from '../../acts/capacities.ts';
import type { Ref } from '../../model/field.ts';
import type { Snapshot } from '../../register/snapshot.ts';

/** All that somebody of the authority acts as on the day: themself and the posts that they hold, or stand in for while nobody does. */
export function capacities(snapshot: Snapshot, person: Ref<'persons'>): readonly Ref[] {
  const { roles, posts } = standingOf(snapshot, person);
  return roles.has('insider') ? [person, ...posts.map(({ ref }) => ref)] : [];
}

/**
 * Whether somebody answers on the day for a post, a body or a person: who holds the post or stands in for it; who chairs the body, or keeps
 * its minutes.
 */
export function answersFor(snapshot: Snapshot, person: Ref<'persons'>): (ref: Ref) => boolean {
  const own = capacities(snapshot, person);
  const keepsMinutes = own.length > 0 && standingOf(snapshot, person).roles.has('democratic-services');
  return (ref) => own.includes(ref) || (ref.startsWith('bodies/') && (keepsMinutes || seatedAs(snapshot, ref as Ref<'bodies'>, 'chair').some((chair) => own.includes(chair))));
}

/** Those who hold a post, chair a body, or are the person, on the day; nobody where it is vacant. */
export function whoAnswers(snapshot: Snapshot, ref: Ref): readonly Ref<'persons'>[] {
  if (ref.startsWith('persons/')) return [ref as Ref<'persons'>];
  if (ref.startsWith('posts/')) return appointedTo(snapshot, ref as Ref<'posts'>);
  return ref.startsWith('bodies/') ? seatedAs(snapshot, ref as Ref<'bodies'>, 'chair').flatMap((chair) => whoAnswers(snapshot, chair)) : [];
}
