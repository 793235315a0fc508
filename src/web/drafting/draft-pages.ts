import { dateInWords } from '../../kernel/date.ts';
import { instantInWords, type Instant } from '../../kernel/instant.ts';
import type { Ref } from '../../model/field.ts';
import type { Draft } from '../../drafts/draft.ts';
import type { Link, Notice, Page, PageError } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordName, recordOf } from '../record-name.ts';
import { draftingWords } from '../words/drafting.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { draftAddresses } from './draft-addresses.ts';
import type { DraftReading } from './draft-reading.ts';

type Parts = Pick<Page, 'view' | 'title' | 'model'> & { readonly errors?: readonly PageError[] };

/** A page about drafts in general: on the trail after the register. */
export function draftingPage(reading: Reading, page: Parts, trail: readonly Link[] = []): Page {
  const t = inLanguage(draftingWords, reading.language);
  const made = pageOfRegister(reading, { ...page, current: 'what-if' });
  const above = page.view === 'drafts.njk' ? [] : [{ href: draftAddresses(reading).all, said: { text: t.drafts } }, ...trail];
  return { ...made, crumbs: [...made.crumbs, ...above], notices: [...(made.notices ?? []), ...doneNotice(reading)] };
}

/** A page about one draft. */
export function pageOfDraft(dr: DraftReading, page: Parts): Page {
  const { reading, draft, to } = dr;
  return draftingPage(reading, { ...page, model: { caption: draft.name, ...page.model } }, page.view === 'draft.njk' ? [] : [{ href: to.draft(draft.id), said: { text: draft.name } }]);
}

/** What was just done, after the form that did it sent the reader here. */
function doneNotice({ ask, language }: Reading): readonly Notice[] {
  const t = inLanguage(draftingWords, language);
  const done = ask.query.get('done') ?? '';
  return Object.hasOwn(t.done, done) ? [{ is: 'done', title: inLanguage(recordingWords, language).success, text: t.done[done as keyof typeof t.done] }] : [];
}

/** The name of somebody as the register has it; of those whom the reader may not see, nothing. */
export function personName(reading: Reading, person: Ref): string {
  return recordOf(reading, person) === undefined ? inLanguage(draftingWords, reading.language).somebody : recordName(reading, person).text;
}

export function stateInWords(reading: Reading, { state }: Draft): string {
  const t = inLanguage(draftingWords, reading.language).states;
  if (state.is === 'open') return t.open;
  return state.is === 'set-aside' ? t.setAside : filled(state.first === state.last ? t.adopted : t.adoptedAs, { number: state.first, last: state.last });
}

export const momentInWords = (at: Instant, { language }: Reading): string => instantInWords(at, language);
export const dayOf = (draft: Draft, { language }: Reading): string => dateInWords(draft.from, language);
