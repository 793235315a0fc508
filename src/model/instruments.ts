import { code, date, flag, functions, group, list, listIfRecorded, oneOf, ref, subject, text, themes, words } from './field.ts';
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

/** Who has what responsibility over what, by one clause. */
const gift = () =>
  group({
    to: ref(['posts', 'bodies', 'persons'], 'To', 'I'),
    responsibility: oneOf(RESPONSIBILITIES, 'Responsibility', 'Cyfrifoldeb'),
    over: subject(['themes', 'accountabilities'], ['functions'], 'Over', 'Dros').optional(),
    towards: ref(['posts', 'bodies'], 'Towards', 'Tuag at').optional(),
    limit: words('Limit', 'Terfyn').optional(),
  }, 'Gives', 'Yn rhoi');

export const provisions = defineKind({
  plural: 'provisions', singular: 'provision', label: ['Provision', 'Darpariaeth'], labels: ['Provisions', 'Darpariaethau'], title: 'text',
  fields: {
    instrument: ref(['instruments'], 'Instrument', 'Offeryn'),
    number: code('Number', 'Rhif'),
    text: text('Text', 'Testun'),
    themes: themes(),
    functions: functions(),
    gives: list(gift(), 'Gives', 'Yn rhoi'),
  },
});

/** What a party says of a clause, or of the whole, while an instrument is negotiated. */
export const amendments = defineKind({
  plural: 'amendments', singular: 'amendment', label: ['Amendment', 'Gwelliant'], labels: ['Amendments', 'Gwelliannau'],
  fields: {
    instrument: ref(['instruments'], 'Instrument', 'Offeryn'),
    provision: ref(['provisions'], 'Provision (none of a new clause or of the whole)', 'Darpariaeth (dim os cymal newydd neu’r cyfan)').optional(),
    number: code('Number of the proposed clause', 'Rhif y cymal arfaethedig').optional(),
    by: ref(['posts', 'bodies', 'organisations'], 'By (party)', 'Gan (parti)'),
    on: date('On', 'Ar'),
    comment: text('Comment', 'Sylw').optional(),
    wording: text('Proposed wording', 'Geiriad arfaethedig').optional(),
    gives: listIfRecorded(gift(), 'Proposed: gives', 'Arfaethedig: yn rhoi'),
    leavesOut: flag('Proposes to leave the clause out', 'Yn cynnig hepgor y cymal').optional(),
    state: oneOf({
      open: ['Open', 'Agored'], adopted: ['Adopted', 'Mabwysiadwyd'], declined: ['Declined', 'Gwrthodwyd'],
      disputed: ['Disputed', 'Dan anghydfod'], withdrawn: ['Withdrawn', 'Tynnwyd yn ôl'],
    }, 'State', 'Cyflwr'),
    closedOn: date('Closed on', 'Caewyd ar').optional(),
    reason: text('Reason', 'Rheswm').optional(),
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
export type Amendment = RecordOf<typeof amendments>;
export type Agreement = RecordOf<typeof agreements>;
export type Communication = RecordOf<typeof communications>;
export type Acknowledgement = RecordOf<typeof acknowledgements>;
