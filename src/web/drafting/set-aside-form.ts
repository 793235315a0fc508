import type { Page } from '../page.ts';
import { saidFault } from '../said-fault.ts';
import { errorOf, errorsOf } from '../forms/form-fault.ts';
import { draftingWords } from '../words/drafting.ts';
import { formWords } from '../words/form.ts';
import { inLanguage } from '../words/pairs.ts';
import { pageOfDraft } from './draft-pages.ts';
import { hiddenOf, savedFrom, versionIn, type DraftingForm } from './drafting-form.ts';
import type { DraftReading } from './draft-reading.ts';

/** The author gives the draft up, with the reason: it stays in the list and can be read. */
export const setAsideForm: DraftingForm<DraftReading> = {
  page(dr, value, faults): Page {
    const { reading, draft, to } = dr;
    const t = inLanguage(draftingWords, reading.language);
    return pageOfDraft(dr, {
      view: 'form.njk', title: t.setAside, errors: errorsOf(faults),
      model: {
        heading: t.setAside, lead: [t.setAsideLead], action: to.setAside(draft.id), hidden: hiddenOf(dr), submit: t.setAside, formWords: inLanguage(formWords, reading.language),
        fields: [{ is: 'words', name: 'reason', id: 'field-reason', label: t.setAsideReason, value: value.get('reason') ?? '', error: errorOf(faults, 'reason') }],
        below: [{ href: to.draft(draft.id), said: { text: t.backToDraft } }],
      },
    });
  },
  async save({ reading, draft, to, visitor }, value, { drafts, now }) {
    const t = inLanguage(draftingWords, reading.language);
    const reason = value.get('reason') ?? '';
    if (reason.trim() === '') return { faults: [{ text: t.setAsideMissing, field: 'reason' }] };
    const altered = await drafts.alter({ ...draft, version: versionIn(value) }, { does: 'set-aside', reason }, visitor.account.person, now());
    return savedFrom(altered, reading.language, `${to.draft(draft.id)}?done=setAside`, (all) => all.map((fault) => ({ ...saidFault(fault, reading.language), field: 'reason' })));
  },
};
