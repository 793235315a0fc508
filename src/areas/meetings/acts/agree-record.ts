import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { capacitiesOf } from '../../../acts/capacities.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refAmong, refTo } from '../../../acts/written-ref.ts';
import { ok } from '../../../kernel/result.ts';
import { listIfRecorded, ref } from '../../../model/field.ts';
import type { Ref } from '../../../model/field.ts';
import type { Meeting } from '../../../model/meetings.ts';
import type { Snapshot } from '../../../register/snapshot.ts';
import { MEETING_ACTS } from '../transitions.ts';
import { meetingWith } from './meeting-with.ts';
import { calledOff, notHeld, recordAgreed } from './meeting-refusals.ts';

/**
 * Agreed as a true record by those present. Either each who was there says so for themself, and with the last of them it is agreed; or
 * those at a later meeting of the same series or body say so together, in one act that names the meeting.
 */
export const agreeRecord = areaAct({
  name: 'meeting.agree-record',
  says: { en: 'Agree the record of a meeting', cy: 'Cytuno ar gofnod cyfarfod' },
  row: MEETING_ACTS['meeting.agree-record'],
  input: z.strictObject({
    meeting: ref(['meetings'], 'Meeting', 'Cyfarfod'),
    at: ref(['meetings'], 'Agreed at the meeting', 'Cytunwyd yn y cyfarfod').optional(),
    by: listIfRecorded(ref(['posts', 'persons', 'bodies'], 'Approved by', 'Cymeradwywyd gan'), 'Approved by', 'Cymeradwywyd gan'),
  }),
  decide({ snapshot, input, subject: meeting, actor, today }) {
    const refusal = calledOff(meeting) ?? recordAgreed(meeting) ?? notHeld(meeting);
    if (refusal !== undefined) return refusal;
    if (meeting.record !== 'notes' && meeting.record !== 'minutes') return refuse('conflict', 'no-record', 'There is no shared record to agree: somebody’s own notes are not one. Minute the meeting first.', { path: 'meeting' });
    const given = input.by?.map((one) => refAmong(snapshot, ['posts', 'persons', 'bodies'], one));
    if (input.at !== undefined) return agreedAt(snapshot, meeting, refTo('meetings', input.at), given);
    const there = meeting.attended ?? [];
    if (there.length === 0) return refuse('conflict', 'nobody-there', 'The record does not say who was there. Minute that first.', { path: 'meeting' });
    const own = capacitiesOf(snapshot, actor);
    const by: readonly Ref[] = given ?? there.filter((one) => own.has(one));
    if (by.length === 0) return refuse('forbidden', 'was-not-there', 'Those who were there agree the record, each for themself. You are not among them; a later meeting can agree it for all.', { path: 'by' });
    const absent = by.find((one) => !there.some((present) => present === one));
    if (absent !== undefined) return refuse('input', 'was-not-there', 'Those who were there agree the record, each for themself.', { path: 'by', found: absent });
    const other = by.find((one) => !own.has(one));
    if (other !== undefined) return refuse('forbidden', 'agrees-for-another', 'Each who was there agrees for themself. To agree for several at once, name the later meeting at which they did.', { path: 'by' });
    if (by.every((one) => meeting.minutesApprovedBy.some((before) => before === one))) return refuse('conflict', 'agreed-before', 'You have agreed this record already; it waits for the others who were there.', { path: 'by' });
    const agreed = [...new Set<Ref>([...meeting.minutesApprovedBy, ...by])];
    return ok([meetingWith(meeting, { minutesApprovedBy: agreed, ...(there.every((one) => agreed.includes(one)) ? { minutesApprovedOn: today } : {}) })]);
  },
});

function agreedAt(snapshot: Snapshot, meeting: Meeting, at: Ref<'meetings'>, by: readonly Ref[] | undefined) {
  const later = snapshot.get(at);
  if (later === undefined) return refuse('input', 'no-such-meeting', 'There is no such meeting. Choose the one at which the record was agreed.', { path: 'at' });
  if (later.held !== true || later.on <= meeting.on) return refuse('conflict', 'not-a-later-one', 'A record is agreed at a meeting that was held after it. Minute that meeting first.', { path: 'at' });
  if (later.series === undefined ? later.body === undefined || later.body !== meeting.body : later.series !== meeting.series) return refuse('input', 'of-others', 'That is a meeting of others. A record is agreed by those who meet again.', { path: 'at' });
  const there: readonly Ref[] = later.attended ?? [];
  const names = by ?? (later.body === undefined ? there : [later.body]);
  const absent = names.find((one) => one !== later.body && !there.includes(one));
  if (names.length === 0 || absent !== undefined) return refuse('input', 'was-not-there', 'Name those who were at that meeting, or its body.', { path: 'by', found: absent });
  return ok([meetingWith(meeting, { minutesApprovedBy: names, minutesApprovedOn: later.on })]);
}
