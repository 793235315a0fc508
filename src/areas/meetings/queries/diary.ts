import type { CalendarDate } from '../../../kernel/date.ts';
import { plus } from '../../../kernel/duration.ts';
import type { Ref } from '../../../model/field.ts';
import type { Meeting, Series } from '../../../model/meetings.ts';
import type { Snapshot } from '../../../register/snapshot.ts';
import { meetingState, type MeetingState } from './meeting-state.ts';

export interface InDiary {
  readonly meeting: Meeting;
  readonly state: MeetingState;
}

/** The meetings of one month, in the order of their days. `month` is its first day. */
export interface DiaryMonth {
  readonly month: CalendarDate;
  readonly meetings: readonly InDiary[];
}

/** The diary by month, the first month first. @param of only the meetings of this series or body */
export function diary(snapshot: Snapshot, from: CalendarDate, of?: Ref): readonly DiaryMonth[] {
  const isOf = (meeting: Meeting): boolean => of === undefined || meeting.series === of || meeting.body === of || (meeting.series !== undefined && snapshot.get(meeting.series)?.body === of);
  const inOrder = snapshot.all('meetings').filter((meeting) => meeting.on >= from && isOf(meeting)).toSorted((a, b) => compare(`${a.on} ${a.at ?? ''}`, `${b.on} ${b.at ?? ''}`));
  const byMonth = Map.groupBy(inOrder, ({ on }) => `${on.slice(0, 7)}-01` as CalendarDate);
  return [...byMonth].map(([month, meetings]) => ({ month, meetings: meetings.map((meeting) => ({ meeting, state: meetingState(meeting, snapshot.validOn) })) }));
}

/** How a series keeps to its own frequency. */
export interface SeriesStanding {
  readonly series: Series;
  readonly last: Meeting | undefined;
  readonly next: Meeting | undefined;
  /** The day by which it is to meet next; undefined while it has never met and nobody says since when it is to. */
  readonly dueBy: CalendarDate | undefined;
  /** Whether that day is past with nothing in the diary. */
  readonly isOverdue: boolean;
}

export function seriesStandings(snapshot: Snapshot): readonly SeriesStanding[] {
  const today = snapshot.validOn;
  return snapshot.all('series').map((series): SeriesStanding => {
    const meetings = snapshot.where('meetings', 'series', series.ref).toSorted((a, b) => compare(a.on, b.on));
    const last = meetings.findLast(({ held, on }) => held === true && on <= today);
    const next = meetings.find(({ on, calledOff, held }) => calledOff === undefined && held !== true && on >= today);
    const since = last?.on ?? series.valid.from;
    const dueBy = since === undefined ? undefined : plus(since, series.frequency);
    return { series, last, next, dueBy, isOverdue: dueBy !== undefined && dueBy < today && next === undefined };
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
