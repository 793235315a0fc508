import type { CalendarDate } from '../../../kernel/date.ts';
import type { Meeting } from '../../../model/meetings.ts';

/** How a meeting stands on a day: what is next to be done about it. */
export const MEETING_STATES = ['planned', 'issued', 'to-minute', 'to-agree', 'agreed', 'no-record', 'not-held', 'called-off'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export function meetingState({ on, held, calledOff, agenda, record, minutesApprovedOn }: Meeting, today: CalendarDate): MeetingState {
  if (calledOff !== undefined) return 'called-off';
  // Before the day nothing was held or not held, whatever a file that lists meetings to come says.
  if (on > today) return agenda?.issued === true ? 'issued' : 'planned';
  if (held === false) return 'not-held';
  if (minutesApprovedOn !== undefined) return 'agreed';
  if (held === undefined || record === undefined) return 'to-minute';
  return record === 'notes' || record === 'minutes' ? 'to-agree' : 'no-record';
}
