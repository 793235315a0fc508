import { withoutUndefined } from '../../acts/changed.ts';
import { comment, propose } from '../../areas/instruments/acts/amend.ts';
import { adopt, decline, settle, withdrawAmendment } from '../../areas/instruments/acts/decide-amendment.ts';
import { dispute } from '../../areas/instruments/acts/dispute.ts';
import { conflictLines } from '../../assessment/instruments/conflict-line.ts';
import type { Amendment, Instrument, Provision } from '../../model/instruments.ts';
import { lineField, typedText, wordsField } from '../acting/controls.ts';
import { formValueOf } from '../forms/form-value.ts';
import { shapeOf } from '../../model/register-file/shape.ts';
import type { ActForm } from '../acting/act-form.ts';
import type { FormAt } from '../acting/act-routes.ts';
import { OWN } from '../acting/own.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { said } from '../said-text.ts';
import { negotiatingWords } from '../words/negotiating.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { amendmentAt, givesFields, givesTyped, instrumentAt, partyFields, partyTyped, textBegins, textField, textTyped } from './form-parts.ts';
import { negotiatePath } from './instrument-addresses.ts';

type Base = Pick<ActForm, 'caption' | 'done' | 'cancel'>;

function base({ to, language }: Reading, instrument: Instrument, provision: Provision | undefined): Base {
  const t = inLanguage(negotiatingWords, language);
  const back = to.page(negotiatePath(instrument));
  const title = said(instrument.title, language).text;
  return { caption: provision === undefined ? title : `${title}, ${filled(t.ofClause, { number: provision.number })}`, done: () => `${back}${back.includes('?') ? '&' : '?'}done`, cancel: back };
}

/** The clause of the address; undefined where it names none, `missing` where it names one that the instrument does not have. */
function provisionIn({ seen }: Reading, instrument: Instrument, { clause }: Readonly<Record<string, string>>): Provision | undefined | 'missing' {
  if (clause === undefined) return undefined;
  const found = seen.get(`provisions/${clause}`);
  return found?.instrument === instrument.ref ? found : 'missing';
}

const reads = ({ language }: Reading, provision: Provision | undefined): readonly string[] => (provision === undefined ? [] : [`${inLanguage(negotiatingWords, language).nowReads}: “${said(provision.text, language).text}”`]);

export const commentForm: FormAt = (reading, params) => {
  const { language } = reading;
  const instrument = instrumentAt(reading, params);
  if (instrument === undefined) return undefined;
  const t = inLanguage(negotiatingWords, language);
  const provision = provisionIn(reading, instrument, params);
  if (provision === 'missing') return undefined;
  return {
    ...base(reading, instrument, provision), act: comment, title: comment.says[language], lead: reads(reading, provision), submit: t.doComment, reason: comment.says[language],
    fields: (typed) => [...partyFields(reading, typed, instrument), wordsField(typed, { name: 'comment', label: t.commentField })],
    input: (posted) => withoutUndefined({ instrument: instrument.ref, provision: provision?.ref, party: partyTyped(reading, posted, instrument), comment: typedText(posted, 'comment', language) }),
  };
};

/** Other wording of a clause, or a new one. */
export const proposeForm: FormAt = (reading, params) => proposing(reading, params, false);

/** That a clause be left out. */
export const leaveOutForm: FormAt = (reading, params) => proposing(reading, params, true);

const proposing = (reading: Reading, params: Readonly<Record<string, string>>, leavesOut: boolean): ActForm | undefined => {
  const { language } = reading;
  const instrument = instrumentAt(reading, params);
  if (instrument === undefined) return undefined;
  const t = inLanguage(negotiatingWords, language);
  const provision = provisionIn(reading, instrument, params);
  if (provision === 'missing' || (leavesOut && provision === undefined)) return undefined;
  const gives = provision === undefined ? [] : [...formValueOf(shapeOf('provisions'), { gives: provision.gives })];
  const isNew = provision === undefined;
  return {
    ...base(reading, instrument, provision), act: propose,
    title: leavesOut ? t.doLeaveOut : isNew ? t.doNewClause : propose.says[language], lead: reads(reading, provision), submit: leavesOut ? t.doLeaveOut : t.doPropose, reason: propose.says[language],
    begins: new Map(leavesOut || isNew ? [] : [...textBegins('wording', provision.text), ...gives]),
    fields: (typed) => [
      ...partyFields(reading, typed, instrument),
      ...(isNew ? [lineField(typed, { name: 'number', label: t.numberField })] : []),
      ...(leavesOut ? [] : [textField(language, typed, 'wording', t.wording), ...givesFields(reading, typed)]),
      wordsField(typed, { name: 'comment', label: t.whyProposed }),
    ],
    input: (posted) => withoutUndefined({
      instrument: instrument.ref, provision: provision?.ref, party: partyTyped(reading, posted, instrument), comment: typedText(posted, 'comment', language),
      ...(leavesOut ? { leavesOut: true } : { number: isNew ? lineTyped(posted.get('number')) : undefined, wording: textTyped(posted, 'wording'), ...givesInput(givesTyped(posted), provision) }),
    }),
  };
};

const lineTyped = (typed: string | undefined): string | undefined => (typed === undefined || typed.trim() === '' ? undefined : typed.trim());

