import { anyRef, date, flag, group, list, oneOf, ref, text, usually, words } from './field.ts';
import { defineKind, type RecordOf } from './kind.ts';
import { period } from './performance.ts';

export const selfAssessments = defineKind({
  plural: 'self-assessments', singular: 'self-assessment', label: ['Self-assessment', 'Hunanasesiad'], labels: ['Self-assessments', 'Hunanasesiadau'],
  fields: {
    pack: words('Guidance pack', 'Pecyn canllawiau'),
    period: period(),
    state: usually({ draft: ['Draft', 'Drafft'], completed: ['Completed', 'Cwblhawyd'], confirmed: ['Confirmed', 'Cadarnhawyd'], submitted: ['Submitted', 'Cyflwynwyd'] }, 'State', 'Cyflwr'),
  },
});

export const judgements = defineKind({
  plural: 'judgements', singular: 'judgement', label: ['Judgement', 'Dyfarniad'], labels: ['Judgements', 'Dyfarniadau'], title: 'narrative',
  fields: {
    assessment: ref(['self-assessments'], 'Self-assessment', 'Hunanasesiad'),
    expectation: words('Expectation', 'Disgwyliad'),
    rating: oneOf({ met: ['Met', 'Cyflawnwyd'], partly: ['Partly met', 'Cyflawnwyd yn rhannol'], 'not-met': ['Not met', 'Ni chyflawnwyd'] }, 'Rating', 'Sgôr'),
    narrative: text('Narrative', 'Naratif').optional(),
    evidence: list(anyRef('Evidence', 'Tystiolaeth'), 'Evidence', 'Tystiolaeth'),
    improvement: ref(['actions'], 'Improvement', 'Gwelliant').optional(),
  },
});

export const confirmations = defineKind({
  plural: 'confirmations', singular: 'confirmation', label: ['Confirmation', 'Cadarnhad'], labels: ['Confirmations', 'Cadarnhadau'],
  fields: {
    assessment: ref(['self-assessments', 'statements'], 'Self-assessment or statement', 'Hunanasesiad neu ddatganiad'),
    as: oneOf({ 'head-of-paid-service': ['Head of Paid Service', 'Pennaeth y Gwasanaeth Taledig'], 'lead-member': ['Lead member', 'Aelod arweiniol'], director: ['Director', 'Cyfarwyddwr'] }, 'As', 'Fel'),
    by: ref(['persons'], 'By', 'Gan'),
    on: date('On', 'Ar'),
  },
});

const DIAGNOSES = {
  secured: ['Secured', 'Wedi’i sicrhau'],
  'person-dependent': ['Person-dependent', 'Dibynnu ar berson'],
  'despite-the-arrangements': ['Despite the arrangements', 'Er gwaetha’r trefniadau'],
  'on-paper-only': ['On paper only', 'Ar bapur yn unig'],
  exposed: ['Exposed', 'Agored i risg'],
  'not-known': ['Not known', 'Ddim yn hysbys'],
  'does-not-apply': ['Does not apply', 'Ddim yn berthnasol'],
} as const;

/** The yearly word of the Head of Paid Service on whether the arrangements support the statutory role. Its signature is a confirmation of it. */
export const statements = defineKind({
  plural: 'statements', singular: 'statement', label: ['Statement', 'Datganiad'], labels: ['Statements', 'Datganiadau'],
  fields: {
    as: ref(['posts'], 'Made as', 'Gwneir fel'),
    period: period(),
    state: oneOf({ draft: ['Draft', 'Drafft'], signed: ['Signed', 'Llofnodwyd'], withdrawn: ['Withdrawn', 'Tynnwyd yn ôl'] }, 'State', 'Cyflwr'),
    assessedAs: group({
      on: date('On', 'Ar'),
      pack: words('Guidance pack', 'Pecyn canllawiau'),
      edition: words('Edition', 'Argraffiad'),
      digest: words('Digest of the guidance', 'Crynodeb o’r canllawiau'),
    }, 'Composed from', 'Cyfansoddwyd o'),
    findings: list(group({
      expectation: words('Expectation', 'Disgwyliad'),
      diagnosis: oneOf(DIAGNOSES, 'Diagnosis', 'Diagnosis'),
    }, 'Finding', 'Canfyddiad'), 'Findings', 'Canfyddiadau'),
    sections: list(group({
      heading: text('Heading', 'Pennawd'),
      text: text('Text', 'Testun'),
    }, 'Section', 'Adran'), 'Sections', 'Adrannau'),
    reservations: list(group({
      text: text('Reservation', 'Amod'),
      expectations: list(words('Expectation', 'Disgwyliad'), 'Expectations', 'Disgwyliadau'),
      about: list(anyRef('About', 'Ynghylch'), 'About', 'Ynghylch'),
      will: ref(['actions'], 'What is to be done', 'Yr hyn sydd i’w wneud').optional(),
    }, 'Reservation', 'Amod'), 'Reservations', 'Amodau'),
    by: ref(['persons'], 'Signed by', 'Llofnodwyd gan').optional(),
    signedOn: date('Signed on', 'Llofnodwyd ar').optional(),
    seal: words('Digest of what was signed', 'Crynodeb o’r hyn a lofnodwyd').optional(),
  },
});

/** Something that keeps the statutory officer from discharging the role, until it is resolved or accepted. */
export const barriers = defineKind({
  plural: 'barriers', singular: 'barrier', label: ['Barrier', 'Rhwystr'], labels: ['Barriers', 'Rhwystrau'], title: 'what',
  fields: {
    what: text('What stands in the way', 'Yr hyn sy’n rhwystro'),
    raisedBy: ref(['posts'], 'Raised by', 'Codwyd gan'),
    on: date('On', 'Ar'),
    expectations: list(words('Expectation', 'Disgwyliad'), 'Expectations', 'Disgwyliadau'),
    about: list(anyRef('About', 'Ynghylch'), 'About', 'Ynghylch'),
    state: oneOf({
      open: ['Open', 'Agored'], 'being-resolved': ['Being resolved', 'Wrthi’n cael ei ddatrys'],
      resolved: ['Resolved', 'Datryswyd'], accepted: ['Accepted as it is', 'Derbyniwyd fel y mae'],
    }, 'State', 'Cyflwr'),
    owner: ref(['posts'], 'Who is to resolve it', 'Pwy sydd i’w ddatrys').optional(),
    responses: list(group({
      on: date('On', 'Ar'),
      by: ref(['posts'], 'By', 'Gan'),
      text: text('Response', 'Ymateb'),
    }, 'Response', 'Ymateb'), 'Responses', 'Ymatebion'),
    resolvedOn: date('Resolved on', 'Datryswyd ar').optional(),
    confidential: flag('Confidential', 'Cyfrinachol').optional(),
  },
});

export type Statement = RecordOf<typeof statements>;
export type Barrier = RecordOf<typeof barriers>;
export type SelfAssessment = RecordOf<typeof selfAssessments>;
export type Judgement = RecordOf<typeof judgements>;
export type Confirmation = RecordOf<typeof confirmations>;
