import { quoted, type Place } from '../../kernel/fault.ts';
import type { FoundRecord, Gathering } from '../findings.ts';
import { foreignId } from '../foreign-id.ts';
import { plainText } from '../plain-text.ts';
import { idIn, said } from './elements.ts';
import type { XmlElement } from './xml-tree.ts';

export const personId = (member: string): string => foreignId('mg-person', member);

/** A councillor, with the name as given; ward, party, addresses and pictures are not taken. */
export function takeCouncillor(element: XmlElement, gathering: Gathering): void {
  const id = idIn(element, 'councillorid', 'userid', 'memberid');
  const name = said(element, 'fullusername', 'councillorname', 'name');
  if (id === undefined || name === undefined) return gathering.note(id === undefined ? 'no-id' : 'no-name', element.place, { name: name === undefined ? `councillorid ${id ?? ''}` : quoted(name) });
  addPerson(id, name, element.place, gathering, 'said');
}

/** Whoever is there already keeps the name that was given first: councillors are read before the attendance of meetings. */
export function addPerson(id: string, name: string, place: Place, gathering: Gathering, period: FoundRecord['period']): void {
  if (!gathering.has('persons', personId(id))) gathering.add({ kind: 'persons', id: personId(id), fields: { name }, period, place, name }, `person ${id}`);
}

/** Somebody in the attendance of a meeting. */
export interface Attendee {
  readonly member: string;
  readonly name: string;
  readonly attendance: 'attended' | 'apologies' | 'neither';
  readonly role: 'chair' | 'vice-chair' | 'member' | 'adviser' | undefined;
}

/** What the service says in attributes; in elements too, as some have it. */
export function attendeeIn(element: XmlElement, gathering: Gathering): Attendee | undefined {
  const value = (name: string): string => plainText(element.attributes[name] ?? '') || (said(element, name) ?? '');
  const name = value('name');
  const member = value('memberid');
  if (name === '') {
    gathering.note('no-name', element.place, { name: `memberid ${member}` });
    return undefined;
  }
  if (member === '' || (/^-?\d+$/.test(member) && Number(member) <= 0)) {
    gathering.note('no-id', element.place, { name: quoted(name) });
    return undefined;
  }
  const word = value('attendance');
  const attendance = attendanceOf(word);
  if (attendance === undefined) gathering.note('attendance-word', element.place, { word, name });
  return { member: member.slice(0, 200), name, attendance: attendance ?? 'neither', role: roleOf(value('roledescription')) };
}

/** What is said of who was there; undefined for words that say nothing of it that is known. */
function attendanceOf(word: string): Attendee['attendance'] | undefined {
  if (/apolog|ymddiheur/i.test(word)) return 'apologies';
  if (/^(not |dim )|absent|absennol|expected|disgwyl|non[- ]attend|did not/i.test(word) && !/^present/i.test(word)) return 'neither';
  if (/present|presennol|attend|substitut|remote|virtual/i.test(word)) return 'attended';
  return word === '' ? 'neither' : undefined;
}

/** The seat that a role in the attendance speaks of; undefined for those who are there without one. */
function roleOf(words: string): Attendee['role'] {
  if (/officer|swyddog|substitut|reserve|guest|visitor|attend|invite|observer|clerk|eilydd/i.test(words)) return undefined;
  if (/vice|deputy|dirprwy|\bis-?gadeir/i.test(words)) return 'vice-chair';
  if (/chair|cadeir|gadeir|presid|llywydd|mayor|maer/i.test(words)) return 'chair';
  if (/advis|cynghorydd ymgynghorol|consultative/i.test(words)) return 'adviser';
  return /member|aelod|councillor|cynghorydd/i.test(words) ? 'member' : undefined;
}
