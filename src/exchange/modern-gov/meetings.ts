import type { CalendarDate } from '../../kernel/date.ts';
import { quoted } from '../../kernel/fault.ts';
import type { Gathering } from '../findings.ts';
import { foreignId } from '../foreign-id.ts';
import { plainText } from '../plain-text.ts';
import { committeeOf, bodyId } from './committees.ts';
import { child, clockIn, dayIn, flagIn, idIn, said } from './elements.ts';
import { addPerson, attendeeIn, personId, type Attendee } from './people.ts';
import type { XmlElement } from './xml-tree.ts';

export const meetingId = (meeting: string): string => foreignId('mg-meeting', meeting);

/** A role in which somebody was seen at a meeting of a committee. */
export interface Seen {
  readonly committee: string;
  readonly member: string;
  readonly role: NonNullable<Attendee['role']>;
  readonly on: CalendarDate;
  readonly element: XmlElement;
}

/** What a meeting is read with beside itself. */
export interface MeetingContext {
  readonly gathering: Gathering;
  readonly today: CalendarDate;
  /** The committee in whose element it stands. */
  readonly committee: string | undefined;
  /** The body of the register that is meant where the file names none. */
  readonly body: string | undefined;
  readonly seen: Seen[];
  /** The committee of each meeting, once some list said it: the meeting itself need not. */
  readonly committees: Map<string, string>;
}

/** A meeting, from a list or whole with its attendance and agenda. */
export function takeMeeting(element: XmlElement, { gathering, today, committee, body, seen, committees }: MeetingContext): void {
  const id = idIn(element, 'meetingid');
  const written = said(element, 'meetingdate', 'date');
  const title = said(element, 'committeetitle', 'meetingtitle') ?? (id === undefined ? 'A meeting' : `Meeting ${id}`);
  if (id === undefined) return gathering.note('no-id', element.place, { name: quoted(title) });
  const on = written === undefined ? undefined : dayIn(written);
  if (on === undefined) return gathering.fault('bad-date', written === undefined ? `${quoted(title)} has no date.` : `${quoted(written)} is not a date that exists, written DD/MM/YYYY.`, { ...element.place, path: 'meetingdate' }, written ?? '');
  const before = gathering.get('meetings', meetingId(id));
  if (before !== undefined && before.fields['on'] !== on) return gathering.fault('id-twice', `The meeting ${quoted(id)} is given with two dates.`, element.place, id);
  const of = committeeOf(element, gathering) ?? committee ?? committees.get(id);
  if (of !== undefined) committees.set(id, of);
  const where = of !== undefined ? `bodies/${bodyId(of)}` : body === undefined ? undefined : `bodies/${body}`;
  if (where === undefined) return gathering.note('body-unknown', element.place, { name: quoted(title) });

  const attendees = (child(element, 'attendees')?.children ?? []).filter(({ name }) => name === 'attendee').flatMap((one) => {
    const attendee = attendeeIn(one, gathering);
    return attendee === undefined ? [] : [{ ...attendee, element: one }];
  });
  for (const { member, name, role, element: place } of attendees) {
    addPerson(member, name, place.place, gathering, 'seen');
    if (role !== undefined && of !== undefined && on <= today) seen.push({ committee: of, member, role, on, element: place });
  }
  const attended = attendees.filter(({ attendance }) => attendance === 'attended').map(refOf);
  const apologies = attendees.filter(({ attendance }) => attendance === 'apologies').map(refOf);
  const items = itemsIn(element, gathering);
  const status = said(element, 'meetingstatus') ?? '';
  const isOff = /cancel|postpon|abandon|called off|gohiri|canslo/i.test(status);
  const hasMinutes = flagIn(element, 'minutepublished') === true;
  const wasSeen = on <= today && (attended.length > 0 || hasMinutes || said(element, 'meetingactualstarttime') !== undefined);
  const place = said(element, 'meetinglocation');
  const at = clockIn(said(element, 'meetingtime'));
  if (on < today && !isOff && !wasSeen && child(element, 'attendees') !== undefined) gathering.note('not-known-whether-held', element.place, { name: `${title} (${on})` });
  gathering.add({
    kind: 'meetings', id: meetingId(id), period: 'said', place: element.place, name: `${(of === undefined ? undefined : gathering.get('bodies', bodyId(of))?.name) ?? title}, ${on}`,
    fields: {
      body: where, on,
      ...(isOff ? { held: false } : wasSeen ? { held: true } : {}),
      ...(at === undefined ? {} : { at }),
      ...(place === undefined ? {} : { place: place.slice(0, 500) }),
      ...(flagIn(element, 'agendapublished') === true ? { agenda: true } : {}),
      ...(hasMinutes ? { record: 'minutes' } : {}),
      ...(wasSeen && attended.length > 0 ? { attended: [...new Set(attended)] } : {}),
      ...(apologies.length > 0 ? { apologies: [...new Set(apologies)].filter((ref) => !attended.includes(ref)) } : {}),
      ...(items.length > 0 ? { items } : {}),
    },
  }, `meeting ${id}`);
}

const refOf = ({ member }: Attendee): string => `persons/${personId(member)}`;

function itemsIn(meeting: XmlElement, gathering: Gathering): readonly Readonly<Record<string, unknown>>[] {
  return (child(meeting, 'agendaitems')?.children ?? []).filter(({ name }) => name === 'agendaitem').flatMap((item) => {
    const title = said(item, 'agendaitemtitle')?.slice(0, 2_000);
    const number = [said(item, 'fulldisplaynumberformat'), said(item, 'agendaitemnumber')].find((one) => one !== undefined && /[1-9A-Za-z]/.test(one));
    if (title === undefined || number === undefined) {
      gathering.note(title === undefined ? 'no-name' : 'heading', item.place, { name: title ?? `agendaitemid ${said(item, 'agendaitemid') ?? ''}` });
      return [];
    }
    const isPrivate = flagIn(item, 'isrestricted') === true || flagIn(item, 'isdisplayallowed') === false;
    // The text of a decision is the public's once it is published.
    const decision = !isPrivate && flagIn(item, 'isdecisionpublished') !== false ? plainText(child(item, 'decisionnonemptyhtmlbody')?.text ?? '').slice(0, 20_000) : '';
    return [{ number: number.slice(0, 50), title, ...(isPrivate ? { private: true } : {}), ...(decision === '' ? {} : { decision }) }];
  });
}
