import type { Fault } from '../../kernel/fault.ts';
import { placeInWords } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/text.ts';
import type { Page } from '../page.ts';
import { saidFault } from '../said-fault.ts';
import type { SaidText } from '../said-text.ts';
import { draftingWords } from '../words/drafting.ts';
import { importingWords } from '../words/importing.ts';
import { inLanguage } from '../words/pairs.ts';
import { pageOfDraft } from './draft-pages.ts';
import { hiddenOf } from './drafting-form.ts';
import type { DraftReading } from './draft-reading.ts';

/** An overlay is written by hand and short. */
export const MOST_OVERLAY = 256 * 1024;

/** Where an overlay file is put into a draft, with what was wrong with the last one. */
export function uploadPage(dr: DraftReading, faults: readonly (Fault | SaidText)[] = []): Page {
  const { reading, draft, to } = dr;
  const t = inLanguage(draftingWords, reading.language);
  return pageOfDraft(dr, {
    view: 'draft-upload.njk', title: t.upload,
    errors: faults.map((fault) => ({ ...('code' in fault ? placed(fault, reading.language) : fault), href: '#file' })),
    model: { t, heading: t.upload, action: to.upload(draft.id), hidden: hiddenOf(dr), error: faults.length > 0 ? inLanguage(importingWords, reading.language).faults : undefined, back: { href: to.draft(draft.id), said: { text: t.backToDraft } } },
  });
}

/** The fault after the place of it in the file. */
function placed(fault: Fault, language: Language): SaidText {
  const said = saidFault(fault, language);
  return fault.place === undefined ? said : { ...said, text: `${placeInWords(fault.place)}: ${said.text}` };
}
