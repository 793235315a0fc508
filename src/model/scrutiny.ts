import { date, duration, flag, functions, group, list, oneOf, ref, text, themes, words } from './field.ts';
import { defineKind, type RecordOf } from './kind.ts';

export const entitlements = defineKind({
  plural: 'entitlements', singular: 'entitlement', label: ['Entitlement', 'Hawl'], labels: ['Entitlements', 'Hawliau'], title: 'information',
  fields: {
    holder: ref(['bodies', 'posts'], 'Holder', 'Deiliad'),
    information: text('Information', 'Gwybodaeth'),
    themes: themes(),
    form: words('Form', 'Ffurf'),
    frequency: duration('Frequency', 'Amlder'),
  },
});

export const programmeItems = defineKind({
  plural: 'programme-items', singular: 'programme-item', label: ['Programme item', 'Eitem ar y rhaglen'], labels: ['Programme items', 'Eitemau’r rhaglen'], title: 'topic',
  fields: {
    body: ref(['bodies'], 'Body', 'Corff'),
    topic: text('Topic', 'Testun'),
    themes: themes(),
    functions: functions(),
    due: date('Due', 'Erbyn').optional(),
  },
});

export const questions = defineKind({
  plural: 'questions', singular: 'question', label: ['Question', 'Cwestiwn'], labels: ['Questions', 'Cwestiynau'], title: 'text',
  fields: {
    askedBy: ref(['posts', 'persons', 'bodies'], 'Asked by', 'Gofynnwyd gan'),
    of: ref(['posts'], 'Of', 'I'),
    on: date('On', 'Ar'),
    text: text('Question', 'Cwestiwn'),
    answers: list(
      group({
        on: date('On', 'Ar'),
        text: text('Answer', 'Ateb'),
        kind: oneOf({ full: ['Full', 'Llawn'], partial: ['Partial', 'Rhannol'], awaiting: ['Awaiting', 'Yn aros'], declined: ['Declined', 'Gwrthodwyd'] }, 'Kind', 'Math'),
      }, 'Answer', 'Ateb'),
      'Answers', 'Atebion'),
    satisfied: flag('Satisfied', 'Bodlon').optional(),
    whyNot: text('Why not satisfied', 'Pam nad yw’n fodlon').optional(),
    expectation: words('Expectation that it was drawn from', 'Y disgwyliad y deilliodd ohono').optional(),
  },
});

export const briefings = defineKind({
  plural: 'briefings', singular: 'briefing', label: ['Briefing', 'Sesiwn friffio'], labels: ['Briefings', 'Sesiynau briffio'], title: 'subject',
  fields: {
    subject: text('Subject', 'Pwnc'),
    themes: themes(),
    to: list(ref(['posts', 'persons', 'bodies', 'organisations'], 'To', 'I'), 'To', 'I'),
    on: date('On', 'Ar'),
  },
});

export type Entitlement = RecordOf<typeof entitlements>;
export type ProgrammeItem = RecordOf<typeof programmeItems>;
export type Question = RecordOf<typeof questions>;
export type Briefing = RecordOf<typeof briefings>;
