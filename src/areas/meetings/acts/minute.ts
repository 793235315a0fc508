import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import type { Fault } from '../../../kernel/fault.ts';
import { ok } from '../../../kernel/result.ts';
import { flag, group, list, listIfRecorded, oneOf, ref, words } from '../../../model/field.ts';
import { RECORD_KEPT, type Meeting } from '../../../model/meetings.ts';
import { MEETING_ACTS } from '../transitions.ts';
import { refAmong } from './acts-in.ts';
import { meetingWith, withoutUndefined } from './as-written.ts';
import { privacyFault } from './check-item.ts';
import { minutedItem } from './item-input.ts';
import { calledOff, notYet, recordAgreed } from './meeting-refusals.ts';
import { wrong } from './refuse.ts';

const person = (en: string, cy: string) => ref(['persons', 'posts'], en, cy);

/** Says what happened, as far as it is known: taken down while people meet or after it, as often as is needed until the record is agreed. What is left out stays as it was. */
export const minute = areaAct({
  name: 'meeting.minute',
  says: { en: 'Minute a meeting', cy: 'Cofnodi cyfarfod' },
  row: MEETING_ACTS['meeting.minute'],
  input: z.strictObject({
    meeting: ref(['meetings'], 'Meeting', 'Cyfarfod'),
    held: flag('Held', 'Cynhaliwyd').default(true),
    record: oneOf(RECORD_KEPT, 'Record kept', 'Cofnod a gadwyd').optional(),
    attended: listIfRecorded(person('Attended', 'Yn bresennol'), 'Attended', 'Yn bresennol'),
    apologies: listIfRecorded(person('Apologies', 'Ymddiheuriadau'), 'Apologies', 'Ymddiheuriadau'),
    declarations: listIfRecorded(group({ by: person('By', 'Gan'), what: words('What', 'Beth') }, 'Declaration of interest', 'Datganiad o fuddiant'), 'Declarations of interest', 'Datganiadau o fuddiant'),
    items: list(minutedItem, 'Items', 'Eitemau'),
  }),
  decide({ snapshot, input, subject: meeting, today }) {
    const { held, declarations = meeting.declarations } = input;
    const attended = input.attended?.map((one) => refAmong(snapshot, ['posts', 'persons'], one)) ?? meeting.attended;
    const apologies = input.apologies?.map((one) => refAmong(snapshot, ['posts', 'persons'], one)) ?? meeting.apologies;
    const refusal = calledOff(meeting) ?? recordAgreed(meeting) ?? notYet(meeting, today);
    if (refusal !== undefined) return refusal;
    if (!held && (input.attended ?? []).length > 0) return wrong('there-though-not-held', 'A meeting that was not held has nobody who was there. Say that it was held, or leave them out.', 'held');
    const both = apologies.find((absent) => attended?.includes(absent));
    if (both !== undefined) return wrong('there-and-absent', 'Somebody is down both as there and as having sent apologies. Keep one.', 'apologies', both);
    const [items, faults] = minuted(meeting.items, input.items);
    const privacy = items.flatMap((item, index) => privacyFault(item, snapshot, `items.${index}`) ?? []);
    if (faults.length + privacy.length > 0) return { ok: false, faults: [...faults, ...privacy] };
    const record = input.record ?? (held ? (meeting.record ?? (meeting.body === undefined ? 'notes' : 'minutes')) : meeting.record);
    // Whoever agreed to the record agreed to what it said then.
    return ok([meetingWith(meeting, { held, record, attended: held ? attended : undefined, apologies, declarations, items, minutesApprovedBy: [] })]);
  },
});

type Items = Meeting['items'];

function minuted(items: Items, said: readonly z.output<typeof minutedItem>[]): readonly [Items, readonly Fault[]] {
  const faults: Fault[] = [];
  const after = [...items];
  for (const [index, { number, ...rest }] of said.entries()) {
    const place = after.findIndex((item) => item.number === number);
    const before = after[place];
    if (before !== undefined) after[place] = { ...before, ...withoutUndefined(rest) };
    else if (rest.title !== undefined) after.push({ themes: [], functions: [], ...withoutUndefined({ number, ...rest }) } as unknown as Items[number]);
    else faults.push(...wrong('no-such-item', `There is no item ${number} on the agenda. Give it a title if it came up at the meeting.`, `items.${index}.title`, number).faults);
  }
  return [after, faults];
}
