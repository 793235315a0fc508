import { subjectRef, type AreaAct } from '../../acts/area-act.ts';
import { mayDo } from '../../areas/area-request.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { Performed } from '../../register/request.ts';
import { errorsByField, errorsOf, type FormFault } from '../forms/form-fault.ts';
import type { FormField } from '../forms/form-field.ts';
import type { FormValue } from '../forms/form-value.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordOf } from '../record-name.ts';
import { actingFields, actingHidden } from './own.ts';
import { formWords } from '../words/form.ts';
import { inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';

/** What the controls of a form are made from: what was typed, what is wrong with it, the lists to which another row was asked for. */
export interface Typed {
  readonly value: FormValue;
  readonly errors: ReadonlyMap<string, FormFault>;
  readonly more: ReadonlySet<string>;
}

/** One form by which an act of an area is done. */
export interface ActForm {
  readonly act: AreaAct;
  readonly title: string;
  readonly caption?: string;
  readonly lead?: readonly string[];
  /** What the button says. */
  readonly submit: string;
  /** The controls. Their names are paths into the input of the act, so that its faults are shown where they belong. */
  readonly fields: (typed: Typed) => readonly FormField[];
  /** What the controls hold at first. */
  readonly begins?: FormValue;
  /** What the act is asked. It must name the record that the act is done to, whatever was typed. */
  readonly input: (value: FormValue) => unknown;
  /** Stands ready in the field that asks why. */
  readonly reason?: string;
  /** Where one goes on. */
  readonly done: (performed: Performed) => string;
  readonly cancel: string;
  /** A template that extends `record-form.njk`, and what it has beyond its model. */
  readonly view?: Page['view'];
  readonly model?: Readonly<Record<string, unknown>>;
}

/** Whether the reader may do the act to the record: whether a page offers the form at all. */
export function mayActOn({ access }: Reading, act: AreaAct, subject: AnyRecord | undefined): boolean {
  return access?.standing.person !== undefined && mayDo(act, subject, access);
}

export function actFormPage(reading: Reading, form: ActForm, value: FormValue, faults: readonly FormFault[] = [], more: ReadonlySet<string> = new Set()): Page {
  const t = inLanguage(recordingWords, reading.language);
  const errors = errorsByField(faults);
  const subject = subjectRef(form.act, form.input(value));
  const shown = subject === undefined || recordOf(reading, subject) === undefined ? undefined : recordLink(reading, subject);
  return pageOfRegister(reading, {
    view: form.view ?? 'record-form.njk',
    title: form.title,
    errors: errorsOf(faults),
    model: {
      heading: form.title, caption: form.caption ?? '', lead: form.lead ?? [], t, submit: form.submit, formWords: inLanguage(formWords, reading.language), record: shown,
      action: reading.ask.url.split('?')[0],
      fields: [...form.fields({ value, errors, more }), ...actingFields(reading, value, errors, form.reason)],
      hidden: actingHidden(reading, value, subject),
      cancel: form.cancel,
      ...form.model,
    },
  });
}
