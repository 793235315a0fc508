import { Access } from '../../access/access.ts';
import { PUBLIC, standingOf, type Standing } from '../../access/standing.ts';
import { ACCESS_RULES } from '../../areas/access-rules.ts';
import type { Meeters } from '../../assessment/agenda/proposal.ts';
import type { Ref } from '../../model/field.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { KindName } from '../../model/kinds.ts';
import type { Reading } from '../reading.ts';

/**
 * Whether everybody who meets may see a record: those who hold the posts today, those who sit by name, and those whom an organisation sends,
 * who are of the authority and no more. What one of them may not know of is nothing to propose for their agenda.
 */
export function allWhoMeetSee({ assessment: { snapshot } }: Pick<Reading, 'assessment'>, { posts, body }: Meeters): (ref: Ref) => boolean {
  const seats = body === undefined ? [] : snapshot.where('seats', 'body', body);
  const persons = new Set<Ref<'persons'>>([...posts.flatMap((post) => snapshot.where('appointments', 'post', post)).map(({ person }) => person), ...seats.flatMap(({ holder }) => (holder.startsWith('persons/') ? [holder as Ref<'persons'>] : []))]);
  const sent: Standing = { ...PUBLIC, roles: new Set(['insider']) };
  const standings = [...[...persons].map((person) => standingOf(snapshot, person)), ...(seats.some(({ holder }) => holder.startsWith('organisations/')) ? [sent] : [])];
  const sights = standings.map((standing) => new Access(ACCESS_RULES, snapshot, standing));
  return (ref) => {
    const record = snapshot.get(ref as Ref<KindName>) as AnyRecord | undefined;
    return record !== undefined && sights.every((access) => access.sees(record));
  };
}
