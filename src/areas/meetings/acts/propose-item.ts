import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { withoutUndefined } from '../../../acts/changed.ts';
import { refuse } from '../../../acts/refuse.ts';
import { ok } from '../../../kernel/result.ts';
import { ref } from '../../../model/field.ts';
import { MEETING_ACTS } from '../transitions.ts';
import { meetingWith } from './meeting-with.ts';
import { nextNumber, privacyFault } from './check-item.ts';
import { proposedItem } from './item-input.ts';
import { calledOff, recordAgreed } from './meeting-refusals.ts';

/** One item or several, at the end of the agenda. An item that comes after the agenda was issued is a late one, and keeps its number. */
export const proposeItem = areaAct({
  name: 'meeting.propose-item',
  says: { en: 'Propose items for a meeting', cy: 'Cynnig eitemau ar gyfer cyfarfod' },
  row: MEETING_ACTS['meeting.propose-item'],
  input: z.strictObject({ meeting: ref(['meetings'], 'Meeting', 'Cyfarfod'), items: z.array(proposedItem).max(100) }),
  decide({ snapshot, input: { items }, subject: meeting }) {
    const refusal = calledOff(meeting) ?? recordAgreed(meeting);
    if (refusal !== undefined) return refusal;
    if (meeting.held !== undefined) return refuse('conflict', 'meeting-over', 'The meeting is over, or is on record as not held. Minute what came up as an item of its minutes instead.', { path: 'meeting' });
    if (items.length === 0) return refuse('input', 'nothing-proposed', 'Name at least one item.', { path: 'items' });
    const faults = items.flatMap((item, index) => privacyFault(item, snapshot, `items.${index}`) ?? []);
    if (faults.length > 0) return { ok: false, faults };
    const first = nextNumber(meeting.items);
    return ok([meetingWith(meeting, { items: [...meeting.items, ...items.map((item, index) => withoutUndefined({ number: String(first + index), ...item }))] })]);
  },
});
