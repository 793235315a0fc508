import type { CalendarDate } from '../kernel/date.ts';
import { plus } from '../kernel/duration.ts';
import type { Ref } from '../model/field.ts';
import type { Facts } from '../rules/facts.ts';
import { newcomersOf } from '../rules/operators/briefed.ts';

/** Somebody who took up a councillor’s post or seat in the look-back. */
export interface NewMember {
  readonly who: Ref;
  readonly place: Ref;
  readonly from: CalendarDate;
  /** The last day on which a briefing is in time by the guidance. */
  readonly by: CalendarDate;
  /** The first briefing since, to them by any name that they have. */
  readonly briefed: { readonly ref: Ref<'briefings'>; readonly on: CalendarDate } | undefined;
}

/** How long there is where the guidance says nothing. */
const WITHIN = 'P6M';

/** The newest last; somebody new to two places is there for each. */
export function newMembers(facts: Facts): readonly NewMember[] {
  const { from: earliest, until } = facts.window;
  const within = facts.words.pack.thresholds.some(({ id }) => id === 'brief-within') ? 'brief-within' : WITHIN;
  return newcomersOf(facts, 'councillors')
    .filter(({ from }) => earliest <= from && from < until)
    .map(({ who, place, from, names }): NewMember => {
      const since = names.flatMap((name) => facts.where('briefings', 'to', name)).filter(({ on }) => from <= on && on <= facts.on).toSorted((a, b) => (a.on < b.on ? -1 : 1));
      return { who, place, from, by: plus(from, facts.words.duration(within)), briefed: since[0] };
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
