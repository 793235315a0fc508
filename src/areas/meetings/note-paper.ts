import type { Block, Document, Showing, Wording } from '../../documents/document.ts';
import { dayWording, filledWording } from '../../documents/wording.ts';
import { authorityName, attendanceRows, meetingName, occasionBlocks, privateSentence, type PaperedMeeting } from './paper-parts.ts';
import { WORDS } from './paper-words.ts';
import { publicationsOf, type Publication } from './publication.ts';

/** Which of the periods that hold for a meeting is that of its note (Local Government and Elections (Wales) Act 2021, Schedule 4). */
const OF_NOTE = 'wales-note-of-meeting';

/**
 * The note of a meeting that the law wants public soon after it: who was there, apologies, declarations, decisions and votes, with
 * the last day for it. It is for the public: of a private item it has the number and why it is private.
 */
export function notePaper(papered: Omit<PaperedMeeting, 'variant'>, showing: Showing): Document {
  const { meeting, snapshot, names } = papered;
  const own: PaperedMeeting = { ...papered, variant: 'public' };
  return {
    title: filledWording(WORDS.noteOf, { meeting: meetingName(meeting, names) }),
    by: authorityName(snapshot, showing),
    on: snapshot.validOn,
    showing,
    blocks: [
      { is: 'paragraph', words: snapshot.header.authority.name },
      ...occasionBlocks(own),
      ...(meeting.held === true ? [{ is: 'definitions', rows: attendanceRows(own) } as const] : [{ is: 'paragraph', words: meeting.held === false ? WORDS.notHeld : WORDS.notYetHeld } as const]),
      { is: 'heading', level: 1, words: WORDS.decisions },
      meeting.items.length === 0 ? { is: 'paragraph', words: WORDS.noItems } : decisionTable(own),
      { is: 'heading', level: 1, words: WORDS.publication },
      ...publicationBlocks(publicationsOf(meeting, snapshot, snapshot.header).find(({ period }) => period.id === OF_NOTE)),
    ],
  };
}

function decisionTable({ meeting: { items } }: PaperedMeeting): Block {
  return {
    is: 'table',
    caption: WORDS.decisionsCaption,
    columns: [{ head: WORDS.item }, { head: WORDS.title, width: 3 }, { head: WORDS.decision, width: 4 }, { head: WORDS.votes, width: 2 }],
    rows: items.map((item): readonly Wording[] => {
      const sentence = privateSentence(item);
      if (sentence !== undefined) return [{ same: item.number }, WORDS.privateItem, sentence, { same: '–' }];
      return [{ same: item.number }, item.title, item.decision ?? WORDS.noDecision, { same: item.votes ?? '–' }];
    }),
  };
}

/** The last day, the law that sets it and the days counted out. */
function publicationBlocks(found: Publication | undefined): readonly Block[] {
  if (found === undefined) return [{ is: 'paragraph', words: WORDS.noLaw }];
  const { last: { on, onWorkingDay, working }, period: { what, authority } } = found;
  const title = authority.url === undefined ? authority.title : [{ text: authority.title, href: authority.url }];
  return [
    {
      is: 'definitions',
      rows: [
        { term: WORDS.lastDay, words: on === onWorkingDay ? dayWording(on) : filledWording(WORDS.lastWorking, { on: dayWording(on), working: dayWording(onWorkingDay) }) },
        { term: WORDS.law, words: { same: title } },
      ],
    },
    { is: 'paragraph', words: what },
    { is: 'table', caption: WORDS.working, columns: [{ head: WORDS.day, width: 2 }, { head: WORDS.counts }, { head: WORDS.why, width: 3 }], rows: working.map(({ day, counts, because }) => [dayWording(day), counts ? WORDS.yes : WORDS.no, because]) },
  ];
}
