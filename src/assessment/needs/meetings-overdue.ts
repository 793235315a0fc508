import type { CalendarDate } from '../../kernel/date.ts';
import { plus, type Duration } from '../../kernel/duration.ts';
import type { Ref } from '../../model/field.ts';
import type { Meeting } from '../../model/meetings.ts';
import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { chaired, type InOffice, type Need } from './need.ts';

const says = {
  late: { en: '{series} is to meet once in {frequency}; the last meeting on record was on {on}.', cy: 'Mae {series} i gyfarfod unwaith mewn {frequency}; roedd y cyfarfod diwethaf a gofnodwyd ar {on}.' },
  never: { en: '{series} is to meet once in {frequency}; no meeting is on record.', cy: 'Mae {series} i gyfarfod unwaith mewn {frequency}; nid oes cyfarfod wedi’i gofnodi.' },
};

/** What is to meet so often, who answers for it, and what a new meeting of it would say. */
interface Arranged {
  readonly ref: Ref<'series'> | Ref<'bodies'>;
  readonly frequency: Duration;
  readonly began: CalendarDate | undefined;
  readonly whose: readonly Ref[];
  readonly meetings: readonly Meeting[];
  readonly filled: Readonly<Record<string, string>>;
}

/** Series between their posts, or of bodies that they chair, whose next meeting is past its time and not arranged; all where they keep the meetings. */
export function meetingsOverdue(facts: Facts, office: InOffice): readonly Need[] {
  const bodies = chaired(facts, office);
  const isTheirs = (ref: Ref): boolean => bodies.has(ref) || office.posts.some((post) => post === ref);
  return arranged(facts).flatMap((one): readonly Need[] => {
    const whose = one.whose.find(isTheirs) ?? (office.keeps.has('meeting') ? one.whose[0] : undefined);
    if (whose === undefined || one.meetings.some(({ on, calledOff }) => on > facts.on && calledOff === undefined)) return [];
    const last = one.meetings.findLast(({ held, on }) => held === true && on <= facts.on);
    const from = last?.on ?? one.began;
    const due = from === undefined ? undefined : plus(from, one.frequency);
    if (due !== undefined && due >= facts.on) return [];
    const filled = { series: one.ref, frequency: one.frequency, on: last?.on ?? '' };
    return [{ is: 'meeting', says: reason(last === undefined ? says.never : says.late, filled, [one.ref, ...(last === undefined ? [] : [last.ref])]), whose, by: due, does: { act: 'enter', kind: 'meetings', filled: one.filled } }];
  });
}

/** Every series, and every body that says how often it meets and has none. */
function arranged(facts: Facts): readonly Arranged[] {
  const series = facts.all('series').map(({ ref, frequency, valid, body, between }): Arranged => ({
    ref, frequency, began: valid.from, whose: body === undefined ? between : [body, ...between],
    meetings: facts.where('meetings', 'series', ref), filled: { series: ref, ...(body === undefined ? {} : { body }) },
  }));
  const bodies = facts.all('bodies').flatMap(({ ref, frequency, valid }): readonly Arranged[] =>
    frequency === undefined || facts.where('series', 'body', ref).length > 0 ? [] : [{ ref, frequency, began: valid.from, whose: [ref], meetings: facts.where('meetings', 'body', ref), filled: { body: ref } }]);
  return [...series, ...bodies];
}
