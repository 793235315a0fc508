import { anyRef, date, flag, group, instant, list, oneOf, ref, text, theme, words } from './field.ts';
import { defineKind, type RecordOf } from './kind.ts';

export const RESPONSE_OUTCOMES = {
  accepted: ['Accepted', 'Derbyniwyd'], partly: ['Partly accepted', 'Derbyniwyd yn rhannol'], 'not-accepted': ['Not accepted', 'Ni dderbyniwyd'], noted: ['Noted', 'Nodwyd'],
} as const;

export const advice = defineKind({
  plural: 'advice', singular: 'advice', label: ['Advice', 'Cyngor'], labels: ['Advice', 'Cyngor'], title: 'subject', acyclic: 'escalatedTo',
  fields: {
    nature: oneOf({ advice: ['Advice', 'Cyngor'], concern: ['Concern', 'Pryder'], challenge: ['Challenge', 'Her'], dissent: ['Dissent', 'Anghytundeb'] }, 'Nature', 'Natur'),
    from: ref(['posts', 'persons'], 'From', 'Oddi wrth'),
    by: ref(['persons'], 'By', 'Gan').optional(),
    to: ref(['posts', 'bodies'], 'To', 'At'),
    theme: theme().optional(),
    subject: text('Subject', 'Pwnc'),
    on: date('On', 'Ar'),
    arisingFrom: anyRef('Arising from', 'Yn codi o').optional(),
    under: ref(['instruments'], 'Under', 'O dan').optional(),
    answerBy: date('Answer by', 'Ateb erbyn').optional(),
    responses: list(
      group({
        on: date('On', 'Ar'),
        by: ref(['posts', 'persons', 'bodies'], 'By', 'Gan').optional(),
        outcome: oneOf(RESPONSE_OUTCOMES, 'Outcome', 'Canlyniad'),
        reason: text('Reason', 'Rheswm').optional(),
      }, 'Response', 'Ymateb'),
      'Responses', 'Ymatebion'),
    escalatedTo: ref(['advice'], 'Escalated to', 'Uwchgyfeiriwyd at').optional(),
    confidential: flag('Confidential', 'Cyfrinachol').optional(),
  },
});

export const statutoryDecisions = defineKind({
  plural: 'statutory-decisions', singular: 'statutory-decision', label: ['Statutory decision', 'Penderfyniad statudol'], labels: ['Statutory decisions', 'Penderfyniadau statudol'], title: 'subject',
  fields: {
    function: words('Function', 'Swyddogaeth'),
    under: words('Under (the enactment)', 'O dan (y deddfiad)'),
    by: ref(['posts', 'persons'], 'By', 'Gan'),
    on: date('On', 'Ar'),
    subject: text('Subject (no personal data)', 'Pwnc (dim data personol)'),
    clock: group({
      period: words('Time limit', 'Terfyn amser'),
      from: instant('Began', 'Dechreuodd'),
      until: instant('Ends', 'Daw i ben').optional(),
    }, 'Clock', 'Cloc').optional(),
    decidedAt: instant('Decided at', 'Penderfynwyd am').optional(),
    asDeputyUnder: ref(['provisions'], 'As deputy under', 'Fel dirprwy o dan').optional(),
    outcome: text('Outcome', 'Canlyniad').optional(),
  },
});

export type Advice = RecordOf<typeof advice>;
export type StatutoryDecision = RecordOf<typeof statutoryDecisions>;
