import type { Draft } from '../../drafts/draft.ts';
import { parseDate, type CalendarDate } from '../../kernel/date.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/text.ts';
import { errorOf, errorsOf, type FormFault } from '../forms/form-fault.ts';
import type { FormField } from '../forms/form-field.ts';
import type { FormValue } from '../forms/form-value.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { dateTyped } from '../recording/record-form.ts';
import { partsOf } from '../typed-date.ts';
import { saidFault } from '../said-fault.ts';
import { draftingWords } from '../words/drafting.ts';
import { formWords } from '../words/form.ts';
import { inLanguage } from '../words/pairs.ts';
import { draftAddresses } from './draft-addresses.ts';
import { draftingPage, pageOfDraft } from './draft-pages.ts';
import { CSRF, hiddenOf, savedFrom, versionIn, type DraftingForm } from './drafting-form.ts';
import type { DraftReading } from './draft-reading.ts';

/** Dates beyond these are slips: nobody drafts for them. */
const [EARLIEST, LATEST] = ['1900-01-01', '2199-12-31'];

export const newDraftForm: DraftingForm<Reading> = {
  page(reading, value, faults) {
    const t = inLanguage(draftingWords, reading.language);
    const began = value.size > 0 ? value : describedBy({ name: '', purpose: '', from: reading.asAt.date });
    return draftingPage(reading, {
      view: 'form.njk', title: t.fresh, errors: errorsOf(faults),
      model: { heading: t.fresh, lead: [t.freshLead], action: draftAddresses(reading).fresh, hidden: [{ name: CSRF, value: reading.visitor?.session.csrf ?? '' }], ...controls(reading, began, faults), submit: t.begin },
    });
  },
  async save(reading, value, { drafts, now, register }) {
    const asked = asDescribed(reading, value);
    if (!('from' in asked)) return asked;
    const person = reading.visitor?.account.person;
    if (person === undefined) return 'forbidden';
    const to = draftAddresses(reading);
    return savedFrom(await drafts.make({ register: register.id, author: person, ...asked }, now()), reading.language, ({ id }) => to.draft(id), fieldFaults(reading.language));
  },
};

export const describeForm: DraftingForm<DraftReading> = {
  page(dr, value, faults): Page {
    const { reading, draft, to } = dr;
    const t = inLanguage(draftingWords, reading.language);
    return pageOfDraft(dr, {
      view: 'form.njk', title: t.describe, errors: errorsOf(faults),
      model: { heading: t.describe, lead: [], action: to.describe(draft.id), hidden: hiddenOf(dr), ...controls(reading, value.size > 0 ? value : describedBy(draft), faults), submit: t.save },
    });
  },
  async save({ reading, draft, to, visitor }, value, { drafts, now }) {
    const asked = asDescribed(reading, value);
    if (!('from' in asked)) return asked;
    const altered = await drafts.alter({ ...draft, version: versionIn(value) }, { does: 'describe', ...asked }, visitor.account.person, now());
    return savedFrom(altered, reading.language, `${to.draft(draft.id)}?done=described`, fieldFaults(reading.language));
  },
};

function describedBy({ name, purpose, from }: Pick<Draft, 'name' | 'purpose' | 'from'>): FormValue {
  const { day, month, year } = partsOf(from);
  return new Map([['name', name], ['purpose', purpose], ['from.day', day], ['from.month', month], ['from.year', year]]);
}

function controls({ language }: Reading, value: FormValue, faults: readonly FormFault[]) {
  const t = inLanguage(draftingWords, language);
  const text = (name: string): string => value.get(name) ?? '';
  const fields: readonly FormField[] = [
    { is: 'line', name: 'name', id: 'field-name', label: t.name, hint: t.nameHint, value: text('name'), error: errorOf(faults, 'name') },
    { is: 'words', name: 'purpose', id: 'field-purpose', label: t.purpose, hint: t.purposeHint, value: text('purpose'), error: errorOf(faults, 'purpose') },
    { is: 'date', name: 'from', id: 'field-from', label: t.from, hint: t.fromHint, day: text('from.day'), month: text('from.month'), year: text('from.year'), error: errorOf(faults, 'from') },
  ];
  return { fields, formWords: inLanguage(formWords, language) };
}

function asDescribed({ language }: Reading, value: FormValue): Pick<Draft, 'name' | 'purpose' | 'from'> | { readonly faults: readonly FormFault[] } {
  const t = inLanguage(draftingWords, language);
  const [name, purpose] = [value.get('name') ?? '', value.get('purpose') ?? ''];
  const from = dateIn(value);
  const faults = [
    ...(name.trim() === '' ? [{ text: t.nameMissing, field: 'name' }] : []),
    ...(purpose.trim() === '' ? [{ text: t.purposeMissing, field: 'purpose' }] : []),
    ...(from === undefined ? [{ text: t.fromMissing, field: 'from' }] : []),
  ];
  return from === undefined || faults.length > 0 ? { faults } : { name, purpose, from };
}

function dateIn(value: FormValue): CalendarDate | undefined {
  const from = parseDate(dateTyped(value, 'from') ?? '');
  return from !== undefined && from >= EARLIEST && from <= LATEST ? from : undefined;
}

const fieldFaults = (language: Language) => (faults: readonly Fault[]): readonly FormFault[] => faults.map((fault) => ({ ...saidFault(fault, language), ...(fault.place?.path === undefined ? {} : { field: fault.place.path }) }));
