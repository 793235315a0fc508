import type { CalendarDate } from '../../kernel/date.ts';
import { contains } from '../../kernel/period.ts';
import type { Ref } from '../../model/field.ts';
import type { Instrument } from '../../model/instruments.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { STATUTORY_OFFICE } from './statutory-officer.ts';

/** Somebody whom a provision in force names to stand in for the officer: a post or a person. */
export interface NamedDeputy {
  readonly to: Ref<'posts'> | Ref<'persons'>;
  readonly provision: Ref<'provisions'>;
}

/** Who may make the decisions of the statutory officer on a day. */
export interface Deciders {
  readonly office: Ref<'posts'>;
  /** Those who held the post; nobody where it was vacant. */
  readonly holders: readonly Ref<'persons'>[];
  readonly deputies: readonly NamedDeputy[];
}

/** Undefined where no post carried the office on the day. */
export function decidersOn(snapshot: Snapshot, day: CalendarDate): Deciders | undefined {
  const office = STATUTORY_OFFICE.flatMap((designation) => snapshot.where('posts', 'designations', designation, 'ever')).find(({ valid }) => contains(valid, day))?.ref;
  if (office === undefined) return undefined;
  const deputies = snapshot.where('provisions', 'gives.towards', office, 'ever').filter(({ valid, instrument }) => contains(valid, day) && wasInForce(snapshot, instrument, day)).flatMap(({ ref: provision, gives }) =>
    gives.flatMap(({ to, responsibility, towards }): readonly NamedDeputy[] => (responsibility !== 'deputises-for' || towards !== office || to.startsWith('bodies/') ? [] : [{ to: to as NamedDeputy['to'], provision }])));
  return { office, holders: holdersOn(snapshot, office, day), deputies };
}

/** Those who held a post on a day. */
export const holdersOn = (snapshot: Snapshot, post: Ref<'posts'>, day: CalendarDate): readonly Ref<'persons'>[] =>
  snapshot.where('appointments', 'post', post, 'ever').filter(({ valid }) => contains(valid, day)).map(({ person }) => person);

/** Whether somebody was the deputy named, or held the post that was, on a day. */
export const isDeputy = (snapshot: Snapshot, person: Ref<'persons'>, { to }: NamedDeputy, day: CalendarDate): boolean => to === person || (to.startsWith('posts/') && holdersOn(snapshot, to as Ref<'posts'>, day).includes(person));

function wasInForce(snapshot: Snapshot, ref: Ref<'instruments'>, day: CalendarDate): boolean {
  const isAgreed = ({ state, agreedOn, valid }: Instrument): boolean => state === 'agreed' && (agreedOn === undefined || agreedOn <= day) && contains(valid, day);
  return snapshot.where('instruments', 'id', ref.slice('instruments/'.length), 'ever').some(isAgreed) && !snapshot.where('instruments', 'supersedes', ref, 'ever').some(isAgreed);
}
