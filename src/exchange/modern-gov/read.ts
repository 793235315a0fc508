import type { CalendarDate } from '../../kernel/date.ts';
import { unreadable, type Gathering } from '../findings.ts';
import { addBody, bodyId, takeCommittee } from './committees.ts';
import { idIn, said } from './elements.ts';
import { takeMeeting, type MeetingContext, type Seen } from './meetings.ts';
import { takeCouncillor } from './people.ts';
import { takeSeats } from './seats.ts';
import { xmlTree, type XmlElement } from './xml-tree.ts';

interface Reading {
  readonly today: CalendarDate;
  /** The body of the register that is meant where the file names none. */
  readonly body?: string | undefined;
}

/** One text that the service answered. */
export interface Answer {
  readonly file: string;
  readonly xml: string;
  /** The committee that was asked for. */
  readonly committee?: string | undefined;
}

/**
 * Reads what `mgWebService.asmx` of Modern.gov answers (GetCommittees, GetCouncillors, GetCouncillorsByWard, GetMeetings, GetMeeting,
 * GetAllMeetingsByDate), one or several together, in an envelope of SOAP or without. @throws Unreadable
 */
export function readModernGov(answers: readonly Answer[], { today, body }: Reading, gathering: Gathering): void {
  const seen: Seen[] = [];
  const committees = new Map<string, string>();
  const over: XmlElement[] = [];
  const meetings: { readonly element: XmlElement; readonly context: MeetingContext }[] = [];
  let known = 0;
  for (const { file, xml, committee } of answers) {
    const root = xmlTree(xml, file, gathering.limits);
    const before = known;
    const walk = (element: XmlElement, within: string | undefined): void => {
      if (element.name === 'councillor') {
        known += 1;
        return takeCouncillor(element, gathering);
      }
      if (element.name === 'meeting' && (idIn(element, 'meetingid') !== undefined || said(element, 'meetingdate') !== undefined)) {
        known += 1;
        meetings.push({ element, context: { gathering, today, committee: within, body, seen, committees } });
        return;
      }
      let inside = within;
      if (element.name === 'committee') {
        known += 1;
        const taken = takeCommittee(element, gathering);
        if (taken?.isOver === true) over.push(element);
        inside = taken?.id ?? within;
      }
      // An empty list answers what was asked as well.
      if (LISTS.has(element.name)) known += 1;
      for (const one of element.children) walk(one, inside);
    };
    walk(root, committee);
    if (known === before) unreadable('not-modern-gov', `The element \`${root.name.slice(0, 40)}\` and what stands in it are no answer of Modern.gov that is known: committees, councillors or meetings.`, root.place);
  }
  // What is over is known before the meetings that name it.
  const named = new Set<string>();
  for (const { element, context } of meetings) {
    takeMeeting(element, context);
    const of = idIn(element, 'committeeid') ?? context.committee;
    if (of !== undefined) named.add(of);
  }
  for (const element of over) {
    const [id, name] = [idIn(element, 'committeeid') ?? '', said(element, 'committeetitle', 'committeename') ?? ''];
    if (named.has(id) && !gathering.has('bodies', bodyId(id))) addBody(id, name, element, gathering, 'said');
    else if (!gathering.has('bodies', bodyId(id))) gathering.note('expired', element.place, { name: `\`${name}\`` });
  }
  takeSeats(seen, gathering);
}

const LISTS: ReadonlySet<string> = new Set(['committees', 'councillors', 'councillorsbyward', 'wards', 'getmeetings', 'getmeetingsbydate', 'meetings', 'committeemeetings']);
