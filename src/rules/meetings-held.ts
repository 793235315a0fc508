import type { Ref } from '../model/field.ts';
import type { Meeting, Series } from '../model/meetings.ts';
import type { BodyType } from '../model/structure.ts';
import type { Facts, Window } from './facts.ts';
import { postsDesignated } from './offices.ts';

/** Which meetings a test speaks of: those between two offices, or those of bodies of these types. */
export interface MeetingsOf {
  readonly between?: readonly string[] | undefined;
  readonly of?: readonly BodyType[] | undefined;
}

const named = ({ between, of }: MeetingsOf): string => `${between?.join() ?? ''} ${of?.join() ?? ''}`;

export const bodiesOf = (facts: Facts, types: readonly BodyType[]): readonly Ref<'bodies'>[] =>
  types.flatMap((type) => facts.where('bodies', 'type', type).map(({ ref }) => ref));

/** The series valid on the date: between posts of all the offices named, or of such a body. */
export const seriesOf = (facts: Facts, which: MeetingsOf): readonly Series[] => facts.once(`seriesOf ${named(which)}`, () => findSeries(facts, which));

function findSeries(facts: Facts, { between, of }: MeetingsOf): readonly Series[] {
  if (of !== undefined) return bodiesOf(facts, of).flatMap((body) => facts.where('series', 'body', body));
  const [first = '', ...others] = between ?? [];
  const candidates = postsDesignated(facts, first).flatMap((post) => facts.where('series', 'between', post.ref).map((series) => ({ post, series })));
  return candidates
    .filter(({ post, series }) => others.every((office) => postsDesignated(facts, office).some((other) => other.ref !== post.ref && series.between.includes(other.ref))))
    .map(({ series }) => series);
}

const inWindow = (window: Window) => (meeting: Meeting): boolean => window.from <= meeting.on && meeting.on < window.until;

/** Meetings of the series that fell in the window, held or not, in the order of their dates. */
export const meetingsOfSeries = (facts: Facts, series: Ref<'series'>, window: Window): readonly Meeting[] =>
  inOrder(facts.where('meetings', 'series', series).filter(inWindow(window)));

/** Held meetings in the window: of every matching series, and of the bodies themselves where bodies are named; all where neither is. */
export const meetingsHeld = (facts: Facts, which: MeetingsOf, window: Window = facts.window): readonly Meeting[] =>
  facts.once(`meetingsHeld ${named(which)} ${window.from}`, () => findMeetings(facts, which, window));

function findMeetings(facts: Facts, which: MeetingsOf, window: Window): readonly Meeting[] {
  const inTime = ({ held, on }: Meeting): boolean => held === true && window.from <= on && on < window.until;
  const lists = [
    ...(which.between === undefined && which.of === undefined ? [facts.all('meetings')] : []),
    ...seriesOf(facts, which).map(({ ref }) => facts.where('meetings', 'series', ref)),
    ...bodiesOf(facts, which.of ?? []).map((body) => facts.where('meetings', 'body', body)),
  ];
  const [only = [], ...more] = lists.map((list) => list.filter(inTime)).filter((list) => list.length > 0);
  return inOrder(more.length === 0 ? only : [...new Set([only, ...more].flat())]);
}

/** Sorts the list that it is given. */
const inOrder = (meetings: Meeting[]): readonly Meeting[] => meetings.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** Whether a meeting that is not recorded was not held: what a series says of itself goes before what the register says of all meetings. */
export const meetingsComplete = (facts: Facts, series: readonly Series[]): boolean =>
  series.length > 0 ? series.every(({ complete }) => complete) : facts.isComplete('meetings');
