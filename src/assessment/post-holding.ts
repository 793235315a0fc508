import type { CalendarDate } from '../kernel/date.ts';
import type { Period } from '../kernel/period.ts';
import type { Ref } from '../model/field.ts';
import type { Appointment } from '../model/structure.ts';
import type { Facts } from '../rules/facts.ts';

/** A stretch of a post's time: somebody held it, or nobody is on record as holding it. */
export type Holding = { readonly is: 'held'; readonly appointment: Appointment } | { readonly is: 'vacant'; readonly period: Period };

/**
 * Who held a post, and when nobody did, the newest first. Vacancies are looked for from the first holding with a beginning to the
 * date, within the time in which there was the post; holdings that are still to begin are told as well.
 */
export function postHolding(facts: Facts, post: Ref<'posts'>): readonly Holding[] {
  const appointments = facts.everWhere('appointments', 'post', post);
  const held = appointments.map((appointment): Holding => ({ is: 'held', appointment }));
  return [...held, ...vacancies(facts, post, appointments)].sort((a, b) => (startOf(a) < startOf(b) ? 1 : startOf(a) > startOf(b) ? -1 : 0));
}

const startOf = (one: Holding): string => (one.is === 'held' ? one.appointment.valid.from : one.period.from) ?? '';

function vacancies(facts: Facts, post: Ref<'posts'>, appointments: readonly Appointment[]): readonly Holding[] {
  const ordered = appointments.toSorted((a, b) => ((a.valid.from ?? '') < (b.valid.from ?? '') ? -1 : 1));
  const ended = lastDayOf(facts, post);
  const found: Holding[] = [];
  const add = (from: CalendarDate, until: CalendarDate | undefined): void => {
    if (from > facts.on || (ended !== undefined && from >= ended)) return;
    const end = until === undefined ? ended : ended !== undefined && ended < until ? ended : until;
    found.push({ is: 'vacant', period: { from, until: end } });
  };
  let covered: CalendarDate | undefined;
  for (const { valid } of ordered) {
    if (covered !== undefined && valid.from !== undefined && valid.from > covered) add(covered, valid.from);
    if (valid.until === undefined) return found;
    if (covered === undefined || valid.until > covered) covered = valid.until;
  }
  if (covered !== undefined) add(covered, undefined);
  return found;
}

/** The day from which there was no such post any more; undefined while there is one. */
function lastDayOf(facts: Facts, post: Ref<'posts'>): CalendarDate | undefined {
  const ends = facts.everWhere('posts', 'id', post.slice('posts/'.length)).map(({ valid }) => valid.until);
  return ends.includes(undefined) ? undefined : ends.reduce((last, one) => ((one ?? '') > (last ?? '') ? one : last), undefined);
}
