import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { withoutUndefined } from '../../../acts/changed.ts';
import { freeId } from '../../../acts/free-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refAmong } from '../../../acts/written-ref.ts';
import { dateInWords } from '../../../kernel/date.ts';
import { ok } from '../../../kernel/result.ts';
import { date, list, listIfRecorded, oneOf, ref, text, group } from '../../../model/field.ts';
import { RECORD_KEPT } from '../../../model/meetings.ts';
import type { Proposed } from '../../../register/acts/act.ts';
import { MEETING_ACTS } from '../transitions.ts';
import { meetingWith } from './meeting-with.ts';
import { nextNumber, privacyFault } from './check-item.ts';
import { topic } from './item-input.ts';

/** A whole one-to-one in one step: when, who was there, what it was about, what is to be done. It fills the meeting that was in the diary for that day. */
export const recordOneToOne = areaAct({
  name: 'meeting.record-one-to-one',
  says: { en: 'Record a one-to-one', cy: 'Cofnodi cyfarfod un i un' },
  row: MEETING_ACTS['meeting.record-one-to-one'],
  input: z.strictObject({
    series: ref(['series'], 'Series', 'Cyfres'),
    on: date('On', 'Ar').optional(),
    attended: listIfRecorded(ref(['persons', 'posts'], 'Attended', 'Yn bresennol'), 'Attended', 'Yn bresennol'),
    record: oneOf(RECORD_KEPT, 'Record kept', 'Cofnod a gadwyd').default('notes'),
    topics: list(topic, 'Topics', 'Pynciau'),
    actions: list(group({ what: text('What', 'Beth'), owner: ref(['posts'], 'Owner', 'Perchennog'), due: date('Due', 'Erbyn').optional() }, 'Action', 'Cam gweithredu'), 'Actions', 'Camau gweithredu'),
  }),
  decide({ snapshot, input, subject: series, today }) {
    const { on = today, record, topics, actions } = input;
    const attended = (input.attended ?? series.between).map((one) => refAmong(snapshot, ['posts', 'persons'], one));
    if (series.between.length < 2) return refuse('input', 'not-one-to-one', 'These are meetings of a body, not between two posts. Minute the meeting itself.', { path: 'series' });
    if (on > today) return refuse('input', 'not-yet', `${dateInWords(on, 'en')} is still to come. What happened is recorded on the day or after it.`, { path: 'on', found: on });
    if (topics.length === 0) return refuse('input', 'nothing-said', 'Say what it was about: at least one topic.', { path: 'topics' });
    if (new Set(attended).size < 2) return refuse('input', 'not-both', 'A one-to-one takes two. If one of them was not there, minute the meeting as not held.', { path: 'attended' });
    const late = actions.findIndex(({ due }) => due !== undefined && due < on);
    if (late >= 0) return refuse('input', 'due-before', 'The action would be due before the meeting at which it arose.', { path: `actions.${late}.due` });
    const faults = topics.flatMap((one, index) => privacyFault(one, snapshot, `topics.${index}`) ?? []);
    if (faults.length > 0) return { ok: false, faults };
    const sameDay = snapshot.where('meetings', 'series', series.ref).filter((meeting) => meeting.on === on && meeting.calledOff === undefined);
    if (sameDay.some(({ held }) => held !== undefined)) return refuse('conflict', 'already-recorded', `The one-to-one of ${dateInWords(on, 'en')} is on record already. Minute what is missing there.`, { path: 'on' });
    const planned = sameDay[0];
    const first = nextNumber(planned?.items ?? []);
    const items = [...(planned?.items ?? []), ...topics.map((one, index) => withoutUndefined({ number: String(first + index), ...one }))];
    const id = planned?.id ?? freeId(snapshot, 'meetings', `${series.id}-${on}`);
    const happened = { held: true, record, attended, items };
    const meeting: Proposed = planned === undefined ? { kind: 'meetings', id, fields: { series: series.ref, on, ...happened } } : meetingWith(planned, happened);
    const arising = actions.map((action, index): Proposed => ({
      kind: 'actions', id: freeId(snapshot, 'actions', `${id}-action-${index + 1}`), from: on, fields: withoutUndefined({ arisingFrom: `meetings/${id}`, ...action, state: 'not-started' }),
    }));
    return ok([meeting, ...arising]);
  },
});
