import type { Block, Document, Showing, Wording } from '../../documents/document.ts';
import { dayWording, filledWording, joinedWording } from '../../documents/wording.ts';
import type { Meeting } from '../../model/meetings.ts';
import { actionTable } from './action-table.ts';
import { authorityName, attendanceRows, isWithheld, itemTitle, meetingName, occasionBlocks, privateSentence, resultRows, type PaperedMeeting } from './paper-parts.ts';
import { WORDS } from './paper-words.ts';

/** The minutes of a meeting: who was there, each item with what came of it, the actions, and who agreed that it is a true record. */
export function minutesPaper(papered: PaperedMeeting, showing: Showing): Document {
  const { meeting, snapshot, names, variant } = papered;
  const actions = snapshot.where('actions', 'arisingFrom', meeting.ref).map((action) => ({ action, meeting }));
  return {
    title: filledWording(WORDS.minutesOf, { meeting: meetingName(meeting, names) }),
    by: authorityName(snapshot, showing),
    on: snapshot.validOn,
    showing,
    blocks: [
      { is: 'paragraph', words: snapshot.header.authority.name },
      { is: 'note', words: WORDS[variant] },
      ...occasionBlocks(papered),
      ...minutesBlocks(papered, '', 1),
      { is: 'heading', level: 1, words: WORDS.actions },
      actionTable(actions, '', { names, variant }),
    ],
  };
}

/** What the minutes say, to stand in another paper: its items are numbered as on the agenda, under `within` (`C1.`). */
export function minutesBlocks(papered: PaperedMeeting, within: string, level: 1 | 2 | 3): readonly Block[] {
  const { meeting, variant } = papered;
  if (meeting.held !== true) return [{ is: 'paragraph', words: meeting.held === false ? WORDS.notHeld : WORDS.notYetHeld }];
  return [
    { is: 'definitions', rows: [...attendanceRows(papered), { term: WORDS.record, words: agreement(papered) }] },
    ...meeting.items.flatMap((item): readonly Block[] => {
      const rows = isWithheld(item, variant) ? [] : resultRows(item);
      const sentence = privateSentence(item);
      return [
        { is: 'heading', level, number: `${within}${item.number}`, words: itemTitle(item, variant) },
        ...(sentence === undefined ? [] : [{ is: 'note', words: sentence } as const]),
        ...(rows.length > 0 ? [{ is: 'definitions', rows } as const] : sentence === undefined ? [{ is: 'paragraph', words: WORDS.nothingSaid } as const] : []),
      ];
    }),
  ];
}

function agreement({ meeting, names }: { readonly meeting: Meeting; readonly names: PaperedMeeting['names'] }): Wording {
  const { minutesApprovedOn, minutesApprovedBy } = meeting;
  if (minutesApprovedOn === undefined) return WORDS.notAgreed;
  const on = dayWording(minutesApprovedOn);
  return minutesApprovedBy.length === 0 ? filledWording(WORDS.agreed, { on }) : filledWording(WORDS.agreedBy, { on, who: joinedWording(minutesApprovedBy.map(names)) });
}
