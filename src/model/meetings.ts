import { z } from 'zod';
import type { CalendarDate } from '../kernel/date.ts';
import { anyRef, code, date, duration, fieldMeta, flag, functions, group, list, listIfRecorded, oneOf, ref, text, themes, words } from './field.ts';
import { defineKind, type RecordOf } from './kind.ts';

/** Whether an agenda was issued, and when. Written `true`, `false`, a date, or `{ issuedOn: … }`. */
export interface Agenda {
  readonly issued: boolean;
  readonly on?: CalendarDate;
}

const issued = date('Issued on', 'Cyhoeddwyd ar');
const agenda = z.union([
  z.boolean().transform((given): Agenda => ({ issued: given })),
  issued.transform((on): Agenda => ({ issued: true, on })),
  z.strictObject({ issuedOn: issued.optional(), issued: z.union([issued, z.boolean()]).optional() })
    .refine((given) => given.issued !== false || given.issuedOn === undefined)
    .transform((given): Agenda => {
      const on = given.issuedOn ?? (typeof given.issued === 'string' ? given.issued : undefined);
      return { issued: given.issued !== false, ...(on === undefined ? {} : { on }) };
    }),
]).register(fieldMeta, { label: { en: 'Agenda', cy: 'Agenda' }, expected: 'true, false, or the date it was issued' });

/** A time of day in the United Kingdom. */
export const time = (en: string, cy: string) =>
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).register(fieldMeta, { label: { en, cy }, expected: 'a time on the 24-hour clock, written HH:MM' });

/** An agenda as a person writes it. */
export const agendaAsWritten = ({ issued: given, on }: Agenda): boolean | CalendarDate => on ?? given;

export const series = defineKind({
  plural: 'series', singular: 'series', label: ['Series of meetings', 'Cyfres o gyfarfodydd'], labels: ['Series of meetings', 'Cyfresi o gyfarfodydd'], title: 'title',
  fields: {
    title: text('Title', 'Teitl'),
    body: ref(['bodies'], 'Body', 'Corff').optional(),
    between: list(ref(['posts'], 'Post', 'Swydd'), 'Between', 'Rhwng'),
    frequency: duration('Frequency', 'Amlder'),
    formal: group({ agenda: flag('Has an agenda', 'Mae agenda'), record: flag('Is recorded', 'Cedwir cofnod') }, 'Formal', 'Ffurfiol').optional(),
    under: ref(['instruments'], 'Under', 'O dan').optional(),
    complete: flag('Every held meeting is recorded here', 'Cofnodir pob cyfarfod a gynhelir yma').default(true),
  },
});

export const RECORD_KEPT = {
  none: ['None', 'Dim'], 'own-notes': ['Own notes', 'Nodiadau personol'], notes: ['Notes', 'Nodiadau'], minutes: ['Minutes', 'Cofnodion'],
} as const;

