import { refuse } from '../../../acts/refuse.ts';
import { dateInWords, type CalendarDate } from '../../../kernel/date.ts';
import type { Meeting } from '../../../model/meetings.ts';

type Refusal = ReturnType<typeof refuse> | undefined;

export const calledOff = ({ calledOff: off }: Meeting): Refusal =>
  off === undefined ? undefined : refuse('conflict', 'called-off', `The meeting was called off on ${dateInWords(off.on, 'en')}: ${off.why} Put another in the diary.`, { path: 'meeting' });

export const recordAgreed = ({ minutesApprovedOn }: Meeting): Refusal =>
  minutesApprovedOn === undefined ? undefined : refuse('conflict', 'record-agreed', `The record was agreed as true on ${dateInWords(minutesApprovedOn, 'en')}. What is to be put right is minuted at the next meeting.`, { path: 'meeting' });

export const notYet = ({ on }: Meeting, today: CalendarDate): Refusal =>
  on <= today ? undefined : refuse('conflict', 'not-yet', `The meeting is on ${dateInWords(on, 'en')}. What happened is recorded on the day or after it.`, { path: 'meeting' });

export const notHeld = ({ held }: Meeting): Refusal =>
  held === true ? undefined : refuse('conflict', 'not-held', 'It is not on record that the meeting was held. Minute it first.', { path: 'meeting' });
