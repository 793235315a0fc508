import type { Draft } from '../../drafts/draft.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { draftingWords } from '../words/drafting.ts';
import { inLanguage } from '../words/pairs.ts';
import { draftAddresses } from './draft-addresses.ts';
import { dayOf, draftingPage, momentInWords, personName, stateInWords } from './draft-pages.ts';

/** The drafts that somebody made or was let into: those that are open, and below them what was adopted or set aside. */
export function listPage(reading: Reading, drafts: readonly Draft[]): Page {
  const t = inLanguage(draftingWords, reading.language);
  const to = draftAddresses(reading);
  const row = (draft: Draft) => ({
    href: to.draft(draft.id), name: draft.name, from: dayOf(draft, reading), by: personName(reading, draft.author),
    state: stateInWords(reading, draft), changed: momentInWords(draft.changedAt, reading),
  });
  const [open, closed] = [drafts.filter(({ state }) => state.is === 'open'), drafts.filter(({ state }) => state.is !== 'open')];
  return draftingPage(reading, {
    view: 'drafts.njk',
    title: t.drafts,
    model: { t, fresh: to.fresh, whatIf: { href: reading.to.whatIf(), said: { text: t.oneVacancy } }, open: open.map(row), closed: closed.map(row) },
  });
}
