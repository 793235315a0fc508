import type { Block, Wording } from '../../documents/document.ts';
import { capitalised, dayWording } from '../../documents/wording.ts';
import type { Action, Meeting } from '../../model/meetings.ts';
import type { PaperedMeeting } from './paper-parts.ts';
import { WORDS } from './paper-words.ts';

/** Actions with the meeting that each arises from. */
export interface Arisen {
  readonly action: Action;
  readonly meeting: Meeting;
}

/** A table of actions numbered `D1`, `D2`; the numbers are the same whichever of them are held back. */
export function actionTable(arisen: readonly Arisen[], letter: string, { names, variant }: Pick<PaperedMeeting, 'names' | 'variant'>): Block {
  if (arisen.length === 0) return { is: 'paragraph', words: WORDS.noActions };
  return {
    is: 'table',
    caption: WORDS.actionsCaption,
    columns: [{ head: WORDS.number }, { head: WORDS.title, width: 4 }, { head: WORDS.owner, width: 2 }, { head: WORDS.due, width: 1.7 }, { head: WORDS.state, width: 1.7 }],
    rows: arisen.map(({ action, meeting }, index): readonly Wording[] => {
      const due = action.extensions.at(-1)?.to ?? action.due;
      return [
        { same: `${letter}${index + 1}` },
        variant === 'public' && isOfPrivateItem(action, meeting) ? WORDS.actionWithheld : action.what,
        names(action.owner),
        due === undefined ? WORDS.noDue : dayWording(due),
        capitalised(names(action.state)),
      ];
    }),
  };
}

/** Whether the action may say what a private item was about: the record names the meeting and not the item. */
const isOfPrivateItem = (_: Action, { items }: Meeting): boolean => items.some((item) => item.private === true);
