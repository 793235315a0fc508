import type { CalendarDate } from '../kernel/date.ts';
import type { Instant } from '../kernel/instant.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Ref } from '../model/field.ts';
import { isAuthor, mayChange, type Asked, type Base, type Draft, type DraftChange, type Happening, type Share } from './draft.ts';

/** One thing that somebody does to a draft. */
export type Edit =
  | { readonly does: 'describe'; readonly name: string; readonly purpose: string; readonly from: CalendarDate }
  | { readonly does: 'add'; readonly changes: readonly { readonly asked: Asked; readonly base: Base }[] }
  /** The register changed under it: it is meant as it now comes out. */
  | { readonly does: 'take'; readonly number: number; readonly base: Base }
  | { readonly does: 'take-out'; readonly number: number }
  | { readonly does: 'move'; readonly number: number; readonly places: -1 | 1 }
  | { readonly does: 'share'; readonly share: Share }
  | { readonly does: 'unshare'; readonly person: Ref<'persons'> }
  | { readonly does: 'set-aside'; readonly reason: string }
  /** @property changes those that the register's entry is made of, whatever was done to the draft meanwhile */
  | { readonly does: 'adopt'; readonly reason: string; readonly first: number; readonly last: number; readonly changes: readonly DraftChange[] };

export const MOST_CHANGES = 200;
export const MOST_NAME = 200;
export const MOST_WORDS = 2_000;

/**
 * What a draft is once the edit is made, and what is told of it in its history. Who may edit follows from the draft alone, but that it
 * was adopted: the register says so, and who adopted it.
 */
export function edited(draft: Draft, edit: Edit, by: Ref<'persons'>, now: Instant): Result<{ readonly draft: Draft; readonly happening: Happening }> {
  if (edit.does !== 'adopt' && (!mayChange(draft, by) || (isAuthors(edit) && !isAuthor(draft, by)))) return refused({ category: 'forbidden', code: 'draft-not-theirs', sentence: 'This draft was not shared with you to do this.' });
  if (draft.state.is !== 'open') return refused({ category: 'conflict', code: 'draft-closed', sentence: 'This draft is closed: it was adopted or set aside.' });
  const done = (altered: Partial<Draft>, did: Happening['did'], more: Partial<Happening> = {}) =>
    ok({ draft: { ...draft, ...altered, version: draft.version + 1, changedAt: now }, happening: { at: now, by, did, changes: [], ...more } });
  switch (edit.does) {
    case 'describe': {
      const wrong = wronglyDescribed(edit);
      return wrong ?? done({ name: edit.name.trim(), purpose: edit.purpose.trim(), from: edit.from }, 'described');
    }
    case 'add': {
      if (draft.changes.length + edit.changes.length > MOST_CHANGES) return refused({ category: 'input', code: 'too-many-changes', sentence: `A draft has up to ${MOST_CHANGES} changes.` });
      const changes = edit.changes.map((change, index): DraftChange => ({ number: draft.version * MOST_CHANGES + index + 1, ...change }));
      return done({ changes: [...draft.changes, ...changes] }, 'added', { changes });
    }
    case 'take':
      return onChange(draft, edit.number, (change) => {
        const taken = { ...change, base: edit.base };
        return done({ changes: draft.changes.map((one) => (one === change ? taken : one)) }, 'taken', { changes: [taken] });
      });
    case 'take-out':
      return onChange(draft, edit.number, (change) => done({ changes: draft.changes.filter((one) => one !== change) }, 'taken-out', { changes: [change] }));
    case 'move':
      return onChange(draft, edit.number, (change, place) => done({ changes: moved(draft.changes, place, edit.places) }, 'moved', { changes: [change] }));
    case 'share':
      if (edit.share.person === draft.author) return refused({ category: 'input', code: 'share-with-author', sentence: 'The draft is theirs.' });
      return done({ shares: [...draft.shares.filter(({ person }) => person !== edit.share.person), edit.share] }, 'shared', { with: edit.share });
    case 'unshare': {
      const share = draft.shares.find(({ person }) => person === edit.person);
      if (share === undefined) return refused({ category: 'not-found', code: 'no-such-share', sentence: 'The draft is not shared with them.' });
      return done({ shares: draft.shares.filter((one) => one !== share) }, 'unshared', { with: share });
    }
    case 'set-aside':
      if (!isSaid(edit.reason, MOST_WORDS)) return refused({ category: 'input', code: 'wrong-reason', sentence: `Say why, in up to ${MOST_WORDS.toLocaleString('en-GB')} characters.` });
      return done({ state: { is: 'set-aside', by, at: now, reason: edit.reason.trim() } }, 'set-aside');
    case 'adopt':
      return done({ changes: edit.changes, state: { is: 'adopted', by, at: now, reason: edit.reason.trim(), first: edit.first, last: edit.last } }, 'adopted');
    default:
      return edit satisfies never;
  }
}

/** Whom it is shared with, and that it is given up, is for its author to say. */
const isAuthors = ({ does }: Edit): boolean => does === 'share' || does === 'unshare' || does === 'set-aside';

/** The refusal where a draft would have no name or purpose, or too long a one. */
export function wronglyDescribed({ name, purpose }: { readonly name: string; readonly purpose: string }): Result<never> | undefined {
  const faults = [
    ...(isSaid(name, MOST_NAME) ? [] : [{ category: 'input' as const, code: 'wrong-name', sentence: `Give the draft a name, in up to ${MOST_NAME} characters.`, place: { path: 'name' } }]),
    ...(isSaid(purpose, MOST_WORDS) ? [] : [{ category: 'input' as const, code: 'wrong-purpose', sentence: `Say what the draft is for, in up to ${MOST_WORDS.toLocaleString('en-GB')} characters.`, place: { path: 'purpose' } }]),
  ];
  return faults.length === 0 ? undefined : refused(...faults);
}

const isSaid = (text: string, most: number): boolean => text.trim() !== '' && text.length <= most;

function onChange<T>({ changes }: Draft, number: number, work: (change: DraftChange, place: number) => Result<T>): Result<T> {
  const place = changes.findIndex((one) => one.number === number);
  const change = changes[place];
  return change === undefined ? refused({ category: 'not-found', code: 'no-such-change', sentence: 'The draft has no such change any more.' }) : work(change, place);
}

/** At either end of the list it stays where it is. */
function moved(changes: readonly DraftChange[], place: number, places: -1 | 1): readonly DraftChange[] {
  const to = Math.max(0, Math.min(changes.length - 1, place + places));
  const left = changes.toSpliced(place, 1);
  return left.toSpliced(to, 0, ...changes.slice(place, place + 1));
}
