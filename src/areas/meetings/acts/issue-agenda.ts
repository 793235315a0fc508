import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { refuse } from '../../../acts/refuse.ts';
import { dateInWords } from '../../../kernel/date.ts';
import { ok } from '../../../kernel/result.ts';
import { code, date, list, ref } from '../../../model/field.ts';
import type { Meeting } from '../../../model/meetings.ts';
import { MEETING_ACTS } from '../transitions.ts';
import { meetingWith } from './meeting-with.ts';
import { calledOff, recordAgreed } from './meeting-refusals.ts';

/**
 * Numbers the items from 1 and says when the agenda went out. Once it did, numbers stay: papers and minutes go by them. Whether the
 * clear days are kept is told of the meeting (`publicationsOf`), and nothing that is lawful is refused.
 */
export const issueAgenda = areaAct({
  name: 'meeting.issue-agenda',
  says: { en: 'Issue the agenda of a meeting', cy: 'Cyhoeddi agenda cyfarfod' },
  row: MEETING_ACTS['meeting.issue-agenda'],
  input: z.strictObject({
    meeting: ref(['meetings'], 'Meeting', 'Cyfarfod'),
    on: date('Issued on', 'Cyhoeddwyd ar').optional(),
    order: list(code('Number', 'Rhif'), 'Order of the items, by their numbers now', 'Trefn yr eitemau, yn ôl eu rhifau nawr'),
  }),
  decide({ input: { on: given, order }, subject: meeting, today }) {
    const on = given ?? today;
    const refusal = calledOff(meeting) ?? recordAgreed(meeting);
    if (refusal !== undefined) return refusal;
    if (meeting.items.length === 0) return refuse('conflict', 'nothing-on-agenda', 'There is nothing on the agenda. Propose an item first.', { path: 'meeting' });
    if (on > today) return refuse('input', 'issued-later', `${dateInWords(on, 'en')} is still to come. Say on which day the agenda went out.`, { path: 'on', found: on });
    if (on > meeting.on) return refuse('input', 'issued-after', `An agenda goes out before the meeting, which was on ${dateInWords(meeting.on, 'en')}.`, { path: 'on', found: on });
    const isOut = meeting.agenda?.issued === true && meeting.agenda.on !== undefined;
    if (isOut && order.length > 0) return refuse('conflict', 'numbers-stand', 'The agenda went out with these numbers, and papers and minutes go by them. Leave the order out.', { path: 'order' });
    const left = order.find((number) => !meeting.items.some((item) => item.number === number));
    if (left !== undefined) return refuse('input', 'no-such-item', `There is no item ${left} on the agenda.`, { path: 'order', found: left });
    const items = isOut ? meeting.items : inOrder(meeting.items, order).map((item, index) => ({ ...item, number: String(index + 1) }));
    return ok([meetingWith(meeting, { agenda: on, items })]);
  },
});

/** Those that are named first, in the order in which they are named; the others after them as they were. */
function inOrder(items: Meeting['items'], order: readonly string[]): Meeting['items'] {
  const place = (number: string): number => (order.includes(number) ? order.indexOf(number) : order.length);
  return items.toSorted((a, b) => place(a.number) - place(b.number));
}
