import type { Ref } from '../model/field.ts';
import type { BodyType, Seat } from '../model/structure.ts';
import type { Facts } from './facts.ts';
import { bodiesOf } from './meetings-held.ts';
import { holdersOf, postsDesignated } from './offices.ts';

/** Whether the seat is the office's: held by a post of it, by one who holds such a post, or by a post accountable to it. */
export function isSeatOf(facts: Facts, office: string, { holder }: Seat, orAccountable = false): boolean {
  const posts = postsDesignated(facts, office);
  if (holder.startsWith('persons/')) return posts.some((post) => holdersOf(facts, post.ref).some(({ person }) => person === holder));
  if (!holder.startsWith('posts/')) return false;
  if (posts.some((post) => post.ref === holder)) return true;
  const above = facts.get(holder as Ref<'posts'>)?.reportsTo;
  return orAccountable && above !== undefined && posts.some((post) => post.ref === above);
}

/** The bodies of the types; with `alongside`, only those on which that office itself has a seat, in whatever role. */
export const bodiesWith = (facts: Facts, types: readonly BodyType[], alongside: string | undefined): readonly Ref<'bodies'>[] =>
  bodiesOf(facts, types).filter((body) => alongside === undefined || facts.where('seats', 'body', body).some((seat) => isSeatOf(facts, alongside, seat)));
