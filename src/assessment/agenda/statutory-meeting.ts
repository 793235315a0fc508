import type { Facts } from '../../rules/facts.ts';
import { postsDesignated } from '../../rules/offices.ts';
import type { Meeters } from './proposal.ts';

/** Whether the statutory officer meets here with few enough that all of social services is their business: a one-to-one, or a body of which social services are the remit. */
export function isStatutoryMeeting(facts: Facts, { posts, body }: Meeters): boolean {
  const officers = postsDesignated(facts, facts.words.statutoryOfficer).map(({ ref }) => ref);
  if (!officers.some((post) => posts.includes(post))) return false;
  const type = body === undefined ? undefined : facts.get(body)?.type;
  return type === undefined || type === 'departmental-management-team' || type === 'corporate-management-team';
}
