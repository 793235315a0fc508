import { meetingsOf, upTo, type Case } from './case.ts';
import type { Register } from './register.ts';

const BRIEFED = 'councillors.briefed';

const newLeadMember = (r: Register, from: string): void => {
  r.set('appointments', 'a-lead-member', { until: from });
  r.put('persons', { id: 'newcomer', name: 'Newydd Ffuglen' });
  r.put('appointments', { id: 'a-newcomer', person: 'newcomer', post: 'lead-member', basis: 'permanent', from });
};
const withoutPaper = (r: Register, ...meetings: string[]): void => {
  for (const id of meetings) r.set('meetings', id, { items: (r.get('meetings', id)['items'] as { number: number }[]).filter(({ number }) => number !== 90) });
};

export const PRACTICE_CASES: readonly Case[] = [
  { name: 'a new lead member who was not briefed', change: (r) => (newLeadMember(r, '2012-05-10'), r.drop('briefings', () => true)), then: { [BRIEFED]: 'on-paper-only' } },
  { name: 'a new lead member who was not briefed, and briefings may be missing', change: (r) => (newLeadMember(r, '2012-05-10'), r.drop('briefings', () => true), r.incomplete('briefings')), then: { [`${BRIEFED}@practice`]: 'not-known' } },
  { name: 'a new lead member for whom there is still time', change: (r) => newLeadMember(r, '2012-11-10'), then: { [`${BRIEFED}@practice`]: 'does-not-apply' }, says: { [BRIEFED]: /Still to be briefed, and there is time: Newydd Ffuglen/ }, neverSays: { [BRIEFED]: /No councillors took up/ } },
  { name: 'nobody new is on record, and seats may be missing', change: (r) => r.incomplete('seats'), then: { [`${BRIEFED}@practice`]: 'not-known' } },
  { name: 'no scrutiny of the workforce', change: (r) => (r.set('bodies', 'scrutiny', { remit: ['safeguarding', 'performance', 'adults', 'children'] }), r.drop('programme-items', ({ id }) => id.includes('workforce')), meetingsOf(r, 'scrutiny-series', upTo(4), { items: [] })), then: { 'scrutiny.totality': 'exposed' }, says: { 'scrutiny.totality': /Workforce left out/ } },
  { name: 'the report was not before the council', change: (r) => withoutPaper(r, 'council-series-3'), then: { 'report.annual': 'on-paper-only', 'report.challenge@practice': 'not-known' }, says: { 'report.challenge': /When Annual report was published or presented to the council is not on record/ }, neverSays: { 'report.challenge': /neither published/ } },
  { name: 'the report was heard by scrutiny and by no other body', then: { 'report.challenge': 'secured' }, says: { 'report.challenge': /was before Social Services Scrutiny Committee on 19 April 2012/ }, neverSays: { 'report.challenge': /before .*(forum|Partnership)/ } },
  { name: 'no lead member confirmed the self-assessment', change: (r) => r.drop('confirmations', 'as-lead-member'), then: { 'self-assessment.agreed@practice': 'partly' } },
  { name: 'somebody else confirmed for the Director', change: (r) => r.set('confirmations', 'as-director', { by: 'p-finance' }), then: { 'self-assessment.agreed@practice': 'partly' }, says: { 'self-assessment.agreed': /when .* held Director of Social Services/ } },
  { name: 'the deputy confirmed for the Director', change: (r) => r.set('confirmations', 'as-director', { by: 'p-head-adults' }), then: { 'self-assessment.agreed': 'secured' } },
  { name: 'no partner answered', change: (r) => r.drop('returns', () => true), then: { 'workforce.partners': 'on-paper-only' } },
  { name: 'no answer is on record, and returns may be missing', change: (r) => (r.drop('returns', () => true), r.incomplete('returns')), then: { 'workforce.partners': 'not-known' } },
  { name: 'no request is on record, and requests may be missing', change: (r) => (r.drop('returns', () => true), r.drop('requests', () => true), r.incomplete('requests')), then: { 'workforce.partners@practice': 'not-known' } },
  { name: 'nobody asked the partners', change: (r) => (r.drop('returns', () => true), r.drop('requests', () => true)), then: { 'workforce.partners@practice': 'does-not-apply' } },
  { name: 'no report went to scrutiny, and reports may be missing', change: (r) => r.incomplete('reports'), then: { 'scrutiny.reports@practice': 'not-known' } },
  { name: 'values that were all filed at once', change: (r) => r.all('observations').forEach((one) => (one['from'] = '2012-11-30')), then: { 'performance.validated@practice': 'partly' } },
  { name: 'an agency in the chair, whose coming no minutes can show', change: (r) => (r.set('seats', 'director-lscb', { role: 'member' }), r.set('seats', 'police-lscb', { role: 'chair' })), then: { 'safeguarding.chair@paper': 'met', 'safeguarding.chair@practice': 'not-known' }, says: { 'safeguarding.chair': /Esiampl Police sits as an agency/ } },
  {
    name: 'what councillors are to receive says in its own words what it is about',
    change: (r) => (r.drop('provisions', ({ gives }) => (gives as { towards?: string }[]).some(({ towards }) => towards === 'apc')), r.set('entitlements', 'apc-safeguarding', { information: { en: 'Quarterly report', cy: 'Adroddiad diogelu bob chwarter' } })),
    then: { 'safeguarding.performance@paper': 'met' },
  },
  {
    name: 'what a board is to receive says nothing of its subject',
    change: (r) => (r.drop('provisions', ({ gives }) => (gives as { towards?: string }[]).some(({ towards }) => towards === 'apc')), r.drop('entitlements', 'apc-safeguarding'), r.set('entitlements', 'apc-performance', { information: 'Quarterly report' })),
    then: { 'safeguarding.performance@paper': 'not-known' },
  },
  { name: 'the boards did not meet', change: (r) => r.drop('meetings', ({ body }) => body === 'lscb' || body === 'apc'), then: { 'safeguarding.board-governance@practice': 'not-met', 'safeguarding.children-board@practice': 'not-met' } },
  { name: 'meetings between posts are of no board', change: (r) => (r.drop('meetings', ({ body }) => body === 'lscb' || body === 'apc'), r.incomplete('meetings')), then: { 'safeguarding.board-governance@practice': 'not-known' }, neverSays: { 'safeguarding.board-governance': /do not say enough to tell/ } },
  { name: 'in Welsh', lang: 'cy', then: { 'access.one-to-one': 'secured' }, says: { 'access.one-to-one': /cynhaliwyd 12 o’r 12/ } },
];