export const meetings = defineKind({
  plural: 'meetings', singular: 'meeting', label: ['Meeting', 'Cyfarfod'], labels: ['Meetings', 'Cyfarfodydd'],
  fields: {
    series: ref(['series'], 'Series', 'Cyfres').optional(),
    body: ref(['bodies'], 'Body', 'Corff').optional(),
    on: date('On', 'Ar'),
    at: time('At (time)', 'Am (amser)').optional(),
    place: words('Place', 'Lle').optional(),
    /** Absent until somebody says: a meeting that is arranged was neither held nor not held. */
    held: flag('Held', 'Cynhaliwyd').optional(),
    calledOff: group({ on: date('On', 'Ar'), why: words('Why', 'Pam') }, 'Called off', 'Gohiriwyd').optional(),
    agenda: (agenda as unknown as z.ZodType<Agenda, boolean | string>).optional(),
    record: oneOf(RECORD_KEPT, 'Record kept', 'Cofnod a gadwyd').optional(),
    minutesApprovedOn: date('Minutes approved on', 'Cymeradwywyd y cofnodion ar').optional(),
    /** Who is to be there, where that is not the members of its body. */
    invited: list(ref(['persons', 'posts'], 'Invited', 'Gwahoddwyd'), 'Invited', 'Gwahoddwyd'),
    /** Those who said that it is a true record: the posts or persons who were there, or the body whose next meeting did. */
    minutesApprovedBy: list(ref(['posts', 'persons', 'bodies'], 'Approved by', 'Cymeradwywyd gan'), 'Minutes approved by', 'Cymeradwywyd y cofnodion gan'),
    attended: listIfRecorded(ref(['persons', 'posts'], 'Attended', 'Yn bresennol'), 'Attended', 'Yn bresennol'),
    apologies: list(ref(['persons', 'posts'], 'Apologies', 'Ymddiheuriadau'), 'Apologies', 'Ymddiheuriadau'),
    declarations: list(
      group({ by: ref(['posts', 'persons'], 'By', 'Gan'), what: words('What', 'Beth') }, 'Declaration of interest', 'Datganiad o fuddiant'),
      'Declarations of interest', 'Datganiadau o fuddiant'),
    items: list(
      group({
        number: code('Number', 'Rhif'),
        title: text('Title', 'Teitl'),
        themes: themes(),
        functions: functions(),
        by: ref(['posts', 'persons'], 'By', 'Gan').optional(),
        paper: ref(['reports'], 'Paper', 'Papur').optional(),
        /** What was said. */
        outcome: text('Outcome', 'Canlyniad').optional(),
        decision: text('Decision', 'Penderfyniad').optional(),
        votes: words('Votes', 'Pleidleisiau').optional(),
        /** Only those of the meeting see what it says; its number, its themes and why it is private are for all who see the meeting. */
        private: flag('Private', 'Preifat').optional(),
        privateBecause: words('Why it is private (all who see the meeting see this)', 'Pam y mae’n breifat (mae pawb sy’n gweld y cyfarfod yn gweld hyn)').optional(),
        /** What the item was proposed from: a record, or an expectation of the guidance that was not secured. */
        proposedBecause: anyRef('Proposed because of', 'Cynigiwyd oherwydd').optional(),
        expectation: code('Expectation that it serves', 'Disgwyliad y mae’n ei wasanaethu').optional(),
      }, 'Item', 'Eitem'),
      'Items', 'Eitemau'),
  },
});

export const actions = defineKind({
  plural: 'actions', singular: 'action', label: ['Action', 'Cam gweithredu'], labels: ['Actions', 'Camau gweithredu'], title: 'what',
  fields: {
    arisingFrom: anyRef('Arising from', 'Yn codi o').optional(),
    what: text('What', 'Beth'),
    owner: ref(['posts'], 'Owner', 'Perchennog'),
    due: date('Due', 'Erbyn').optional(),
    state: oneOf({
      'not-started': ['Not started', 'Heb ddechrau'], 'in-progress': ['In progress', 'Ar y gweill'], delayed: ['Delayed', 'Wedi’i oedi'],
      'complete-claimed': ['Said to be complete', 'Dywedir ei fod wedi’i gwblhau'], 'complete-accepted': ['Accepted as complete', 'Derbyniwyd ei fod wedi’i gwblhau'],
      'no-further-action': ['No further action', 'Dim gweithredu pellach'],
    }, 'State', 'Cyflwr'),
    acceptedBy: ref(['bodies', 'posts'], 'Accepted by', 'Derbyniwyd gan').optional(),
    extensions: list(
      group({ to: date('To', 'Hyd'), why: words('Why', 'Pam'), grantedBy: ref(['posts', 'bodies', 'persons'], 'Granted by', 'Rhoddwyd gan') }, 'Extension', 'Estyniad'),
      'Extensions', 'Estyniadau'),
  },
});

export type Series = RecordOf<typeof series>;
export type Meeting = RecordOf<typeof meetings>;
export type Action = RecordOf<typeof actions>;
