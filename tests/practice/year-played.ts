import type { Diagnosis } from '../../src/assessment/diagnosis.ts';
import type { AuthorityAtWork } from './authority-at-work.ts';

type Moves = Readonly<Record<string, `${Diagnosis} → ${Diagnosis}`>>;

/** A month of an authority: what its people do, and every diagnosis that is another at its end. */
export interface Month {
  readonly ends: string;
  readonly in: string;
  readonly happens: (council: AuthorityAtWork) => Promise<void>;
  readonly moves: Moves;
}

const SAFEGUARDING = { title: { en: 'Safeguarding referrals', cy: 'Atgyfeiriadau diogelu' }, themes: ['safeguarding'] };
const PERFORMANCE = { title: { en: 'Performance', cy: 'Perfformiad' }, themes: ['performance'] };

/** The chief executive writes down the month’s one-to-one with the Director. */
const oneToOne = (council: AuthorityAtWork, month: string) => council.act('meeting.record-one-to-one', `${month}-15`, 'ann', { series: 'one-to-one', topics: [SAFEGUARDING, PERFORMANCE] }, 'chief');

const withLead = (council: AuthorityAtWork, on: string) => council.act('meeting.record-one-to-one', on, 'fay', { series: 'with-lead', topics: [SAFEGUARDING] }, 'lead');

/** A meeting of the management team, from the diary to its minutes; the Director raises all but one of its items. */
async function managementTeam(council: AuthorityAtWork, month: string): Promise<void> {
  const on = `${month}-20`;
  await council.act('meeting.schedule', `${month}-01`, 'eli', { series: 'cmt', on }, 'monitoring');
  const meeting = `cmt-${on}`;
  const items = [{ ...SAFEGUARDING, by: 'posts/director' }, { title: { en: 'Vacancies', cy: 'Swyddi gwag' }, themes: ['workforce'] }, { ...PERFORMANCE, by: 'posts/director' }, { title: { en: 'Next year’s budget', cy: 'Cyllideb y flwyddyn nesaf' }, themes: ['budget'], by: 'posts/director' }];
  await council.act('meeting.propose-item', `${month}-10`, 'eli', { meeting, items }, 'monitoring');
  await council.act('meeting.issue-agenda', `${month}-12`, 'eli', { meeting }, 'monitoring');
  await council.act('meeting.minute', on, 'eli', { meeting, attended: ['posts/chief', 'posts/director'], items: [{ number: '1', outcome: { en: 'Noted.', cy: 'Nodwyd.' } }] }, 'monitoring');
}

/** Each of those who speak for a party agrees the protocol as it stands. */
async function agreed(council: AuthorityAtWork, on: string, instrument: string, director: string): Promise<void> {
  const version = (await council.snapshot(on)).get(`instruments/${instrument}`)?.version;
  for (const [person, post] of [['ann', 'chief'], [director, 'director'], ['fay', 'lead']] as const) await council.act('protocol.agree', on, person, { instrument, party: `posts/${post}`, version }, post);
}

const clause = (en: string, cy: string, responsibility: string, towards: string) => ({ text: { en, cy }, gives: [{ to: 'director', responsibility, towards }] });
const PROTOCOL = {
  title: { en: 'Protocol on the statutory role', cy: 'Protocol ar y rôl statudol' }, type: 'protocol', parties: ['chief', 'director', 'lead'], reviewBy: '2014-04-01',
  provisions: [
    clause('The Director answers to the Chief Executive.', 'Mae’r Cyfarwyddwr yn atebol i’r Prif Weithredwr.', 'reports', 'chief'),
    clause('The Director may challenge any directorate.', 'Caiff y Cyfarwyddwr herio unrhyw gyfarwyddiaeth.', 'challenges', 'chief'),
    clause('The Director advises the lead member directly.', 'Mae’r Cyfarwyddwr yn cynghori’r aelod arweiniol yn uniongyrchol.', 'advises', 'lead'),
  ],
};
const PROTOCOL_ID = 'protocol-on-the-statutory-role';

const challenges = async (council: AuthorityAtWork, on: string) => (await council.snapshot(on)).where('advice', 'nature', 'challenge');

