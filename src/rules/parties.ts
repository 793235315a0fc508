import type { Ref } from '../model/field.ts';
import type { BodyType, Post } from '../model/structure.ts';
import type { Facts } from './facts.ts';
import { AUDIENCES, type Audience } from './pack-words.ts';

const COUNCILLOR_BODIES: readonly BodyType[] = ['council', 'cabinet', 'scrutiny-committee'];
const OFFICER_BODIES: readonly BodyType[] = ['corporate-management-team', 'departmental-management-team'];
const STAFF_BODIES: readonly BodyType[] = ['departmental-management-team', 'forum', 'working-group'];
const PARTNER_BODIES: readonly BodyType[] = [
  'partnership', 'local-service-board', 'children-safeguarding-board', 'adult-protection-committee', 'regional-collaboration', 'forum',
];

const isAudience = (word: string): word is Audience => (AUDIENCES as readonly string[]).includes(word);

/** Whether a post, body, organisation or person is what the word says: a designation, a type of body, or an audience. */
export function isParty(facts: Facts, ref: Ref, word: string): boolean {
  if (isAudience(word)) return isOfAudience(facts, ref, word);
  if (ref.startsWith('posts/')) return facts.get(ref as Ref<'posts'>)?.designations.includes(word) ?? false;
  if (ref.startsWith('bodies/')) return facts.get(ref as Ref<'bodies'>)?.type === word;
  if (ref.startsWith('persons/')) return postsHeldBy(facts, ref as Ref<'persons'>).some((post) => post.designations.includes(word));
  return false;
}

const isCouncillor = (facts: Facts, post: Post): boolean => post.designations.some((designation) => facts.words.councillorDesignations.has(designation));

/** The posts that a person holds today. */
export const postsHeldBy = (facts: Facts, person: Ref<'persons'>): readonly Post[] =>
  facts.where('appointments', 'person', person).flatMap(({ post }) => facts.get(post) ?? []);

/** Whether something told to this post, body, organisation or person is told to that audience. */
export function isOfAudience(facts: Facts, ref: Ref, audience: Audience): boolean {
  const kind = ref.slice(0, ref.indexOf('/'));
  if (kind === 'organisations') return audience === 'partners';
  if (kind === 'bodies') {
    const type = facts.get(ref as Ref<'bodies'>)?.type;
    return type !== undefined && BODIES[audience].includes(type);
  }
  const posts = kind === 'posts' ? [facts.get(ref as Ref<'posts'>)].filter((post) => post !== undefined) : postsHeldBy(facts, ref as Ref<'persons'>);
  if (posts.some((post) => isCouncillor(facts, post))) return audience === 'councillors';
  // A person without a post is one of the staff at most: nothing says more of them.
  return audience === 'staff' || (audience === 'officers' && posts.length > 0);
}

const BODIES: Readonly<Record<Audience, readonly BodyType[]>> = {
  councillors: COUNCILLOR_BODIES,
  officers: OFFICER_BODIES,
  partners: PARTNER_BODIES,
  staff: STAFF_BODIES,
};
