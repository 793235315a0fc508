import type { Edit } from '../../drafts/edit-draft.ts';
import type { Happening } from '../../drafts/draft.ts';
import { draftPage } from './draft-page.ts';
import { savedFrom, versionIn, type DraftingForm } from './drafting-form.ts';
import type { DraftReading } from './draft-reading.ts';
import { takeChange } from './propose.ts';

/** The buttons beside a change: what they refuse is told on the page of the draft. */
export const changeForm = (number: number, history: readonly Happening[]): DraftingForm<DraftReading> => ({
  page: (dr, _, faults) => (faults.length === 0 ? undefined : draftPage(dr, history, faults)),
  async save(dr, value, { drafts, now }) {
    const { reading, draft, to, visitor, shown } = dr;
    // Of a change that they may not learn of they cannot know the number.
    if (!shown.some(({ change }) => change.number === number)) return 'forbidden';
    const [version, does] = [versionIn(value), value.get('do') ?? ''];
    const done = (what: string): string => `${to.draft(draft.id)}?done=${what}`;
    if (does === 'take') return savedFrom(await takeChange(drafts, dr, number, version, now()), reading.language, done('taken'));
    const edit: Edit | undefined = does === 'take-out' ? { does, number } : does === 'up' || does === 'down' ? { does: 'move', number, places: does === 'up' ? -1 : 1 } : undefined;
    if (edit === undefined) return 'forbidden';
    return savedFrom(await drafts.alter({ ...draft, version }, edit, visitor.account.person, now()), reading.language, done(edit.does === 'move' ? 'moved' : 'takenOut'));
  },
});
