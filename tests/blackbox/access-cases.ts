import { meetingsOf, upTo, type Case } from './case.ts';
import type { Register } from './register.ts';

const TEAM = 'access.corporate-management-team';
const ONE = 'access.one-to-one';
const KEPT = 'access.one-to-one-recorded';
const WITHOUT_DIRECTOR = { attended: ['chief-executive', 'director-education'] };

const noOneToOnes = (register: Register): void => register.drop('meetings', ({ series }) => series === 'one-to-one');

export const ACCESS_CASES: readonly Case[] = [
  { name: 'no seat, and every seat is on record', change: (r) => r.drop('seats', 'director-cmt'), then: { [`${TEAM}@paper`]: 'not-met', [`${TEAM}@practice`]: 'met', [TEAM]: 'despite-the-arrangements' } },
  { name: 'no seat, and seats may be missing', change: (r) => (r.drop('seats', 'director-cmt'), r.incomplete('seats')), then: { [`${TEAM}@paper`]: 'not-known', [TEAM]: 'not-known' } },
  { name: 'only in attendance', change: (r) => r.set('seats', 'director-cmt', { role: 'in-attendance' }), then: { [TEAM]: 'despite-the-arrangements' }, says: { [TEAM]: /only as in attendance/ } },
  { name: 'the seat is the person’s own', change: (r) => r.set('seats', 'director-cmt', { holder: 'p-director' }), then: { [TEAM]: 'person-dependent' }, says: { [TEAM]: /by name and not by post/ } },
  { name: 'the seat ends today', change: (r) => r.set('seats', 'director-cmt', { until: '2012-12-10' }), then: { [`${TEAM}@paper`]: 'not-met' } },
  { name: 'the seat ends tomorrow', change: (r) => r.set('seats', 'director-cmt', { until: '2012-12-11' }), then: { [TEAM]: 'secured' } },
  { name: 'the seat begins today', change: (r) => r.set('seats', 'director-cmt', { from: '2012-12-10' }), then: { [`${TEAM}@paper`]: 'met', [`${TEAM}@practice`]: 'not-known' }, neverSays: { [TEAM]: /between 11 December 2011/ } },
  { name: 'joined last month, and was not there before', change: (r) => (r.set('seats', 'director-cmt', { from: '2012-11-01' }), meetingsOf(r, 'cmt-series', upTo(11), WITHOUT_DIRECTOR)), then: { [TEAM]: 'secured' } },
  {
    name: 'a seat that was renewed under the same id has not begun anew',
    change: (r) => {
      r.set('seats', 'director-cmt', { until: '2012-11-20' });
      r.put('seats', { ...r.get('seats', 'director-cmt'), from: '2012-11-20', until: undefined });
    },
    then: { [TEAM]: 'secured' }, says: { [TEAM]: /12 of the 12 meetings/ },
  },
  { name: 'attends nine of twelve', change: (r) => meetingsOf(r, 'cmt-series', upTo(3), WITHOUT_DIRECTOR), then: { [`${TEAM}@practice`]: 'met' } },
  { name: 'attends eight of twelve', change: (r) => meetingsOf(r, 'cmt-series', upTo(4), WITHOUT_DIRECTOR), then: { [`${TEAM}@practice`]: 'partly', [TEAM]: 'on-paper-only' } },
  { name: 'named in the minutes as a person', change: (r) => meetingsOf(r, 'cmt-series', upTo(12), { attended: ['p-director'] }), then: { [TEAM]: 'secured' } },
  { name: 'the deputy goes instead', change: (r) => meetingsOf(r, 'cmt-series', upTo(12), { attended: ['head-adults'] }), then: { [TEAM]: 'on-paper-only' } },
  { name: 'a line through somebody else', change: (r) => r.set('posts', 'director', { reportsTo: 'finance' }), then: { 'access.reports-to-head@paper': 'not-met' }, says: { 'access.reports-to-head': /in 2 steps, through Chief Finance Officer/ } },
  { name: 'eight of twelve one-to-ones held', change: (r) => upTo(4).forEach((n) => r.drop('meetings', `one-to-one-${n}`)), then: { [`${ONE}@practice`]: 'partly' }, says: { [ONE]: /8 of the 12 meetings due/ } },
  { name: 'ten of twelve one-to-ones held', change: (r) => upTo(2).forEach((n) => r.drop('meetings', `one-to-one-${n}`)), then: { [ONE]: 'secured' } },
  { name: 'none on record, in a series that says it is whole', change: (r) => (noOneToOnes(r), r.incomplete('meetings', 'series')), then: { [`${ONE}@practice`]: 'not-met' } },
  { name: 'none on record, in a series that says it is not whole', change: (r) => (noOneToOnes(r), r.set('series', 'one-to-one', { complete: false }), r.incomplete('meetings')), then: { [`${ONE}@practice`]: 'not-known' } },
  { name: 'what a series says of itself goes before what the register says of all meetings', change: (r) => (noOneToOnes(r), r.set('series', 'one-to-one', { complete: false })), then: { [`${ONE}@practice`]: 'not-known', [ONE]: 'not-known' } },
  { name: 'more held than were due', change: (r) => r.set('series', 'one-to-one', { frequency: 'P3M' }), then: { [ONE]: 'secured' }, says: { [ONE]: /12 meetings were held .* more than the 4 due/ }, neverSays: { [ONE]: /12 of the 4/ } },
  { name: 'the series has ended', change: (r) => r.set('series', 'one-to-one', { until: '2012-10-10' }), then: { [`${ONE}@paper`]: 'not-met' }, says: { [ONE]: /ended on 10 October 2012/ } },
  { name: 'nothing fell due in so short a look-back', lookBack: 'P1D', then: { [`${ONE}@practice`]: 'not-known' }, neverSays: { [ONE]: /began on/ } },
  {
    name: 'a series whose frequency was changed is the same series',
    change: (r) => {
      r.set('series', 'one-to-one', { until: '2012-12-01', frequency: 'P2M' });
      r.put('series', { ...r.get('series', 'one-to-one'), from: '2012-12-01', until: undefined, frequency: 'P1M' });
    },
    then: { [ONE]: 'secured' }, says: { [ONE]: /12 of the 12/ },
  },
  { name: 'one-to-ones in people’s own notes', change: (r) => meetingsOf(r, 'one-to-one', upTo(12), { record: 'own-notes' }), then: { [ONE]: 'secured', [KEPT]: 'on-paper-only' }, says: { [KEPT]: /12 of them are only in somebody’s own notes/ } },
  { name: 'one meeting without a record', change: (r) => meetingsOf(r, 'one-to-one', [1], { record: 'none' }), then: { [KEPT]: 'secured' }, says: { [KEPT]: /One of them has no record/ } },
  { name: 'two meetings without a record', change: (r) => meetingsOf(r, 'one-to-one', [1, 2], { record: 'none' }), then: { [`${KEPT}@practice`]: 'partly' } },
  { name: 'no agenda was issued', change: (r) => meetingsOf(r, 'one-to-one', upTo(12), { agenda: false }), then: { [`${KEPT}@practice`]: 'not-met' } },
  { name: 'a challenge without an answer', change: (r) => r.set('advice', 'to-education', { responses: [] }), then: { 'access.challenge': 'on-paper-only' } },
  { name: 'a challenge that was made yesterday', change: (r) => r.set('advice', 'to-education', { responses: [], on: '2012-12-09' }), then: { 'access.challenge@practice': 'does-not-apply', 'access.challenge': 'secured' } },
  { name: 'no challenge was made', change: (r) => r.drop('advice', 'to-education'), then: { 'access.challenge@practice': 'does-not-apply' } },
  { name: 'no challenge is on record, and advice may be missing', change: (r) => (r.drop('advice', 'to-education'), r.incomplete('advice')), then: { 'access.challenge@practice': 'not-known', 'access.challenge': 'not-known' }, says: { 'access.challenge': /Challenges between .* does not say that it has all its advice/ } },
  { name: 'no refusal is on record, and advice may be missing', change: (r) => r.incomplete('advice'), then: { 'governance.conflict-resolution@practice': 'not-known' } },
  { name: 'a part given to a person by name', change: (r) => r.all('provisions').forEach(({ gives }) => (gives as Record<string, unknown>[]).forEach((one) => one['to'] === 'director' && one['responsibility'] === 'challenges' && (one['to'] = 'p-director'))), then: { 'access.challenge': 'person-dependent' } },
];
