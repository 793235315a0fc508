import type { CalendarDate } from '../kernel/date.ts';
import type { Ref } from '../model/field.ts';
import type { Meeting } from '../model/meetings.ts';
import type { Facts } from './facts.ts';
import { heldOn } from './offices.ts';

/** A meeting that names no body is of the body of its series. */
export function isOf(facts: Facts, body: Ref<'bodies'>): (meeting: Meeting) => boolean {
  const series = new Set<string>(facts.where('series', 'body', body).map(({ ref }) => ref));
  return (meeting) => (meeting.body === undefined ? meeting.series !== undefined && series.has(meeting.series) : meeting.body === body);
}

/** Whether any of these was there, as a post or as the person who held it that day; undefined where nobody noted it. */
export function wasThere(facts: Facts, meeting: Meeting, who: readonly Ref[]): boolean | undefined {
  if (meeting.attended === undefined) return meeting.apologies.some((absentee) => who.includes(absentee)) ? false : undefined;
  if (meeting.attended.some((present) => who.includes(present))) return true;
  return meeting.attended.some((present) =>
    who.some((one) => isHolder(facts, one, present, meeting.on) || isHolder(facts, present, one, meeting.on)),
  );
}

/** Whether the first is a post and the second the person who held it that day: minutes name either. */
const isHolder = (facts: Facts, post: Ref, person: Ref, day: CalendarDate): boolean =>
  post.startsWith('posts/') && person.startsWith('persons/') && heldOn(facts, post as Ref<'posts'>, person, day);
