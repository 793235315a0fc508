import { quoted } from '../../kernel/fault.ts';
import { BODY_TYPES } from '../../model/structure.ts';
import { typeByName } from '../body-type.ts';
import type { FoundRecord, Gathering } from '../findings.ts';
import { foreignId } from '../foreign-id.ts';
import { child, flagIn, idIn, said } from './elements.ts';
import type { XmlElement } from './xml-tree.ts';

export const bodyId = (committee: string): string => foreignId('mg-committee', committee);

/** A committee that no longer meets counts only where something else names it. */
export interface Committee {
  readonly id: string;
  readonly isOver: boolean;
}

/** The committee that an element is or names, taken as a body; undefined where it names none. */
export function takeCommittee(element: XmlElement, gathering: Gathering): Committee | undefined {
  const id = idIn(element, 'committeeid');
  const name = said(element, 'committeetitle', 'committeename');
  if (id === undefined || name === undefined) {
    if (id !== undefined || name !== undefined) gathering.note(id === undefined ? 'no-id' : 'no-name', element.place, { name: name === undefined ? `committeeid ${id ?? ''}` : quoted(name) });
    return undefined;
  }
  const isOver = flagIn(element, 'committeeexpired') === true || flagIn(element, 'committeedeleted') === true;
  if (!isOver) addBody(id, name, element, gathering, 'said');
  return { id, isOver };
}

/** Takes a body where it is not there yet; a note says that its type was guessed. */
export function addBody(id: string, name: string, element: XmlElement, gathering: Gathering, period: FoundRecord['period']): void {
  if (gathering.has('bodies', bodyId(id))) return;
  const type = typeByName(name) ?? typeByName(said(element, 'committeecategory') ?? '') ?? 'committee';
  gathering.add({ kind: 'bodies', id: bodyId(id), fields: { name, type }, period, place: element.place, name }, `committee ${id}`);
  gathering.note('type-guessed', element.place, { name: quoted(name), word: BODY_TYPES[type][0], wordCy: BODY_TYPES[type][1], id: bodyId(id) });
}

/** The committee that a meeting says it is of, in itself or in an element inside; taken as a body where its name is given. */
export function committeeOf(meeting: XmlElement, gathering: Gathering): string | undefined {
  const holder = idIn(meeting, 'committeeid') === undefined ? child(meeting, 'committee') : meeting;
  const id = holder === undefined ? undefined : idIn(holder, 'committeeid');
  const name = holder === undefined ? undefined : said(holder, 'committeetitle', 'committeename');
  if (holder !== undefined && id !== undefined && name !== undefined) addBody(id, name, holder, gathering, 'seen');
  return id;
}
