import { code, date, functions, group, list, oneOf, ref, subject, text, themes, words } from './field.ts';
import { defineKind, type RecordOf } from './kind.ts';

export const INSTRUMENT_TYPES = {
  constitution: ['Constitution', 'Cyfansoddiad'], 'scheme-of-delegation': ['Scheme of delegation', 'Cynllun dirprwyo'],
  framework: ['Framework', 'Fframwaith'], protocol: ['Protocol', 'Protocol'], 'partnership-agreement': ['Partnership agreement', 'Cytundeb partneriaeth'],
  'job-description': ['Job description', 'Swydd-ddisgrifiad'], 'terms-of-reference': ['Terms of reference', 'Cylch gorchwyl'],
  'conflict-resolution-procedure': ['Conflict resolution procedure', 'Gweithdrefn datrys gwrthdaro'],
  'appointment-procedure': ['Appointment procedure', 'Gweithdrefn benodi'], 'removal-procedure': ['Removal procedure', 'Gweithdrefn ddiswyddo'],
  'information-sharing': ['Information sharing agreement', 'Cytundeb rhannu gwybodaeth'], policy: ['Policy', 'Polisi'],
} as const;
export type InstrumentType = keyof typeof INSTRUMENT_TYPES;

export const RESPONSIBILITIES = {
  accountable: ['is accountable', 'yn atebol'], manages: ['manages', 'yn rheoli'], decides: ['decides', 'yn penderfynu'],
  'leads-profession': ['leads the profession', 'yn arwain y proffesiwn'], chairs: ['chairs', 'yn cadeirio'], reports: ['reports', 'yn adrodd'],
  advises: ['advises', 'yn cynghori'], challenges: ['challenges', 'yn herio'], 'is-consulted': ['is consulted', 'yn cael ymgynghoriad'],
  'is-informed': ['is informed', 'yn cael gwybod'], 'deputises-for': ['deputises', 'yn dirprwyo'],
} as const;
export type Responsibility = keyof typeof RESPONSIBILITIES;

export const instruments = defineKind({
  plural: 'instruments', singular: 'instrument', label: ['Instrument', 'Offeryn'], labels: ['Instruments', 'Offerynnau'], title: 'title', acyclic: 'supersedes',
  fields: {
    title: text('Title', 'Teitl'),
    type: oneOf(INSTRUMENT_TYPES, 'Type', 'Math'),
    state: oneOf({
      draft: ['Draft', 'Drafft'], negotiating: ['Negotiating', 'Wrthi’n negodi'], agreed: ['Agreed', 'Cytunwyd'],
      superseded: ['Superseded', 'Disodlwyd'], withdrawn: ['Withdrawn', 'Tynnwyd yn ôl'],
    }, 'State', 'Cyflwr'),
    version: code('Version', 'Fersiwn'),
    parties: list(ref(['posts', 'bodies', 'organisations'], 'Party', 'Parti'), 'Parties', 'Partïon'),
    agreedOn: date('Agreed on', 'Cytunwyd ar').optional(),
    reviewBy: date('Review by', 'Adolygu erbyn').optional(),
    supersedes: ref(['instruments'], 'Supersedes', 'Yn disodli').optional(),
    publishedAt: words('Published at', 'Cyhoeddwyd yn').optional(),
  },
});

export const provisions = defineKind({
  plural: 'provisions', singular: 'provision', label: ['Provision', 'Darpariaeth'], labels: ['Provisions', 'Darpariaethau'], title: 'text',
  fields: {
    instrument: ref(['instruments'], 'Instrument', 'Offeryn'),
    number: code('Number', 'Rhif'),
    text: text('Text', 'Testun'),
    themes: themes(),
    functions: functions(),
    gives: list(
      group({
        to: ref(['posts', 'bodies', 'persons'], 'To', 'I'),
        responsibility: oneOf(RESPONSIBILITIES, 'Responsibility', 'Cyfrifoldeb'),
        over: subject(['themes', 'accountabilities'], ['functions'], 'Over', 'Dros').optional(),
        towards: ref(['posts', 'bodies'], 'Towards', 'Tuag at').optional(),
        limit: words('Limit', 'Terfyn').optional(),
      }, 'Gives', 'Yn rhoi'),
      'Gives', 'Yn rhoi'),
  },
});

export const agreements = defineKind({
  plural: 'agreements', singular: 'agreement', label: ['Agreement', 'Cytundeb'], labels: ['Agreements', 'Cytundebau'],
  fields: {
    instrument: ref(['instruments'], 'Instrument', 'Offeryn'),
    version: code('Version', 'Fersiwn'),
    party: ref(['posts', 'bodies', 'organisations'], 'Party', 'Parti'),
    signedBy: ref(['persons'], 'Signed by', 'Llofnodwyd gan'),
    on: date('On', 'Ar'),
  },
});

export const communications = defineKind({
  plural: 'communications', singular: 'communication', label: ['Communication', 'Cyfathrebiad'], labels: ['Communications', 'Cyfathrebiadau'],
  fields: {
    of: ref(['instruments', 'reports', 'briefings'], 'Of', 'O'),
    to: ref(['posts', 'bodies', 'organisations', 'persons'], 'To', 'I'),
    on: date('On', 'Ar'),
    how: words('How', 'Sut').optional(),
  },
});

export const acknowledgements = defineKind({
  plural: 'acknowledgements', singular: 'acknowledgement', label: ['Acknowledgement', 'Cydnabyddiaeth'], labels: ['Acknowledgements', 'Cydnabyddiaethau'],
  fields: {
    of: ref(['communications'], 'Of', 'O'),
    by: ref(['persons'], 'By', 'Gan'),
    on: date('On', 'Ar'),
  },
});

export type Instrument = RecordOf<typeof instruments>;
export type Provision = RecordOf<typeof provisions>;
export type Agreement = RecordOf<typeof agreements>;
export type Communication = RecordOf<typeof communications>;
export type Acknowledgement = RecordOf<typeof acknowledgements>;
