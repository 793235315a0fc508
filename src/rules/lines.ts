import type { Ref } from '../model/field.ts';
import type { Facts } from './facts.ts';

/** More steps than any council has: a line that goes on longer goes in a circle. */
const LONGEST_LINE = 50;

/**
 * The posts from `post` up to `top`, both included, along the lines of reporting valid on the date.
 * Undefined when the line ends elsewhere.
 */
export function lineUpTo(facts: Facts, post: Ref<'posts'>, top: Ref<'posts'>): readonly Ref<'posts'>[] | undefined {
  const line: Ref<'posts'>[] = [post];
  let at = post;
  while (at !== top) {
    const above = facts.get(at)?.reportsTo;
    if (above === undefined || line.length > LONGEST_LINE) return undefined;
    line.push(above);
    at = above;
  }
  return line;
}

/** The whole line above a post, itself first, as far as it is recorded. */
export function lineAbove(facts: Facts, post: Ref<'posts'>): readonly Ref<'posts'>[] {
  const line: Ref<'posts'>[] = [post];
  let above = facts.get(post)?.reportsTo;
  while (above !== undefined && line.length <= LONGEST_LINE) {
    line.push(above);
    above = facts.get(above)?.reportsTo;
  }
  return line;
}
