import { withoutUndefined } from '../../acts/changed.ts';
import { acknowledge, communicate } from '../../areas/instruments/acts/communicate.ts';
import { open } from '../../areas/instruments/acts/open.ts';
import { renew, withdraw } from '../../areas/instruments/acts/renew.ts';
import type { KindName } from '../../model/kinds.ts';
import type { FormAt } from '../acting/act-routes.ts';
import { dateField, lineField } from '../acting/controls.ts';
import type { Check, FormField } from '../forms/form-field.ts';
import type { FormValue } from '../forms/form-value.ts';
import { nameOrder } from '../name-order.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { dateTyped } from '../recording/record-form.ts';
import { said } from '../said-text.ts';
import { negotiatingWords } from '../words/negotiating.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { instrumentAt } from './form-parts.ts';
import { instrumentPath, negotiatePath } from './instrument-addresses.ts';

export const openForm: FormAt = (reading, params) => {
  const { language, to } = reading;
  const instrument = instrumentAt(reading, params);
  if (instrument === undefined) return undefined;
  const t = inLanguage(negotiatingWords, language);
  const back = to.page(negotiatePath(instrument));
  return { act: open, title: t.openTitle, lead: [t.openLead], submit: t.doOpen, reason: open.says[language], fields: () => [], input: () => ({ instrument: instrument.ref }), done: () => back, cancel: back };
};

export const withdrawForm: FormAt = (reading, params) => {
  const { language, to } = reading;
  const instrument = instrumentAt(reading, params);
  if (instrument === undefined) return undefined;
  const t = inLanguage(negotiatingWords, language);
  return { act: withdraw, title: t.withdrawTitle, lead: [t.withdrawLead], submit: t.doGiveUp, fields: () => [], input: () => ({ instrument: instrument.ref }), done: () => to.page('/protocols'), cancel: to.page(negotiatePath(instrument)) };
};

export const renewForm: FormAt = (reading, params) => {
  const { language, to } = reading;
  const instrument = instrumentAt(reading, params);
  if (instrument === undefined) return undefined;
  const t = inLanguage(negotiatingWords, language);
  return {
    act: renew, title: t.renewTitle, lead: [filled(t.renewLead, { instrument: said(instrument.title, language).text })], submit: t.renewTitle, reason: renew.says[language],
    fields: (typed) => [dateField(typed, { name: 'reviewBy', label: t.reviewBy })],
    input: (value) => withoutUndefined({ instrument: instrument.ref, reviewBy: dateTyped(value, 'reviewBy') }),
    done: () => to.page('/protocols'), cancel: to.page(instrumentPath(instrument, '')),
  };
};

/** What can be told, by kind, each a box to tick. */
const AUDIENCES = [['posts', 'ofPosts'], ['bodies', 'ofBodies'], ['organisations', 'ofOrganisations']] as const satisfies readonly (readonly [KindName, string])[];

export const communicateForm: FormAt = (reading, params) => {
  const { language, to } = reading;
  const instrument = instrumentAt(reading, params);
  if (instrument === undefined) return undefined;
  const t = inLanguage(negotiatingWords, language);
  return {
    act: communicate, title: t.communicateTitle, caption: said(instrument.title, language).text, lead: [t.communicateLead], submit: t.doCommunicate, reason: communicate.says[language],
    fields: (typed) => [
      ...AUDIENCES.map(([kind, label], index): FormField => ({ is: 'checks', name: index === 0 ? 'to' : `to-${kind}`, id: index === 0 ? 'field-to' : `field-to-${kind}`, label: `${t.communicateTo}: ${t[label].toLowerCase()}`, checks: checksOf(reading, kind, typed.value), error: index === 0 ? typed.errors.get('to') : undefined })),
      lineField(typed, { name: 'how', label: t.communicateHow }),
    ],
    input: (value) => withoutUndefined({ instrument: instrument.ref, to: ticked(value), how: value.get('how')?.trim() === '' ? undefined : value.get('how')?.trim() }),
    done: () => `${to.page(instrumentPath(instrument, ''))}#communicated`, cancel: to.page(instrumentPath(instrument, '')),
  };
};

export function checksOf(reading: Reading, kind: KindName, value: FormValue): readonly Check[] {
  const order = nameOrder(reading.language);
  return reading.seen.all(kind).map(({ ref }): Check => ({ name: `tick.${ref}`, value: 'yes', text: recordName(reading, ref).text, isTicked: value.get(`tick.${ref}`) === 'yes' })).toSorted((a, b) => order.compare(a.text, b.text));
}

/** What was ticked, by the name of each box. */
export const ticked = (value: FormValue): readonly string[] => [...value].flatMap(([name, typed]) => (name.startsWith('tick.') && typed === 'yes' ? [name.slice('tick.'.length)] : []));

export const acknowledgeForm: FormAt = (reading, { id = '' }) => {
  const { language, seen, to } = reading;
  const communication = seen.get(`communications/${id}`);
  if (communication === undefined) return undefined;
  const t = inLanguage(negotiatingWords, language);
  return {
    act: acknowledge, title: t.acknowledgeTitle, lead: [recordName(reading, communication.of).text], submit: t.acknowledgeButton, reason: acknowledge.says[language],
    fields: () => [], input: () => ({ communication: communication.ref }), done: () => to.standing(communication.of), cancel: to.standing(communication.of),
  };
};
