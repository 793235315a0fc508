import * as advice from './advice.ts';
import * as consultation from './consultation.ts';
import * as improvement from './improvement.ts';
import * as inspection from './inspection.ts';
import * as instruments from './instruments.ts';
import * as meetings from './meetings.ts';
import * as performance from './performance.ts';
import * as reporting from './reporting.ts';
import * as safeguarding from './safeguarding.ts';
import * as scrutiny from './scrutiny.ts';
import * as selfAssessment from './self-assessment.ts';
import * as structure from './structure.ts';
import * as workforce from './workforce.ts';
import type { Kind, RecordOf } from './kind.ts';

/** Every kind, by its name in a register file, in the order in which a reader meets them. */
export const KINDS = {
  authorities: structure.authorities,
  units: structure.units,
  posts: structure.posts,
  persons: structure.persons,
  appointments: structure.appointments,
  appraisals: structure.appraisals,
  bodies: structure.bodies,
  seats: structure.seats,
  organisations: structure.organisations,
  functions: structure.functionsOfServices,
  instruments: instruments.instruments,
  provisions: instruments.provisions,
  amendments: instruments.amendments,
  agreements: instruments.agreements,
  communications: instruments.communications,
  acknowledgements: instruments.acknowledgements,
  series: meetings.series,
  meetings: meetings.meetings,
  actions: meetings.actions,
  advice: advice.advice,
  'statutory-decisions': advice.statutoryDecisions,
  indicators: performance.indicators,
  observations: performance.observations,
  commentaries: performance.commentaries,
  requests: workforce.requests,
  returns: workforce.returns,
  plans: workforce.plans,
  'case-reviews': safeguarding.caseReviews,
  audits: safeguarding.audits,
  entitlements: scrutiny.entitlements,
  'programme-items': scrutiny.programmeItems,
  questions: scrutiny.questions,
  briefings: scrutiny.briefings,
  'self-assessments': selfAssessment.selfAssessments,
  judgements: selfAssessment.judgements,
  confirmations: selfAssessment.confirmations,
  statements: selfAssessment.statements,
  barriers: selfAssessment.barriers,
  inspections: inspection.inspections,
  sites: inspection.sites,
  'team-members': inspection.teamMembers,
  'document-requests': inspection.documentRequests,
  engagements: inspection.engagements,
  findings: inspection.findings,
  moderations: inspection.moderations,
  recommendations: inspection.recommendations,
  reports: reporting.reports,
  claims: reporting.claims,
  consultations: consultation.consultations,
  responses: consultation.responses,
  points: consultation.points,
  evidence: reporting.evidence,
  risks: improvement.risks,
} as const;

export type KindName = keyof typeof KINDS;
export type RecordOfKind<K extends KindName> = RecordOf<(typeof KINDS)[K]>;

export const KIND_NAMES = Object.keys(KINDS) as readonly KindName[];

export const isKindName = (name: string): name is KindName => Object.hasOwn(KINDS, name);

/** The kind that a person names, in the plural as in a file or in the singular as in a sentence. */
export const kindCalled = (word: string): KindName | undefined =>
  isKindName(word) ? word : KIND_NAMES.find((name) => KINDS[name].singular === word);

export const kindNamed = (name: KindName): Kind => KINDS[name] as unknown as Kind;