/** Who has what is proposed only where it is other than now. */
const givesInput = (typed: readonly unknown[] | undefined, provision: Provision | undefined): { readonly gives?: readonly unknown[] } => {
  const now = (provision?.gives ?? []).map((gift) => withoutUndefined({ ...gift }));
  const isSame = (typed ?? []).length === now.length && (typed ?? []).every((one, index) => sortedJson(one) === sortedJson(now[index]));
  return isSame ? {} : { gives: typed ?? [] };
};

const sortedJson = (value: unknown): string => JSON.stringify(Object.entries(value as object).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The forms that decide on what a party said. */
function onAmendment(make: (reading: Reading, amendment: Amendment, instrument: Instrument, common: Base & { readonly lead: readonly string[] }) => ActForm): FormAt {
  return (reading, params) => {
    const [instrument, amendment] = [instrumentAt(reading, params), amendmentAt(reading, params)];
    if (instrument === undefined || amendment === undefined) return undefined;
    const { language } = reading;
    const t = inLanguage(negotiatingWords, language);
    const provision = amendment.provision === undefined ? undefined : reading.seen.get(amendment.provision);
    const by = filled(t.proposedBy, { party: recordName(reading, amendment.by).text });
    const lead = [
      ...reads(reading, provision),
      ...[amendment.comment, amendment.wording].flatMap((text) => (text === undefined ? [] : [`${by}: “${said(text, language).text}”`])),
      ...(amendment.leavesOut === true ? [`${by}: ${t.leavesOut}`] : []),
    ];
    return make(reading, amendment, instrument, { ...base(reading, instrument, provision), lead });
  };
}

export const adoptForm = onAmendment((reading, amendment, _instrument, common) => {
  const { language } = reading;
  const t = inLanguage(negotiatingWords, language);
  const isText = amendment.leavesOut !== true;
  return {
    ...common, act: adopt, title: adopt.says[language], submit: t.doAdopt, reason: adopt.says[language],
    begins: new Map(isText ? textBegins('wording', amendment.wording) : []),
    fields: (typed) => (isText ? [textField(language, typed, 'wording', t.wordingAdopted)] : []),
    input: (value) => withoutUndefined({ amendment: amendment.ref, ...(isText ? { wording: textTyped(value, 'wording') } : {}), reason: typedText(value, OWN.reason, language) }),
  };
});

export const declineForm = onAmendment((reading, amendment, _instrument, common) => {
  const { language } = reading;
  const t = inLanguage(negotiatingWords, language);
  const isComment = amendment.wording === undefined && amendment.gives === undefined && amendment.leavesOut !== true;
  return {
    ...common, act: decline, title: isComment ? t.doAnswer : t.doDecline, lead: [...common.lead, t.reasonIsAnswer], submit: isComment ? t.doAnswer : t.doDecline,
    fields: () => [],
    input: (value) => withoutUndefined({ amendment: amendment.ref, reason: typedText(value, OWN.reason, language) }),
  };
});

export const withdrawAmendmentForm = onAmendment((reading, amendment, _instrument, common) => ({
  ...common, act: withdrawAmendment, title: withdrawAmendment.says[reading.language], submit: inLanguage(negotiatingWords, reading.language).doWithdraw, reason: withdrawAmendment.says[reading.language], fields: () => [], input: () => ({ amendment: amendment.ref }),
}));

export const disputeForm = onAmendment((reading, amendment, instrument, common) => {
  const { language, assessment: { snapshot } } = reading;
  const t = inLanguage(negotiatingWords, language);
  const party = partyTyped(reading, new Map(), instrument);
  const line = conflictLines(snapshot).find(({ to }) => to !== party);
  const goes = line === undefined ? t.disputeNobody : filled(t.disputeLead, { to: recordName(reading, line.to).text, because: line.under === undefined ? t.byDefault : filled(t.byProcedure, { procedure: recordName(reading, line.under).text }) });
  return {
    ...common, act: dispute, title: dispute.says[language], lead: [...common.lead, goes], submit: t.doDispute, reason: dispute.says[language],
    fields: (typed) => [...partyFields(reading, typed, instrument), wordsField(typed, { name: 'why', label: t.disputeWhy })],
    input: (value) => withoutUndefined({ instrument: instrument.ref, amendment: amendment.ref, party: partyTyped(reading, value, instrument), why: typedText(value, 'why', language) }),
  };
});

export const settleForm = onAmendment((reading, amendment, _instrument, common) => {
  const { language } = reading;
  const t = inLanguage(negotiatingWords, language);
  return {
    ...common, act: settle, title: settle.says[language], lead: [...common.lead, t.settleLead, t.reasonIsAnswer], submit: t.doSettle,
    begins: new Map(textBegins('wording', amendment.wording)),
    fields: (typed) => [
      { is: 'choice', name: 'outcome', id: 'field-outcome', label: t.outcome, value: typed.value.get('outcome') ?? '', options: [{ value: '', text: t.choose }, { value: 'adopted', text: t.outcomeAdopted }, { value: 'declined', text: t.outcomeDeclined }], error: typed.errors.get('outcome') },
      textField(language, typed, 'wording', t.wordingAdopted),
    ],
    input: (value) => withoutUndefined({ amendment: amendment.ref, outcome: value.get('outcome') === '' ? undefined : value.get('outcome'), ...(value.get('outcome') === 'adopted' && amendment.leavesOut !== true ? { wording: textTyped(value, 'wording') } : {}), reason: typedText(value, OWN.reason, language) }),
  };
});
