import { randomBytes } from 'node:crypto';
import { isKindName, kindNamed, type KindName } from '../../model/kinds.ts';
import { ID, type AnyRecord } from '../../model/kind.ts';
import { errorOf, errorsByField, errorsOf, type FormFault } from '../forms/form-fault.ts';
import { formFields, type FormField } from '../forms/form-field.ts';
import { formValueOf, type FormValue } from '../forms/form-value.ts';
import type { Page } from '../page.ts';
import { recordLink, recordName } from '../record-name.ts';
import { OWN } from '../acting/own.ts';
import { bodyOf, choicesFor, fieldsOf, without } from '../recording/record-form.ts';
import { faultsOnForm } from '../recording/save-record.ts';
import { draftingWords } from '../words/drafting.ts';
import { formWords } from '../words/form.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { pageOfDraft } from './draft-pages.ts';
import { hiddenOf, savedFrom, versionIn, type DraftingForm } from './drafting-form.ts';
import { askedOf, recordIn } from './draft-record.ts';
import type { DraftReading } from './draft-reading.ts';
import { propose } from './propose.ts';

/** What the form is for: a record that is new, is to differ, or is to end, from the date of the draft. */
export interface RecordAsked {
  readonly does: 'new' | 'change' | 'end';
  readonly kind: string;
  readonly id: string | undefined;
}

/** The same form as for recording, without a date or a reason of its own: the draft has both. */
export const recordForm = ({ does, kind, id }: RecordAsked): DraftingForm<DraftReading> => ({
  page(dr, value, faults) {
    const found = foundFor(dr, does, kind, id);
    return found === undefined || found === 'forbidden' ? found : formPage(dr, does, found, value, faults);
  },
  async save(dr, value, { drafts, now }) {
    const found = foundFor(dr, does, kind, id);
    if (found === undefined || found === 'forbidden') return 'forbidden';
    const { reading, draft, to } = dr;
    const done = `${to.draft(draft.id)}?done=added`;
    if (does === 'end' && found.record !== undefined) return savedFrom(await propose(drafts, dr, [{ type: 'end', kind: found.kind, id: found.record.id }], versionIn(value), now()), reading.language, done);
    const given = (value.get(OWN.id) ?? '').trim();
    if (does === 'new' && given !== '' && !ID.test(given)) return { faults: [{ text: inLanguage(draftingWords, reading.language).wrongId, field: OWN.id }] };
    const own = found.record?.id ?? (given || `${kindNamed(found.kind).singular}-${randomBytes(5).toString('hex')}`);
    const asked = askedOf(dr, [{ kind: found.kind, id: own, fields: bodyOf(found.kind, value) }]);
    const saved = asked.ok ? await propose(drafts, dr, asked.value, versionIn(value), now()) : asked;
    return savedFrom(saved, reading.language, done, (all) => faultsOnForm(reading, all));
  },
});

interface Found {
  readonly kind: KindName;
  readonly record: AnyRecord | undefined;
}

/** Undefined where there is no such kind or record, or it is not for them to know of. */
function foundFor(dr: DraftReading, does: RecordAsked['does'], kind: string, id: string | undefined): Found | 'forbidden' | undefined {
  if (!isKindName(kind)) return undefined;
  if (does === 'new') return dr.access.mightKeep(kind) ? { kind, record: undefined } : 'forbidden';
  const record = recordIn(dr, kind, id ?? '');
  if (record === undefined) return undefined;
  return dr.access.mayKeep(kind, record, undefined) ? { kind, record } : 'forbidden';
}

function formPage(dr: DraftReading, does: RecordAsked['does'], { kind, record }: Found, posted: FormValue, faults: readonly FormFault[]): Page {
  const { reading, after, draft, to, sight } = dr;
  const { language } = reading;
  const [t, words] = [inLanguage(draftingWords, language), inLanguage(formWords, language)];
  const hidden = record === undefined ? undefined : sight.fieldsHidden(record);
  const shape = without(fieldsOf(kind), hidden);
  const value = posted.size > 0 ? posted : formValueOf(shape, record);
  const errors = errorsByField(faults);
  const more = value.get(OWN.more);
  const fields = does === 'end' ? [] : formFields(shape, { language, value, errors, more: new Set(more === undefined ? [] : [more]), choices: (leaf) => choicesFor(after, leaf) });
  const label = kindNamed(kind).label[language];
  const heading = filled(t.recordHeadings[does], { kind: label.toLowerCase(), name: record === undefined ? '' : recordName(after, record.ref).text });
  return pageOfDraft(dr, {
    view: 'record-form.njk',
    title: heading,
    errors: errorsOf(faults),
    model: {
      heading, lead: [t.recordLeads[does]], t, submit: t.addToDraft, formWords: words,
      record: record === undefined ? undefined : recordLink(after, record.ref),
      action: reading.ask.url.split('?')[0],
      fields: [...fields, ...(does === 'new' ? [idField(reading.language, value, faults)] : [])],
      hidden: hiddenOf(dr),
      cancel: to.add(draft.id),
    },
  });
}

function idField(language: 'en' | 'cy', value: FormValue, faults: readonly FormFault[]): FormField {
  const t = inLanguage(recordingWords, language);
  return { is: 'line', name: OWN.id, id: `field-${OWN.id}`, label: t.id, hint: t.idHint, value: value.get(OWN.id) ?? '', error: errorOf(faults, OWN.id) };
}
