import { rewritten } from '../../../acts/changed.ts';
import { agendaAsWritten, type Meeting } from '../../../model/meetings.ts';
import type { Proposed } from '../../../register/acts/act.ts';

/** The meeting with some of its fields other than they were; a field that is undefined goes. What happened has one version. */
export const meetingWith = (meeting: Meeting, changes: Partial<Readonly<Record<keyof Meeting, unknown>>>): Proposed =>
  rewritten(meeting, { ...(meeting.agenda === undefined ? {} : { agenda: agendaAsWritten(meeting.agenda) }), ...changes });
