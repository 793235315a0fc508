import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { refuse } from '../../../acts/refuse.ts';
import { ok } from '../../../kernel/result.ts';
import { ref, words } from '../../../model/field.ts';
import { MEETING_ACTS } from '../transitions.ts';
import { meetingWith } from './meeting-with.ts';
import { calledOff, recordAgreed } from './meeting-refusals.ts';

/** The meeting stays in the diary as one that was called off, and counts as not held. */
export const callOff = areaAct({
  name: 'meeting.call-off',
  says: { en: 'Call off a meeting', cy: 'Gohirio cyfarfod' },
  row: MEETING_ACTS['meeting.call-off'],
  input: z.strictObject({ meeting: ref(['meetings'], 'Meeting', 'Cyfarfod'), why: words('Why', 'Pam') }),
  decide({ input: { why }, subject: meeting, today }) {
    const refusal = calledOff(meeting) ?? recordAgreed(meeting);
    if (refusal !== undefined) return refusal;
    if (meeting.held === true) return refuse('conflict', 'was-held', 'The meeting was held: it cannot be called off.', { path: 'meeting' });
    return ok([meetingWith(meeting, { held: false, calledOff: { on: today, why } })]);
  },
});
