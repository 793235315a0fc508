import type { Case } from './case.ts';
import type { Register } from './register.ts';

const HELD = 'designation.post';
const ONE = 'designation.one-officer';
const AGREED = 'governance.current-holders';
const HEAD = 'governance.head-of-paid-service';

const withoutDeputy = (r: Register): void => r.drop('provisions', ({ gives }) => (gives as { responsibility: string }[]).some(({ responsibility }) => responsibility === 'deputises-for'));
const vacant = (r: Register): void => r.set('appointments', 'a-director', { until: '2012-09-01' });
const successor = (r: Register, post: string, from: string): void => {
  r.set('appointments', `a-${post}`, { until: from });
  r.put('persons', { id: 'newcomer', name: 'Newydd Ffuglen' });
  r.put('appointments', { id: 'a-newcomer', person: 'newcomer', post, basis: 'permanent', from });
};

export const GOVERNANCE_CASES: readonly Case[] = [
  { name: 'nobody is named to deputise', change: withoutDeputy, then: { [HELD]: 'person-dependent', [ONE]: 'person-dependent', 'competencies.knowledge': 'person-dependent' } },
  { name: 'vacant, with a deputy', change: vacant, then: { [`${HELD}@practice`]: 'met', [AGREED]: 'secured' }, says: { [HELD]: /is vacant; .* acts in it/ } },
  { name: 'vacant, without a deputy', change: (r) => (vacant(r), withoutDeputy(r)), then: { [HELD]: 'on-paper-only' } },
  { name: 'vacant, without a deputy, and appointments may be missing', change: (r) => (vacant(r), withoutDeputy(r), r.incomplete('appointments')), then: { [HELD]: 'not-known' } },
  { name: 'two posts designated, held by two people', change: (r) => r.set('posts', 'head-adults', { designations: ['head-of-adult-services', 'director-of-social-services'] }), then: { [`${ONE}@paper`]: 'not-met', [`${ONE}@practice`]: 'not-met', [ONE]: 'exposed' }, says: { [ONE]: /both are designated/ } },
  { name: 'two people in the post', change: (r) => r.put('appointments', { id: 'second', person: 'p-finance', post: 'director', basis: 'acting', from: '2012-06-01' }), then: { [`${ONE}@practice`]: 'not-met' } },
  { name: 'the day before the appointment', asAt: '2010-04-30', then: { [`${HELD}@practice`]: 'not-met' } },
  { name: 'the day of the appointment', asAt: '2010-05-01', then: { [`${HELD}@practice`]: 'met' } },
  { name: 'the day before the documents were agreed', asAt: '2012-01-31', then: { 'governance.constitution@paper': 'not-met', [`${HEAD}@paper`]: 'not-met' } },
  { name: 'the day the documents were agreed', asAt: '2012-02-01', then: { 'governance.constitution@paper': 'met' } },
  { name: 'a new chief executive has not agreed', change: (r) => successor(r, 'chief-executive', '2012-06-01'), then: { [`${AGREED}@paper`]: 'partly', [`${HEAD}@practice`]: 'partly' }, says: { [AGREED]: /Newydd Ffuglen now holds Chief Executive, and has not agreed/ } },
  { name: 'only an older version was agreed', change: (r) => r.set('agreements', 'head-protocol-director', { version: '1' }), then: { [`${AGREED}@paper`]: 'partly' }, says: { [AGREED]: /Only an older version/ } },
  { name: 'the protocol is a draft', change: (r) => ['head-protocol', 'framework'].forEach((id) => r.set('instruments', id, { state: 'draft' })), then: { [`${HEAD}@practice`]: 'not-met', [HEAD]: 'exposed' } },
  { name: 'a later protocol that nobody agreed', change: (r) => r.put('instruments', { id: 'newer', title: 'New protocol', type: 'protocol', state: 'agreed', version: '3', parties: ['chief-executive', 'director'], agreedOn: '2012-11-01', reviewBy: '2013-11-01', supersedes: 'head-protocol', from: '2012-11-01' }), then: { [`${AGREED}@paper`]: 'partly', 'governance.reviewed@paper': 'met' } },
  { name: 'past its review date', change: (r) => r.set('instruments', 'head-protocol', { reviewBy: '2012-12-09' }), then: { 'governance.reviewed@paper': 'partly' } },
  { name: 'to be reviewed today', change: (r) => r.set('instruments', 'head-protocol', { reviewBy: '2012-12-10' }), then: { 'governance.reviewed@paper': 'met' } },
  {
    name: 'a line that changed after the documents were agreed',
    change: (r) => {
      r.set('posts', 'head-children', { until: '2012-08-01' });
      r.put('posts', { ...r.get('posts', 'head-children'), from: '2012-08-01', until: undefined, reportsTo: 'director-education' });
    },
    structure: 'dual', then: { 'governance.after-change@paper': 'partly', 'governance.framework': 'secured', 'governance.single-protocol': 'does-not-apply', 'leadership.totality@paper': 'met' },
  },
  { name: 'education in the Director’s line', change: (r) => r.set('posts', 'director-education', { reportsTo: 'director' }), structure: 'integrated', then: { 'governance.framework': 'secured' } },
  { name: 'a Director shared with another council', change: (r) => r.set('appointments', 'a-director', { basis: 'shared', sharedWith: 'Bro Esiampl Council' }), structure: 'shared', then: { 'designation.shared@paper': 'partly' } },
  { name: 'a function without a lever', change: (r) => (r.put('posts', { id: 'justice', title: 'Youth Justice Manager', designations: [], reportsTo: 'chief-executive' }), r.put('functions', { id: 'youth-justice', name: 'Youth justice', group: 'children', delivery: 'partnership', ledBy: 'justice' })), structure: 'dual', then: { 'leadership.totality@paper': 'partly' }, says: { 'leadership.totality': /no lever on Youth justice, which Youth Justice Manager leads/ } },
  {
    name: 'a part over one matter is not a part over the others of its clause',
    change: (r) => {
      r.drop('provisions', ({ instrument }) => instrument === 'job');
      r.put('provisions', { id: 'only', instrument: 'job', number: '1', text: 'What the Director answers for.', themes: ['competencies', 'leadership', 'access', 'performance', 'safeguarding', 'workforce', 'partnership'], gives: [{ to: 'director', responsibility: 'accountable', over: 'safeguarding' }] });
    },
    then: { 'designation.recruitment@paper': 'partly' }, says: { 'designation.recruitment': /is accountable, over Safeguarding/ },
  },
  { name: 'each reason is said once, with what was provided', then: { 'designation.recruitment': 'secured' }, says: { 'designation.recruitment': /over Workforce(?!.*over Workforce)/s } },
  { name: 'a competency has its own name', then: { 'competencies.political': 'secured' }, neverSays: { 'competencies.political': /competency "?Competency/ } },
  { name: 'what documents say may be missing', change: (r) => (r.drop('provisions', () => true), r.incomplete('provisions')), then: { 'safeguarding.education@paper': 'not-known', 'designation.appraisal@paper': 'not-known', 'performance.early-warning@paper': 'not-known' }, says: { 'designation.appraisal': /does not say that it has all provisions/ } },
  { name: 'a draft on the subject beside a document that may be on it', change: (r) => (r.drop('provisions', () => true), r.put('provisions', { id: 'drafted', instrument: 'hr-protocol', number: '1', text: 'Appraisal', themes: ['appraisal'] }), r.set('instruments', 'hr-protocol', { state: 'draft' }), r.incomplete('provisions')), then: { 'designation.appraisal@paper': 'not-known' } },
  { name: 'partner agreements that may have been left out', change: (r) => (r.drop('instruments', 'partners'), r.drop('agreements', ({ instrument }) => instrument === 'partners'), r.drop('communications', ({ of }) => of === 'partners'), r.drop('acknowledgements', ({ of }) => String(of).startsWith('partners-')), r.drop('provisions', ({ instrument }) => instrument === 'partners'), r.incomplete('instruments')), then: { 'partnership.written': 'not-known' } },
];
