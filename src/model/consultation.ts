import { date, list, ref, text, usually } from './field.ts';
import { defineKind, type RecordOf } from './kind.ts';

/** Who is consulted, as the guidance names them. */
export const CONSULTED_GROUPS = {
  'corporate-management-team': ['Corporate management team', 'Tîm rheoli corfforaethol'], 'elected-members': ['Elected members', 'Aelodau etholedig'],
  'social-work-staff': ['Social work staff', 'Staff gwaith cymdeithasol'], 'trade-unions': ['Trade unions', 'Undebau llafur'], partners: ['Partners', 'Partneriaid'],
  providers: ['Providers', 'Darparwyr'], 'user-and-carer-groups': ['User and carer groups', 'Grwpiau defnyddwyr a gofalwyr'],
  'professional-bodies': ['Professional bodies', 'Cyrff proffesiynol'], 'local-authorities-convention': ['Local authorities’ convention', 'Confensiwn yr awdurdodau lleol'], public: ['Public', 'Y cyhoedd'],
} as const;
export type ConsultedGroup = keyof typeof CONSULTED_GROUPS;
const consultedGroup = () => usually(CONSULTED_GROUPS, 'Group', 'Grŵp');

export const consultations = defineKind({
  plural: 'consultations', singular: 'consultation', label: ['Consultation', 'Ymgynghoriad'], labels: ['Consultations', 'Ymgynghoriadau'], title: 'title',
  fields: {
    title: text('Title', 'Teitl'),
    on: ref(['instruments', 'reports'], 'On', 'Ar').optional(),
    groups: list(consultedGroup(), 'Groups consulted', 'Grwpiau yr ymgynghorwyd â nhw'),
    organisations: list(ref(['organisations', 'bodies'], 'Organisation', 'Sefydliad'), 'Organisations', 'Sefydliadau'),
    opens: date('Opens', 'Yn agor').optional(),
    closes: date('Closes', 'Yn cau').optional(),
    state: usually({ planned: ['Planned', 'Wedi’i gynllunio'], open: ['Open', 'Ar agor'], closed: ['Closed', 'Ar gau'], reported: ['Reported', 'Adroddwyd'] }, 'State', 'Cyflwr').optional(),
  },
});

export const responses = defineKind({
  plural: 'responses', singular: 'response', label: ['Response', 'Ymateb'], labels: ['Responses', 'Ymatebion'], title: 'text',
  fields: {
    consultation: ref(['consultations'], 'Consultation', 'Ymgynghoriad'),
    group: consultedGroup().optional(),
    organisation: ref(['organisations', 'bodies', 'posts'], 'From', 'Oddi wrth').optional(),
    on: date('On', 'Ar'),
    text: text('Text', 'Testun').optional(),
  },
});

export const points = defineKind({
  plural: 'points', singular: 'point', label: ['Point made', 'Pwynt a wnaed'], labels: ['Points made', 'Pwyntiau a wnaed'], title: 'text',
  fields: {
    response: ref(['responses'], 'Response', 'Ymateb'),
    text: text('Text', 'Testun').optional(),
    disposition: usually({ accepted: ['Accepted', 'Derbyniwyd'], partly: ['Accepted in part', 'Derbyniwyd yn rhannol'], 'not-accepted': ['Not accepted', 'Ni dderbyniwyd'], noted: ['Noted', 'Nodwyd'], pending: ['Pending', 'Yn yr arfaeth'] }, 'Disposition', 'Ymdriniaeth').optional(),
    reason: text('Reason', 'Rheswm').optional(),
  },
});

export type Consultation = RecordOf<typeof consultations>;
export type Response = RecordOf<typeof responses>;
export type Point = RecordOf<typeof points>;
