import type { CalendarDate } from '../kernel/date.ts';
import { contains } from '../kernel/period.ts';
import type { Ref } from '../model/field.ts';
import type { Facts } from './facts.ts';
import { isInForce } from './in-force.ts';

/**
 * Whether a post or person stood for the office on the day: a post that carries the designation, or someone who then
 * held such a post. With `orDeputy`, also whoever an instrument in force names to deputise for such a post.
 */
export function isOfOffice(facts: Facts, ref: Ref, office: string, day: CalendarDate, orDeputy = false): boolean {
  if (ref.startsWith('posts/')) return carries(facts, ref as Ref<'posts'>, office, day) || (orDeputy && deputises(facts, ref, office, day));
  if (!ref.startsWith('persons/')) return false;
  const posts = facts.everWhere('appointments', 'person', ref).filter(({ valid }) => contains(valid, day));
  return (
    posts.some(({ post }) => carries(facts, post, office, day)) ||
    (orDeputy && (deputises(facts, ref, office, day) || posts.some(({ post }) => deputises(facts, post, office, day))))
  );
}

/** Whether there is any day on which a post carried the designation; of a person that is always asked day by day. */
export const wasEverOfOffice = (facts: Facts, ref: Ref, office: string): boolean =>
  ref.startsWith('persons/') || facts.everWhere('posts', 'id', ref.slice('posts/'.length)).some(({ designations }) => designations.includes(office));

const carries = (facts: Facts, post: Ref<'posts'>, office: string, day: CalendarDate): boolean =>
  facts.get(post)?.designations.includes(office) === true ||
  facts.everWhere('posts', 'id', post.slice('posts/'.length)).some(({ designations, valid }) => designations.includes(office) && contains(valid, day));

const deputises = (facts: Facts, deputy: Ref, office: string, day: CalendarDate): boolean =>
  facts
    .where('provisions', 'gives.to', deputy)
    .some(
      ({ instrument, gives }) =>
        isInForce(facts, instrument) &&
        gives.some(({ to, responsibility, towards }) => to === deputy && responsibility === 'deputises-for' && towards?.startsWith('posts/') === true && carries(facts, towards as Ref<'posts'>, office, day)),
    );