const IN_SCOTLAND = 'access.brings-matters';

export const SCOTTISH_CASES: readonly Case[] = [
  { name: 'registration has lapsed', change: (r) => r.set('persons', 'p-cswo', { registrations: [{ body: 'SSSC', number: 'S/1', from: '2004-01-01', until: '2008-11-01' }] }), then: { 'designation.qualified': 'on-paper-only' } },
  { name: 'two Chief Social Work Officers', change: (r) => r.set('posts', 'head-children', { designations: ['chief-social-work-officer'] }), then: { 'designation.appointed@paper': 'not-met', 'designation.appointed@practice': 'not-met' } },
  { name: 'no matter brought is on record, and advice may be missing', change: (r) => (r.drop('advice', () => true), r.incomplete('advice')), then: { [`${IN_SCOTLAND}@practice`]: 'not-known', 'leadership.challenge@practice': 'not-known' } },
  { name: 'one matter was brought and answered, and others may be missing', change: (r) => (r.drop('advice', ({ id }) => id !== 'budget'), r.incomplete('advice')), then: { [`${IN_SCOTLAND}@practice`]: 'met' } },
  { name: 'a group was left out of the consultation', change: (r) => (r.get('consultations', 'framework')['groups'] as string[]).pop(), then: { 'framework.adopted@practice': 'partly' }, says: { 'framework.adopted': /Not consulted: local authorities’ convention/ }, neverSays: { 'framework.adopted': /Providers and purchased/ } },
  { name: 'a group may have been consulted elsewhere', change: (r) => ((r.get('consultations', 'framework')['groups'] as string[]).pop(), r.incomplete('consultations')), then: { 'framework.adopted@practice': 'not-known' } },
  { name: 'the named deputy took a statutory decision', change: (r) => r.set('statutory-decisions', 'placement', { by: 'head-adults' }), then: { 'statutory.decisions': 'secured' } },
  { name: 'a purchased function outside every line', change: (r) => (r.put('posts', { id: 'housing', title: 'Head of Housing', designations: [], reportsTo: 'chief' }), r.put('functions', { id: 'homeless', name: 'Support of homeless people', group: 'adult', delivery: 'purchased', ledBy: 'housing' })), structure: 'dual', then: { 'scope.oversight@paper': 'partly' } },
];
