import type { CalendarDate } from '../../../kernel/date.ts';
import type { Ref } from '../../../model/field.ts';
import type { Action } from '../../../model/meetings.ts';
import type { Snapshot } from '../../../register/snapshot.ts';

/** The actions that are not over: each in the first list that is about it. */
export interface ActionLists {
  readonly mine: readonly Action[];
  readonly claimed: readonly Action[];
  readonly overdue: readonly Action[];
  readonly open: readonly Action[];
}

/** The last day to which an action was put off, else the day that was set first. */
export const dueNow = ({ due, extensions }: Pick<Action, 'due' | 'extensions'>): CalendarDate | undefined => extensions.at(-1)?.to ?? due;

export const isOver = ({ state }: Action): boolean => state === 'complete-accepted' || state === 'no-further-action';

/** @param posts whose actions are one’s own */
export function actionLists(snapshot: Snapshot, posts: readonly Ref<'posts'>[]): ActionLists {
  const open = snapshot.all('actions').filter((action) => !isOver(action)).toSorted((a, b) => ((dueNow(a) ?? '9999') < (dueNow(b) ?? '9999') ? -1 : 1));
  const listOf = (action: Action): keyof ActionLists => {
    if (action.state === 'complete-claimed') return 'claimed';
    if (posts.includes(action.owner)) return 'mine';
    const due = dueNow(action);
    return due !== undefined && due < snapshot.validOn ? 'overdue' : 'open';
  };
  const lists = Map.groupBy(open, listOf);
  return { mine: lists.get('mine') ?? [], claimed: lists.get('claimed') ?? [], overdue: lists.get('overdue') ?? [], open: lists.get('open') ?? [] };
}
