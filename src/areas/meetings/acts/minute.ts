import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { withoutUndefined } from '../../../acts/changed.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refAmong } from '../../../acts/written-ref.ts';
import type { Fault } from '../../../kernel/fault.ts';
import { ok } from '../../../kernel/result.ts';
import { flag, group, list, listIfRecorded, oneOf, ref, words } from '../../../model/field.ts';
import { RECORD_KEPT, type Meeting } from '../../../model/meetings.ts';
import type { Snapshot } from '../../../register/snapshot.ts';
import { MEETING_ACTS } from '../transitions.ts';
import { meetingWith } from './meeting-with.ts';
import { privacyFault } from './check-item.ts';
import { minutedItem } from './item-input.ts';
import { calledOff, notYet, recordAgreed } from './meeting-refusals.ts';

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
    if (!held && (input.attended ?? []).length > 0) return refuse('input', 'there-though-not-held', 'A meeting that was not held has nobody who was there. Say that it was held, or leave them out.', { path: 'held' });
    const both = apologies.find((absent) => attended?.includes(absent));
    if (both !== undefined) return refuse('input', 'there-and-absent', 'Somebody is down both as there and as having sent apologies. Keep one.', { path: 'apologies', found: both });
    const [items, faults] = minuted(meeting.items, input.items);
    const privacy = input.items.flatMap((said, index) => minutedPrivacyFault(said, meeting.items, items, snapshot, `items.${index}`) ?? []);
    if (faults.length + privacy.length > 0) return { ok: false, faults: [...faults, ...privacy] };
    const record = input.record ?? (held ? (meeting.record ?? (meeting.body === undefined ? 'notes' : 'minutes')) : meeting.record);
    // Whoever agreed to the record agreed to what it said then.
    return ok([meetingWith(meeting, { held, record, attended: held ? attended : undefined, apologies, declarations, items, minutesApprovedBy: [] })]);
  },
});

type Items = Meeting['items'];

/**
 * What is wrong with how an item is kept from others, of one of which that is said: what was there before may rest on what whoever minutes
 * may not know of. What is private stays so: they may not know what it says.
 */
function minutedPrivacyFault({ number, private: isPrivate, privateBecause, proposedBecause }: z.output<typeof minutedItem>, before: Items, after: Items, snapshot: Snapshot, path: string): Fault | undefined {
  if (isPrivate === undefined && privateBecause === undefined && proposedBecause === undefined) return undefined;
  const isSame = (item: Items[number]): boolean => item.number === number;
  if (isPrivate === false && before.find(isSame)?.private === true) return refuse('input', 'stays-private', 'The item is private and stays so. Minute what can be told as an item of its own.', { path: `${path}.private` }).faults[0];
  const item = after.find(isSame);
  return item === undefined ? undefined : privacyFault(item, snapshot, path);
}

function minuted(items: Items, said: readonly z.output<typeof minutedItem>[]): readonly [Items, readonly Fault[]] {
  const faults: Fault[] = [];
  const after = [...items];
  for (const [index, { number, ...rest }] of said.entries()) {
    const place = after.findIndex((item) => item.number === number);
    const before = after[place];
    if (before !== undefined) after[place] = { ...before, ...withoutUndefined(rest) };
    else if (rest.title !== undefined) after.push({ themes: [], functions: [], ...withoutUndefined({ number, ...rest }) } as unknown as Items[number]);
    else faults.push(...refuse('input', 'no-such-item', `There is no item ${number} on the agenda. Give it a title if it came up at the meeting.`, { path: `items.${index}.title`, found: number }).faults);
  }
  return [after, faults];
}