export const YEAR: readonly Month[] = [
  { in: 'January: the one-to-ones begin to be written down', ends: '2013-01-31', happens: (council) => oneToOne(council, '2013-01'), moves: {
      'access.one-to-one': 'not-known → secured',
      'access.one-to-one-recorded': 'on-paper-only → secured',
    } },
  { in: 'February: the management team is minuted', ends: '2013-02-28', async happens(council) { await oneToOne(council, '2013-02'); await managementTeam(council, '2013-02'); }, moves: {
      'access.corporate-management-team': 'on-paper-only → secured',
      'access.budget': 'exposed → despite-the-arrangements',
      'workforce.plan': 'exposed → despite-the-arrangements',
    } },
  { in: 'March: the Director meets the lead member', ends: '2013-03-31', async happens(council) { await oneToOne(council, '2013-03'); await managementTeam(council, '2013-03'); await withLead(council, '2013-03-11'); }, moves: {
      'access.lead-member': 'not-known → secured',
      'access.members-recorded': 'on-paper-only → secured',
    } },
  {
    in: 'April: a protocol is negotiated and agreed by all three parties', ends: '2013-04-30', moves: {
      'access.advice': 'exposed → on-paper-only',
      'access.challenge': 'despite-the-arrangements → secured',
      'access.head-involved': 'exposed → despite-the-arrangements',
      'access.head-satisfied': 'exposed → on-paper-only',
      'councillors.protocol': 'despite-the-arrangements → secured',
      'governance.single-protocol': 'despite-the-arrangements → secured',
      'governance.head-of-paid-service': 'exposed → secured',
      'governance.current-holders': 'despite-the-arrangements → secured',
      'governance.reviewed': 'exposed → secured',
      'governance.after-change': 'despite-the-arrangements → secured',
    },
    async happens(council) {
      await oneToOne(council, '2013-04');
      await council.act('protocol.draft', '2013-04-02', 'ann', PROTOCOL, 'chief');
      await council.act('protocol.open', '2013-04-03', 'ann', { instrument: PROTOCOL_ID }, 'chief');
      await agreed(council, '2013-04-10', PROTOCOL_ID, 'ben');
    },
  },
  {
    in: 'May: it is told to councillors, officers and the health board, of whom the board does not answer', ends: '2013-05-31', moves: {
      'councillors.briefed': 'exposed → despite-the-arrangements',
      'governance.communicated': 'exposed → on-paper-only',
    },
    async happens(council) {
      await oneToOne(council, '2013-05');
      await council.act('protocol.communicate', '2013-05-07', 'eli', { instrument: PROTOCOL_ID, to: ['bodies/council', 'posts/adults', 'organisations/health'] }, 'monitoring');
      for (const { id, to } of (await council.snapshot('2013-05-07')).all('communications')) {
        if (to === 'bodies/council') await council.act('communication.acknowledge', '2013-05-09', 'gwen', { communication: id }, 'chair');
        if (to === 'posts/adults') await council.act('communication.acknowledge', '2013-05-09', 'cai', { communication: id }, 'adults');
      }
    },
  },
  {
    in: 'June: councillors are entitled to a report and briefed; the lead member is advised', ends: '2013-06-30', moves: {
      'access.advice': 'on-paper-only → secured',
      'councillors.entitlement': 'exposed → not-known',
      'performance.councillors': 'on-paper-only → not-known',
      'scrutiny.support': 'exposed → not-known',
    },
    async happens(council) {
      await oneToOne(council, '2013-06');
      await managementTeam(council, '2013-06');
      await withLead(council, '2013-06-11');
      await council.act('entitlement.set', '2013-06-04', 'eli', { holder: 'posts/lead', information: { en: 'Performance report', cy: 'Adroddiad perfformiad' }, themes: ['performance'], form: 'A paper', frequency: 'P3M' }, 'monitoring');
      await council.act('briefing.give', '2013-06-10', 'ben', { subject: { en: 'What the Director answers for', cy: 'Yr hyn y mae’r Cyfarwyddwr yn atebol amdano' }, themes: ['performance'], to: ['posts/lead', 'posts/chair'] }, 'director');
      await council.act('advice.raise', '2013-06-12', 'ben', { nature: 'advice', to: 'posts/lead', theme: 'resources', subject: { en: 'Capacity of the assessment team', cy: 'Capasiti’r tîm asesu' } }, 'director');
    },
  },
  {
    in: 'July: the Director challenges, and is refused', ends: '2013-07-31', moves: {
      'governance.conflict-resolution': 'despite-the-arrangements → exposed',
    },
    async happens(council) {
      await oneToOne(council, '2013-07');
      await council.act('advice.raise', '2013-07-02', 'ben', { nature: 'challenge', to: 'posts/chief', theme: 'workforce', subject: { en: 'The freeze on recruitment', cy: 'Rhewi recriwtio' } }, 'director');
      const [challenge] = await challenges(council, '2013-07-02');
      await council.act('advice.respond', '2013-07-08', 'ann', { advice: challenge?.id, outcome: 'not-accepted', reason: { en: 'There is no money for it.', cy: 'Nid oes arian ar ei gyfer.' } }, 'chief');
    },
  },
  {
    in: 'August: the challenge goes on to the monitoring officer, who accepts it in time', ends: '2013-08-31', moves: {
      'governance.conflict-resolution': 'exposed → despite-the-arrangements',
    },
    async happens(council) {
      await oneToOne(council, '2013-08');
      const [challenge] = await challenges(council, '2013-07-31');
      await council.act('advice.escalate', '2013-08-01', 'ben', { advice: challenge?.id }, 'director');
      const next = (await challenges(council, '2013-08-01')).find(({ to }) => to === 'posts/monitoring');
      await council.act('advice.respond', '2013-08-09', 'eli', { advice: next?.id, outcome: 'accepted', reason: { en: 'Posts that safeguard are filled.', cy: 'Llenwir swyddi sy’n diogelu.' } }, 'monitoring');
    },
  },
  {
    in: 'September: the Director leaves', ends: '2013-09-30', moves: {
      'access.agenda': 'exposed → despite-the-arrangements',
      'access.minutes': 'on-paper-only → secured',
      'competencies.knowledge': 'not-known → exposed',
      'competencies.experience': 'not-known → exposed',
      'competencies.political': 'not-known → exposed',
      'competencies.mentoring': 'not-known → exposed',
      'councillors.entitlement': 'not-known → secured',
      'designation.post': 'person-dependent → on-paper-only',
      'designation.one-officer': 'person-dependent → on-paper-only',
      'designation.recruitment': 'not-known → exposed',
      'leadership.professional-lead': 'not-known → despite-the-arrangements',
      'performance.framework': 'exposed → not-known',
      'performance.corporate': 'exposed → despite-the-arrangements',
      'performance.councillors': 'not-known → secured',
    },
    async happens(council) {
      await oneToOne(council, '2013-09');
      await managementTeam(council, '2013-09');
      await withLead(council, '2013-09-11');
      await council.enter('record.end', '2013-09-30', { kind: 'appointments', id: 'ben', from: '2013-09-30' });
    },
  },
  {
    in: 'October: a new Director comes, and inherits a protocol that somebody else agreed', ends: '2013-10-31', moves: {
      'competencies.knowledge': 'exposed → not-known',
      'competencies.experience': 'exposed → not-known',
      'competencies.political': 'exposed → not-known',
      'competencies.mentoring': 'exposed → not-known',
      'designation.post': 'on-paper-only → person-dependent',
      'designation.recruitment': 'exposed → not-known',
      'governance.head-of-paid-service': 'secured → on-paper-only',
      'governance.current-holders': 'secured → despite-the-arrangements',
      'leadership.professional-lead': 'despite-the-arrangements → not-known',
    },
    async happens(council) {
      await council.enter('record.put', '2013-10-14', { kind: 'appointments', id: 'huw', from: '2013-10-14', body: { person: 'huw', post: 'director', basis: 'permanent' } });
      await oneToOne(council, '2013-10');
    },
  },
  {
    in: 'November: the protocol is renewed by those who now hold the posts', ends: '2013-11-30', moves: {
      'governance.head-of-paid-service': 'on-paper-only → secured',
      'governance.current-holders': 'despite-the-arrangements → secured',
      'governance.communicated': 'on-paper-only → exposed',
    },
    async happens(council) {
      await oneToOne(council, '2013-11');
      await council.act('protocol.renew', '2013-11-04', 'ann', { instrument: PROTOCOL_ID, reviewBy: '2014-11-01' }, 'chief');
      await council.act('protocol.open', '2013-11-05', 'ann', { instrument: `${PROTOCOL_ID}-renewed` }, 'chief');
      await agreed(council, '2013-11-12', `${PROTOCOL_ID}-renewed`, 'huw');
    },
  },
  {
    in: 'December: the chief executive signs the yearly statement; the quarter’s report to the lead member does not come', ends: '2013-12-31', moves: {
      'access.head-satisfied': 'on-paper-only → secured',
      'councillors.entitlement': 'secured → on-paper-only',
      'performance.councillors': 'secured → on-paper-only',
    },
    async happens(council) {
      await oneToOne(council, '2013-12');
      await managementTeam(council, '2013-12');
      await withLead(council, '2013-12-11');
      await council.act('statement.draft', '2013-12-16', 'ann', {}, 'chief');
      const statement = (await council.snapshot('2013-12-16')).all('statements')[0]?.id;
      await council.act('statement.reserve', '2013-12-16', 'ann', { statement, text: { en: 'The budget has no clause yet.', cy: 'Nid oes cymal i’r gyllideb eto.' }, expectations: ['access.budget'] }, 'chief');
      await council.act('statement.sign', '2013-12-17', 'ann', { statement }, 'chief');
    },
  },
];
