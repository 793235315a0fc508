import type { Account } from '../../identity/accounts.ts';
import type { FormField } from '../forms/form-field.ts';
import { nameOrder } from '../name-order.ts';
import type { Page } from '../page.ts';
import { recordOf } from '../record-name.ts';
import { errorOf, errorsOf } from '../forms/form-fault.ts';
import { draftingWords } from '../words/drafting.ts';
import { formWords } from '../words/form.ts';
import { inLanguage } from '../words/pairs.ts';
import { pageOfDraft, personName } from './draft-pages.ts';
import { hiddenOf, savedFrom, versionIn, type DraftingForm } from './drafting-form.ts';
import type { DraftReading } from './draft-reading.ts';

/** Who may read a draft, and who may change it: for its author to say, among those of the register who sign in. */
export const sharingForm = (accounts: readonly Account[]): DraftingForm<DraftReading> => ({
  page(dr, value, faults): Page {
    const { reading, draft, to } = dr;
    const { language } = reading;
    const [t, words] = [inLanguage(draftingWords, language), inLanguage(formWords, language)];
    const fields: readonly FormField[] = [
      { is: 'choice', name: 'person', id: 'field-person', label: t.colleague, hint: t.colleagueHint, value: value.get('person') ?? '', error: errorOf(faults, 'person'), options: [{ value: '', text: words.choose }, ...colleagues(dr, accounts)] },
      { is: 'choice', name: 'may', id: 'field-may', label: t.whatTheyMay, value: value.get('may') ?? 'read', options: [{ value: 'read', text: t.readIt }, { value: 'change', text: t.changeIt }] },
    ];
    return pageOfDraft(dr, {
      view: 'draft-sharing.njk', title: t.sharing, errors: errorsOf(faults),
      model: {
        t, heading: t.sharing, formWords: words, action: to.sharing(draft.id), hidden: hiddenOf(dr), fields,
        shares: draft.shares.map(({ person, mayChange }) => ({ person, name: personName(reading, person), may: mayChange ? t.mayChange : t.mayRead })),
      },
    });
  },
  async save(dr, value, { drafts, now }) {
    const { reading, draft, to, visitor } = dr;
    const t = inLanguage(draftingWords, reading.language);
    const seen = { ...draft, version: versionIn(value) };
    const stop = draft.shares.find(({ person }) => person === value.get('stop'));
    if (stop !== undefined) return savedFrom(await drafts.alter(seen, { does: 'unshare', person: stop.person }, visitor.account.person, now()), reading.language, `${to.sharing(draft.id)}?done=unshared`);
    const chosen = accounts.find(({ person }) => person === value.get('person') && colleagues(dr, accounts).some((option) => option.value === person));
    if (chosen === undefined) return { faults: [{ text: t.colleagueMissing, field: 'person' }] };
    const share = { person: chosen.person, mayChange: value.get('may') === 'change' };
    return savedFrom(await drafts.alter(seen, { does: 'share', share }, visitor.account.person, now()), reading.language, `${to.sharing(draft.id)}?done=shared`);
  },
});

/** Everybody who can sign in for the register, but the author and those whom the author may not see. */
function colleagues({ reading, draft }: DraftReading, accounts: readonly Account[]) {
  const order = nameOrder(reading.language);
  return accounts
    .filter(({ person }) => person !== draft.author && recordOf(reading, person) !== undefined)
    .map(({ person }) => ({ value: person as string, text: personName(reading, person) }))
    .toSorted((a, b) => order.compare(a.text, b.text));
}
