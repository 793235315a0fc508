import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { newMembers } from '../new-members.ts';
import type { InOffice, Need } from './need.ts';

const UNBRIEFED = { en: 'New, and not briefed on record: {who}.', cy: 'Newydd, a heb eu briffio ar gofnod: {who}.' };

/** Those who are new to a councillor's post or seat and were not briefed: one thing, for the statutory officer and those who see to councillors. */
export function newMembersUnbriefed(facts: Facts, { keeps, person, posts }: InOffice): readonly Need[] {
  const officer = posts.find((post) => facts.get(post)?.designations.includes(facts.words.statutoryOfficer));
  if (officer === undefined && !keeps.has('briefing')) return [];
  const waiting = newMembers(facts).filter(({ briefed }) => briefed === undefined);
  const [first] = waiting;
  if (first === undefined) return [];
  const who = [...new Set(waiting.map((one) => one.who))];
  return [{ is: 'briefing', says: reason(UNBRIEFED, { who }, who), whose: officer ?? posts[0] ?? person, by: first.by, does: { act: 'enter', kind: 'briefings', filled: { newMembers: 'yes' } } }];
}
