import { dateInWords, type CalendarDate } from '../../../kernel/date.ts';
import type { Meeting } from '../../../model/meetings.ts';
import { conflict } from './refuse.ts';

type Refusal = ReturnType<typeof conflict> | undefined;

export const calledOff = ({ calledOff: off }: Meeting): Refusal =>
  off === undefined ? undefined : conflict('called-off', `The meeting was called off on ${dateInWords(off.on, 'en')}: ${off.why} Put another in the diary.`, 'meeting');

export const recordAgreed = ({ minutesApprovedOn }: Meeting): Refusal =>
  minutesApprovedOn === undefined ? undefined : conflict('record-agreed', `The record was agreed as true on ${dateInWords(minutesApprovedOn, 'en')}. What is to be put right is minuted at the next meeting.`, 'meeting');

export const notYet = ({ on }: Meeting, today: CalendarDate): Refusal =>
  on <= today ? undefined : conflict('not-yet', `The meeting is on ${dateInWords(on, 'en')}. What happened is recorded on the day or after it.`, 'meeting');

export const notHeld = ({ held }: Meeting): Refusal =>
  held === true ? undefined : conflict('not-held', 'It is not on record that the meeting was held. Minute it first.', 'meeting');
