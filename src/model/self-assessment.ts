import { anyRef, date, list, oneOf, ref, text, usually, words } from './field.ts';
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
    assessment: ref(['self-assessments'], 'Self-assessment', 'Hunanasesiad'),
    as: oneOf({ 'head-of-paid-service': ['Head of Paid Service', 'Pennaeth y Gwasanaeth Taledig'], 'lead-member': ['Lead member', 'Aelod arweiniol'], director: ['Director', 'Cyfarwyddwr'] }, 'As', 'Fel'),
    by: ref(['persons'], 'By', 'Gan'),
    on: date('On', 'Ar'),
  },
});

export type SelfAssessment = RecordOf<typeof selfAssessments>;
export type Judgement = RecordOf<typeof judgements>;
export type Confirmation = RecordOf<typeof confirmations>;
