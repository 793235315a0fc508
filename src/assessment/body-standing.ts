import type { CalendarDate } from '../kernel/date.ts';
import type { Ref } from '../model/field.ts';
import type { Meeting } from '../model/meetings.ts';
import type { Entitlement } from '../model/scrutiny.ts';
import type { Body, Seat } from '../model/structure.ts';
import { beganOn } from '../rules/began.ts';
import type { Facts } from '../rules/facts.ts';
import { holdersOf, type Holder } from '../rules/offices.ts';
import type { Outcome } from '../rules/outcome.ts';
import { isOf } from '../rules/presence.ts';
import { receivedAsStated } from '../rules/received-as-stated.ts';
import { presenceAt, seriesHeld, type Presence, type SeriesHeld } from './series-held.ts';

/** One seat: who sits in it, and how they attended since they had it. */
export interface Member {
  readonly seat: Seat;
  /** Of a seat that belongs to a post: who acts in that post; nobody means that the seat is empty. */
  readonly holders: readonly Holder[];
  readonly isVacant: boolean;
  /** Undefined of an agency: minutes name posts and persons. */
  readonly presence: Presence | undefined;
}

/** Something that came to a body: sent, told at a briefing, or put before one of its meetings. */
export interface Received {
  readonly what: Ref;
  readonly on: CalendarDate;
  readonly record: Ref;
}

/** A body as it is on a date, and what it did in the look-back. */
export interface BodyStanding {
  readonly members: readonly Member[];
  readonly chairs: readonly Member[];
  readonly series: readonly SeriesHeld[];
  /** Its meetings in the look-back that were held, and those on record as not held. */
  readonly held: readonly Meeting[];
  readonly notHeld: readonly Meeting[];
  /** What was on their agendas, by theme, the most often first. */
  readonly themes: readonly { readonly theme: string; readonly items: number; readonly meetings: readonly Ref<'meetings'>[] }[];
  /** The newest first. */
  readonly received: readonly Received[];
  readonly entitlements: readonly { readonly entitlement: Entitlement; readonly outcome: Outcome }[];
  /** The bodies of which it is the parent. */
  readonly parts: readonly Body[];
}

const RANK: readonly Seat['role'][] = ['chair', 'vice-chair', 'member', 'adviser', 'in-attendance'];

export function bodyStanding(facts: Facts, body: Ref<'bodies'>): BodyStanding {
  const { from, until } = facts.window;
  const meetings = facts.all('meetings').filter(isOf(facts, body)).filter(({ on }) => from <= on && on < until);
  const held = meetings.filter((meeting) => meeting.held);
  const members = facts.where('seats', 'body', body).toSorted((a, b) => RANK.indexOf(a.role) - RANK.indexOf(b.role)).map((seat) => memberOf(facts, seat, held));
  return {
    members,
    chairs: members.filter(({ seat }) => seat.role === 'chair'),
    series: facts.where('series', 'body', body).map((series) => seriesHeld(facts, series)),
    held,
    notHeld: meetings.filter((meeting) => !meeting.held),
    themes: themesOf(held),
    received: receivedBy(facts, body, held),
    entitlements: facts.where('entitlements', 'holder', body).map((entitlement) => ({ entitlement, outcome: receivedAsStated(facts, entitlement) })),
    parts: facts.where('bodies', 'parent', body),
  };
}

function memberOf(facts: Facts, seat: Seat, held: readonly Meeting[]): Member {
  const { holder } = seat;
  const holders = holder.startsWith('posts/') ? holdersOf(facts, holder as Ref<'posts'>) : [];
  const since = beganOn(facts, 'seats', seat, (before) => before.holder === holder && before.body === seat.body);
  const theirs = held.filter(({ on }) => since === undefined || since <= on);
  return {
    seat,
    holders,
    isVacant: holder.startsWith('posts/') && holders.length === 0,
    presence: holder.startsWith('organisations/') ? undefined : presenceAt(facts, theirs, [holder]),
  };
}

function themesOf(held: readonly Meeting[]): BodyStanding['themes'] {
  const found = new Map<string, { items: number; meetings: Set<Ref<'meetings'>> }>();
  for (const { ref, items } of held) {
    for (const theme of items.flatMap((item) => [...new Set(item.themes)])) {
      const one = found.get(theme) ?? { items: 0, meetings: new Set<Ref<'meetings'>>() };
      found.set(theme, { items: one.items + 1, meetings: one.meetings.add(ref) });
    }
  }
  return [...found].map(([theme, { items, meetings }]) => ({ theme, items, meetings: [...meetings] })).sort((a, b) => b.items - a.items || (a.theme < b.theme ? -1 : 1));
}

function receivedBy(facts: Facts, body: Ref<'bodies'>, held: readonly Meeting[]): readonly Received[] {
  const { from, until } = facts.window;
  const all: Received[] = [
    ...facts.where('communications', 'to', body).map(({ ref, of, on }) => ({ what: of, on, record: ref })),
    ...facts.where('briefings', 'to', body).map(({ ref, on }) => ({ what: ref, on, record: ref })),
    ...held.flatMap(({ ref, on, items }) => items.flatMap(({ paper }) => (paper === undefined ? [] : [{ what: paper, on, record: ref }]))),
  ];
  const first = new Map(all.filter(({ on }) => from <= on && on < until).map((one) => [`${one.what} ${one.on}`, one]));
  return [...first.values()].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}
