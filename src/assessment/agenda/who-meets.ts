import type { Ref } from '../../model/field.ts';
import type { Meeting } from '../../model/meetings.ts';
import type { Facts } from '../../rules/facts.ts';
import type { Meeters } from './proposal.ts';

/** Who meets in a series, on a body, or as they were invited. */
export function whoMeets(facts: Facts, { series, body, invited = [] }: Partial<Pick<Meeting, 'series' | 'body' | 'invited'>>): Meeters {
  const of = series === undefined ? undefined : facts.get(series);
  const onBody = body ?? of?.body;
  const seated = onBody === undefined ? [] : facts.where('seats', 'body', onBody).map(({ holder }) => holder);
  const posts = [...(of?.between ?? []), ...seated, ...invited].filter((ref): ref is Ref<'posts'> => ref.startsWith('posts/'));
  return { series, body: onBody, posts: [...new Set(posts)] };
}

/** The meetings of the same series or body, in the order of their days. */
export function meetingsOf(facts: Facts, { series, body }: Meeters): readonly Meeting[] {
  const own = [...(series === undefined ? [] : facts.where('meetings', 'series', series)), ...(body === undefined ? [] : facts.where('meetings', 'body', body))];
  return [...new Set(own)].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
