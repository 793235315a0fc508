import type { CalendarDate } from '../../kernel/date.ts';
import type { Fault } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { decodeText } from '../decode-text.ts';
import { EXCHANGE_LIMITS, Gathering, type Findings } from '../findings.ts';
import { gathered } from '../read-foreign.ts';
import { dayIn, idIn, said } from './elements.ts';
import { readModernGov, type Answer } from './read.ts';
import { xmlTree, type XmlElement } from './xml-tree.ts';

/** What is asked of the service. */
export interface Asking {
  readonly address: URL;
  readonly between: readonly [from: CalendarDate, until: CalendarDate];
  /** Ids of committees; all where there are none. */
  readonly committees: readonly string[];
  readonly today: CalendarDate;
  readonly body?: string | undefined;
  /** Fetches one answer; its faults are for people. */
  readonly fetch: (url: URL) => Promise<Result<Uint8Array>>;
}

/** Meetings whose attendance and agenda are fetched one by one, at most. */
const MOST_MEETINGS = 600;
/** The service takes this for every committee. */
const ALL = '-1';

/** Asks the service for its committees, councillors and the meetings between two days, each of these with its attendance and agenda. */
export async function askModernGov({ address, between: [from, until], committees, today, body, fetch }: Asking): Promise<Result<Findings>> {
  const gathering = new Gathering(EXCHANGE_LIMITS);
  const answers: Answer[] = [];
  const ask = async (operation: string, query: Readonly<Record<string, string>>, committee?: string): Promise<Result<XmlElement>> => {
    const url = new URL(`${address.href.replace(/\/+$/, '')}/${operation}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const answer = await fetch(url);
    if (!answer.ok) return answer;
    let root: XmlElement | undefined;
    const read = gathered('modern-gov', gathering, () => {
      const xml = decodeText(answer.value, url.href, gathering);
      root = xmlTree(xml, url.href, gathering.limits);
      answers.push({ file: url.href, xml, committee });
    });
    return root === undefined ? (read as { readonly ok: false; readonly faults: readonly Fault[] }) : ok(root);
  };
  const listed = await ask('GetCommittees', {});
  if (!listed.ok) return listed;
  const councillors = await ask('GetCouncillorsByWard', {});
  // Some councils answer all but this: whoever attends is named by the meetings too.
  if (!councillors.ok) for (const { code, place = {}, sentence } of councillors.faults) gathering.note('not-read', place, { word: `GetCouncillorsByWard (${code}: ${sentence})` });
  const [first, last] = [ukDate(from), ukDate(until)];
  const meetings = new Map<string, string | undefined>();
  for (const committee of committees.length === 0 ? [ALL] : committees) {
    const asked = await ask('GetAllMeetingsByDate', { lCommitteeId: committee, sFromDate: first, sToDate: last, bIsAscendingDateOrder: 'true' }, committee === ALL ? undefined : committee);
    if (!asked.ok) return asked;
    // The list itself is not read: a service that does not understand the dates answers with every meeting it ever had.
    answers.pop();
    for (const { id, of, on } of meetingsIn(asked.value)) if (on !== undefined && on >= from && on <= until) meetings.set(id, of ?? (committee === ALL ? undefined : committee));
  }
  if (meetings.size > MOST_MEETINGS) return refused({ category: 'input', code: 'too-many-records', sentence: `The service has ${meetings.size} meetings between these days; at most ${MOST_MEETINGS} are fetched at once. Ask for fewer days, or for some committees.` });
  for (const [id, committee] of meetings) {
    const asked = await ask('GetMeeting', { lMeetingId: id }, committee);
    if (!asked.ok) return asked;
  }
  return gathered('modern-gov', gathering, () => readModernGov(answers, { today, body }, gathering));
}

const ukDate = (day: CalendarDate): string => day.split('-').toReversed().join('/');

function meetingsIn(root: XmlElement): readonly { readonly id: string; readonly of: string | undefined; readonly on: CalendarDate | undefined }[] {
  const found: { id: string; of: string | undefined; on: CalendarDate | undefined }[] = [];
  const walk = (element: XmlElement, within: string | undefined): void => {
    const id = element.name === 'meeting' ? idIn(element, 'meetingid') : undefined;
    const of = idIn(element, 'committeeid') ?? within;
    if (id !== undefined) found.push({ id, of, on: dayIn(said(element, 'meetingdate') ?? '') });
    else for (const one of element.children) walk(one, of);
  };
  walk(root, undefined);
  return found;
}
