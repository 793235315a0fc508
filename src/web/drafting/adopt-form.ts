import { errorsByField, errorsOf, type FormFault } from '../forms/form-fault.ts';
import type { Page } from '../page.ts';
import type { FormValue } from '../forms/form-value.ts';
import { actingFields, actorIn, OWN } from '../acting/own.ts';
import { saidFault } from '../said-fault.ts';
import { draftingWords } from '../words/drafting.ts';
import { formWords } from '../words/form.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { adoptionOf, adoptRequest, mayBeAdopted } from './adoption.ts';
import { tellable } from './draft-access.ts';
import { dayOf, pageOfDraft } from './draft-pages.ts';
import { hiddenOf, type DraftingForm } from './drafting-form.ts';
import type { DraftReading } from './draft-reading.ts';
import { toldChange } from './told-change.ts';

const SHOWN = 'draft-shown';

/** All that a draft would enter, to be checked, and the form that enters it as one act; or why that cannot be done. */
export const adoptForm: DraftingForm<DraftReading> = {
  page: (dr, value, faults) => adoptPage(dr, value, faults),
  async save(dr, value, { drafts, register, now }) {
    const { reading, draft, access, to } = dr;
    const t = inLanguage(draftingWords, reading.language);
    const reason = value.get(OWN.reason) ?? '';
    if (reason.trim() === '') return { faults: [{ text: inLanguage(recordingWords, reading.language).reasonMissing, field: OWN.reason }] };
    const performed = await register.perform(adoptRequest({ draft, access, actor: actorIn(access, value), reason, now: now(), shown: value.get(SHOWN) ?? '' }));
    if (!performed.ok) {
      const [first] = performed.faults;
      if (first?.code === 'not-allowed') return 'forbidden';
      if (first?.code === 'changed-since') return { faults: [{ text: t.adoptChanged }], status: 409 };
      return { faults: tellable(performed.faults, dr.sight, dr.laid, { text: t.notForYou, lang: reading.language }).map((fault) => ({ ...saidFault(fault, reading.language), ...(fault.code === 'wrong-reason' ? { field: OWN.reason } : {}) })), status: first?.category === 'conflict' ? 409 : 400 };
    }
    const { number, last } = performed.value;
    await drafts.alter(draft, { does: 'adopt', reason, first: number, last, changes: draft.changes }, dr.visitor.account.person, now());
    return { to: `${to.draft(draft.id)}?saved=${number}` };
  },
};

function adoptPage(dr: DraftReading, value: FormValue, faults: readonly FormFault[]): Page {
  const { reading, draft, image, access, shown, laid, to } = dr;
  const t = inLanguage(draftingWords, reading.language);
  const adoption = adoptionOf(image, draft, access);
  const plain = [
    ...(laid.parts.length === 0 ? [t.adoptNothing] : []),
    ...(adoption.notTheirs.length > 0 || shown.length < laid.parts.length ? [t.adoptNotTheirs] : []),
    ...(adoption.toSettle > 0 ? [t.adoptSettle] : []),
  ];
  const told = adoption.notTheirs.length > 0 ? [] : tellable(adoption.faults, dr.sight, laid, { text: t.notForYou, lang: reading.language });
  const why: readonly FormFault[] = [...plain.map((text) => ({ text })), ...told.map((fault) => saidFault(fault, reading.language)), ...faults];
  const mayAdopt = mayBeAdopted(adoption) && shown.length === laid.parts.length;
  return pageOfDraft(dr, {
    view: 'draft-adopt.njk', title: t.adopt, errors: errorsOf(why),
    model: {
      t, heading: t.adopt, lead: filled(t.adoptLead, { date: dayOf(draft, reading) }),
      changes: shown.map((part) => toldChange(dr, part)),
      action: mayAdopt ? to.adopt(draft.id) : undefined,
      hidden: [...hiddenOf(dr), { name: SHOWN, value: adoption.digest }],
      fields: actingFields(reading, value, errorsByField(faults)),
      formWords: inLanguage(formWords, reading.language),
      back: { href: to.draft(draft.id), said: { text: t.backToDraft } },
    },
  });
}
