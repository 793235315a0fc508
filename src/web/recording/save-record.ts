import { actNamed, GENERIC_ACTS } from '../../register/acts/acts.ts';
import type { KeptRegister } from '../../register/kept-register.ts';
import type { Performed } from '../../register/request.ts';
import { actRequest } from '../../register/requests.ts';
import { wordsFor } from '../../assessment/open-register.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Instant } from '../../kernel/instant.ts';
import { refused, type Result } from '../../kernel/result.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { actorIn, OWN } from '../acting/own.ts';
import type { FormFault } from '../forms/form-fault.ts';
import type { FormValue } from '../forms/form-value.ts';
import type { Reading } from '../reading.ts';
import { saidFault } from '../said-fault.ts';
import { inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { oneLanguageFaults, reasonGiven } from './one-language.ts';
import { bodyOf, dateTyped, hasPeriod, type RecordForm } from './record-form.ts';
import { newRecordId } from './new-record-id.ts';

/** Performs what a form of a record says, as the person who posted it, in the post that they chose among those they hold. */
export async function saveRecord(reading: Reading, register: KeptRegister, form: RecordForm, value: FormValue, now: Instant): Promise<Result<Performed & { readonly ref: string }>> {
  const { access } = reading;
  const { verb, kind, record, versions } = form;
  const id = record?.id ?? (value.get(OWN.id)?.trim() || newRecordId(kind));
  const ref = `${kind}/${id}`;
  const body = verb === 'end' ? undefined : { ...bodyOf(kind, value), ...hiddenFields(reading, record) };
  const period = periodOf(form, value);
  const after = body === undefined ? undefined : ({ ...body, ref, id, valid: {} } as unknown as AnyRecord);
  if (access?.standing.person === undefined || !access.mayKeep(kind, record, after)) return refused({ category: 'forbidden', code: 'not-allowed', sentence: inLanguage(recordingWords, reading.language).forbidden, lang: reading.language });
  const act = actNamed(verb === 'end' ? 'record.end' : verb === 'correct' && versions === 1 ? 'record.correct' : 'record.put', GENERIC_ACTS);
  if (!act.ok) return act;
  const read = new Map([[ref, record === undefined ? undefined : numberIn(value.get(OWN.read))]]);
  const asked = { actor: actorIn(access, value), reason: reasonGiven(reading, form, value), now, key: value.get(OWN.key), read };
  const performed = await register.perform(actRequest(act.value, { kind, id, ...period, ...(body === undefined ? {} : { body }) }, asked, wordsFor));
  return performed.ok ? { ok: true, value: { ...performed.value, ref } } : performed;
}

/** What the person may not see of the record stays as it is: their form did not hold it. */
function hiddenFields({ access, kept }: Reading, record: AnyRecord | undefined): Readonly<Record<string, unknown>> {
  if (record === undefined || access === undefined || kept === undefined) return {};
  const [kind, id] = [record.ref.slice(0, record.ref.indexOf('/')) as RecordForm['kind'], record.id];
  const whole = kept.image.versions(kind, id).find(({ valid }) => valid.from === record.valid.from && valid.until === record.valid.until);
  if (whole === undefined) return {};
  const fields = whole as unknown as Readonly<Record<string, unknown>>;
  const stays: Record<string, unknown> = {};
  for (const field of access.fieldsHidden(whole)) if (fields[field] !== undefined) stays[field] = fields[field];
  return stays;
}

/** What the act says its period is: asked for, or that of the version that is put right. */
function periodOf({ verb, kind, record, versions }: RecordForm, value: FormValue): { readonly from?: string; readonly until?: string } {
  if (!hasPeriod(kind) && verb !== 'end') return {};
  const isOfVersion = verb === 'correct' && versions > 1;
  const from = isOfVersion ? record?.valid.from : dateTyped(value, OWN.from);
  const until = isOfVersion ? record?.valid.until : verb === 'change' || verb === 'end' ? undefined : dateTyped(value, OWN.until);
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

const numberIn = (written: string | undefined): number | undefined => (written === undefined || written === '' ? undefined : Number(written));

/** What a form of a record must have before anything is asked of the register. */
export function missingIn(reading: Reading, form: RecordForm, value: FormValue): readonly FormFault[] {
  const t = inLanguage(recordingWords, reading.language);
  const { verb, kind } = form;
  return [
    ...((value.get(OWN.reason) ?? '').trim() === '' ? [{ text: t.reasonMissing, field: OWN.reason }] : []),
    ...((verb === 'end' || (verb === 'change' && hasPeriod(kind))) && dateTyped(value, OWN.from) === undefined ? [{ text: t.fromMissing, field: OWN.from }] : []),
    ...oneLanguageFaults(reading, form, value),
  ];
}

/** The faults of the register, each at the control that it is about: places are paths such as `posts/director.title`. */
export function faultsOnForm(reading: Reading, faults: readonly Fault[]): readonly FormFault[] {
  const t = inLanguage(recordingWords, reading.language);
  return faults.map((fault) => {
    if (fault.code === 'changed-since') return { text: t.changedSince };
    const text = saidFault(fault, reading.language);
    if (fault.code === 'wrong-reason') return { ...text, field: OWN.reason };
    const path = fault.place?.path?.replace(/^[^/.]+\/[^.]+\.?/, '').replace(/\[(\d+)\]/g, '.$1') ?? '';
    const field = path === 'from' ? OWN.from : path === 'until' ? OWN.until : path === 'id' ? OWN.id : path;
    return { ...text, ...(field === '' ? {} : { field }) };
  });
}
