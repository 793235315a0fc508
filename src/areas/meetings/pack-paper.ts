import type { Block, Document, Showing, Wording } from '../../documents/document.ts';
import { dayWording, filledWording } from '../../documents/wording.ts';
import type { Meeting } from '../../model/meetings.ts';
import type { Report } from '../../model/reporting.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { actionTable, type Arisen } from './action-table.ts';
import { minutesBlocks } from './minutes-paper.ts';
import { authorityName, isWithheld, itemTitle, meetingName, occasionBlocks, privateSentence, type Item, type PaperedMeeting } from './paper-parts.ts';
import { WORDS } from './paper-words.ts';

/** What a pack is printed from: the meeting, and how a report that is one of its papers is set out. */
export interface PaperedPack extends PaperedMeeting {
  /** The sections of a report, numbered under `within` (`B2.`). */
  readonly sectionsOf: (report: Report, within: string, level: 3) => readonly Block[];
}

/** No report in these states goes to the public. */
const NOT_FINAL: readonly string[] = ['draft', 'in-review', 'withdrawn'];
const OVER: readonly string[] = ['complete-accepted', 'no-further-action'];

/**
 * The one complete pack of a meeting: A agenda, B papers, C minutes, D actions. Every number follows from the agenda and from what is
 * on record, never from what a variant shows, so that both variants have the same.
 */
export function packPaper(pack: PaperedPack, showing: Showing): Document {
  const { meeting, snapshot, names, variant } = pack;
  const before = meetingBefore(meeting, snapshot);
  return {
    title: filledWording(WORDS.pack, { meeting: meetingName(meeting, names) }),
    by: authorityName(snapshot, showing),
    on: snapshot.validOn,
    showing,
    blocks: [
      { is: 'paragraph', words: snapshot.header.authority.name },
      { is: 'note', words: WORDS[variant] },
      ...occasionBlocks(pack),
      { is: 'heading', level: 1, number: 'A', words: WORDS.agenda },
      agendaBlock(pack),
      ...meeting.items.flatMap(reasonBlock),
      { is: 'heading', level: 1, number: 'B', words: WORDS.papers },
      ...papersBlocks(pack),
      { is: 'page-break' },
      { is: 'heading', level: 1, number: 'C', words: WORDS.minutes },
      ...minutesOf(pack, before),
      { is: 'page-break' },
      { is: 'heading', level: 1, number: 'D', words: WORDS.actions },
      actionTable([...(before === undefined ? [] : arisenFrom(before, snapshot).filter(({ action }) => !OVER.includes(action.state))), ...arisenFrom(meeting, snapshot)], 'D', pack),
    ],
  };
}

/** The last meeting held before this one, of the same series, or else of the same body. */
export function meetingBefore({ ref, on, series, body }: Meeting, snapshot: Snapshot): Meeting | undefined {
  const [field, whose] = series === undefined ? (['body', body] as const) : (['series', series] as const);
  return whose === undefined ? undefined : snapshot.where('meetings', field, whose).findLast((one) => one.held === true && one.ref !== ref && one.on < on);
}

const arisenFrom = (meeting: Meeting, snapshot: Snapshot): readonly Arisen[] =>
  snapshot.where('actions', 'arisingFrom', meeting.ref).toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((action) => ({ action, meeting }));

function agendaBlock({ meeting: { items }, names, variant }: PaperedPack): Block {
  if (items.length === 0) return { is: 'paragraph', words: WORDS.noItems };
  return {
    is: 'table',
    caption: WORDS.agendaCaption,
    columns: [{ head: WORDS.item }, { head: WORDS.title, width: 5 }, { head: WORDS.by, width: 3 }, { head: WORDS.paper }],
    rows: items.map((item): readonly Wording[] => [
      { same: `A${item.number}` },
      itemTitle(item, variant),
      isWithheld(item, variant) || item.by === undefined ? { same: '–' } : names(item.by),
      { same: hasPlace(item) ? `B${item.number}` : '–' },
    ]),
  };
}

/** Under the agenda, why each private item is private. */
function reasonBlock(item: Item): readonly Block[] {
  const sentence = privateSentence(item);
  return sentence === undefined ? [] : [{ is: 'paragraph', number: `A${item.number}`, words: sentence }];
}

/** Whether the item has a place among the papers: every private one has, so that its place tells nothing. */
const hasPlace = (item: Item): boolean => item.paper !== undefined || item.private === true;

function papersBlocks(pack: PaperedPack): readonly Block[] {
  const items = pack.meeting.items.filter(hasPlace);
  if (items.length === 0) return [{ is: 'paragraph', words: WORDS.noPapers }];
  // A paper begins on a page of its own; that there is none takes no page.
  const begins = (item: Item, index: number): boolean => index > 0 && item.paper !== undefined && !isWithheld(item, pack.variant);
  return items.flatMap((item, index): readonly Block[] => [...(begins(item, index) ? [{ is: 'page-break' } as const] : []), { is: 'heading', level: 2, number: `B${item.number}`, words: itemTitle(item, pack.variant) }, ...paperBlocks(item, pack)]);
}

function paperBlocks(item: Item, { snapshot, names, variant, sectionsOf }: PaperedPack): readonly Block[] {
  const sentence = privateSentence(item);
  const marked: readonly Block[] = sentence === undefined ? [] : [{ is: 'note', words: sentence }];
  if (isWithheld(item, variant)) return marked;
  const says = (words: Wording): readonly Block[] => [...marked, { is: 'paragraph', words }];
  if (item.paper === undefined) return says(WORDS.noPaper);
  const report = snapshot.get(item.paper) ?? snapshot.where('reports', 'id', item.paper.slice('reports/'.length), 'ever').at(-1);
  if (report === undefined) return says(WORDS.paperUnseen);
  const isFinal = !NOT_FINAL.includes(report.state);
  if (variant === 'public' && !isFinal) return says(WORDS.paperNotFinal);
  const sections = sectionsOf(report, `B${item.number}.`, 3);
  return [
    ...marked,
    { is: 'paragraph', words: report.title },
    ...(report.by === undefined ? [] : [{ is: 'paragraph', words: filledWording(WORDS.paperBy, { post: names(report.by) }) } as const]),
    ...(isFinal ? [] : [{ is: 'note', words: filledWording(WORDS.paperDraft, { state: names(report.state) }) } as const]),
    ...(sections.length === 0 ? [{ is: 'paragraph', words: WORDS.paperEmpty } as const] : sections),
  ];
}

function minutesOf(pack: PaperedPack, before: Meeting | undefined): readonly Block[] {
  const all = [...(before === undefined ? [] : [{ meeting: before, words: WORDS.minutesBefore }]), ...(pack.meeting.held === true ? [{ meeting: pack.meeting, words: WORDS.minutesThis }] : [])];
  if (all.length === 0) return [{ is: 'paragraph', words: WORDS.noMinutes }];
  return all.flatMap(({ meeting, words }, index): readonly Block[] => [
    { is: 'heading', level: 2, number: `C${index + 1}`, words: filledWording(words, { on: dayWording(meeting.on) }) },
    ...minutesBlocks({ ...pack, meeting }, `C${index + 1}.`, 3),
  ]);
}
