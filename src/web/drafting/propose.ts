import type { Asked, Base, Draft } from '../../drafts/draft.ts';
import type { Drafts } from '../../drafts/drafts.ts';
import type { Instant } from '../../kernel/instant.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { draftingWords } from '../words/drafting.ts';
import { inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { draftSight, notTheirs, tellable } from './draft-access.ts';
import type { DraftReading } from './draft-reading.ts';
import { baseOf, layDraft } from './lay-draft.ts';

/**
 * What is to be added to a draft, each with what it was worked out from: refused where any of it cannot be made, or touches a record that
 * is not the person's to keep. The decision is that of recording.
 */
export function proposable({ draft, image, access, reading }: DraftReading, asked: readonly Asked[]): Result<readonly { readonly asked: Asked; readonly base: Base }[]> {
  const first = draft.changes.length;
  const laid = layDraft(image, { from: draft.from, changes: [...draft.changes, ...asked.map((one) => ({ number: 0, asked: one, base: {} }))] }, reading.assessment.snapshot);
  const added = laid.parts.slice(first);
  if (added.some((part) => notTheirs(image, part, access).length > 0)) return notAllowed(reading.language);
  const faults = added.flatMap((part) => part.faults);
  if (faults.length > 0) return refused(...tellable(faults, draftSight(access, laid.after), laid, { text: inLanguage(draftingWords, reading.language).notForYou, lang: reading.language }));
  return ok(added.map(({ change, changes }) => ({ asked: change.asked, base: baseOf(image, changes) })));
}

/** Adds what somebody asked for to a draft, all of it or none. @param version of the draft as they saw it */
export async function propose(drafts: Drafts, dr: DraftReading, asked: readonly Asked[], version: number, now: Instant): Promise<Result<Draft>> {
  const changes = proposable(dr, asked);
  return changes.ok ? drafts.alter({ ...dr.draft, version }, { does: 'add', changes: changes.value }, dr.visitor.account.person, now) : changes;
}

/** Means a change as it comes out now that the register has changed under it. */
export async function takeChange(drafts: Drafts, dr: DraftReading, number: number, version: number, now: Instant): Promise<Result<Draft>> {
  const { draft, image, access, shown, reading } = dr;
  const part = shown.find(({ change }) => change.number === number);
  const t = inLanguage(draftingWords, reading.language);
  if (part === undefined) return refused({ category: 'not-found', code: 'no-such-change', sentence: t.noSuchChange, lang: reading.language });
  if (notTheirs(image, part, access).length > 0) return notAllowed(reading.language);
  if (part.faults.length > 0) return refused(...tellable(part.faults, dr.sight, dr.laid, { text: t.notForYou, lang: reading.language }));
  return drafts.alter({ ...draft, version }, { does: 'take', number, base: baseOf(image, part.changes) }, dr.visitor.account.person, now);
}

export const notAllowed = (language: 'en' | 'cy'): Result<never> => refused({ category: 'forbidden', code: 'not-allowed', sentence: inLanguage(recordingWords, language).forbidden, lang: language });
