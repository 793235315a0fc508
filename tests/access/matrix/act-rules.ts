import type { Somebody } from './people.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What the matrix knows by hand of one act: what it is asked, and of whom the act itself says no though the table says yes. */
export interface ActRule {
  /** All that the act needs beside the record that it is done to. @param idOf the id of what the authority calls by the name @param record the name of the record */
  readonly asks: (idOf: (name: string) => string, record: string, fields: Fields) => Fields;
  /** Whether the act may be done to the record in a state in which the table allows it, by somebody whom the table allows. */
  readonly may: (who: Somebody, record: string) => boolean;
}

const holds = (...posts: readonly string[]) => ({ holds: held }: Somebody): boolean => posts.some((post) => held.includes(`posts/${post}`));
const always = (): boolean => true;
const of = (...records: readonly string[]) => (_: Somebody, record: string): boolean => records.includes(record);
const by = (rules: Readonly<Record<string, (who: Somebody) => boolean>>) => (who: Somebody, record: string): boolean => rules[record]?.(who) ?? false;
const plain = (fields: Fields) => () => fields;

/** Somebody who neither chairs nor keeps minutes speaks for no body. Nobody chairs the management team. */
const SPEAK = by({ negotiated: holds('director', 'monitoring') });

/** By the name of each act of each area: one that is not here fails the matrix. */
export const ACT_RULES: Readonly<Record<string, ActRule>> = {
  'protocol.draft': { asks: (idOf) => ({ title: 'Taken', type: 'protocol', parties: [`posts/${idOf('director')}`, `posts/${idOf('chief')}`] }), may: always },
  'protocol.open': { asks: plain({}), may: of('readying') },
  'protocol.comment': { asks: plain({ comment: 'Taken' }), may: SPEAK },
  'protocol.propose': { asks: plain({ wording: 'Taken' }), may: SPEAK },
  'protocol.adopt': { asks: plain({}), may: of('proposal') },
  'protocol.decline': { asks: plain({ reason: 'Taken' }), may: of('proposal') },
  'protocol.withdraw-amendment': { asks: plain({}), may: by({ proposal: holds('monitoring'), quarrel: holds('monitoring'), disputed: holds('director') }) },
  'protocol.dispute': { asks: (idOf) => ({ amendment: idOf('proposal') }), may: SPEAK },
  // The challenge that it became waits for its answer.
  'protocol.settle': { asks: plain({ outcome: 'declined', reason: 'Taken' }), may: () => false },
  'protocol.agree': { asks: (idOf, _, { version }) => ({ party: `posts/${idOf('director')}`, version }), may: by({ public: holds('director') }) },
  'protocol.communicate': { asks: (idOf) => ({ to: [`posts/${idOf('desk')}`] }), may: always },
  'communication.acknowledge': { asks: plain({}), may: by({ told: holds('desk'), briefed: holds('ward') }) },
  'protocol.renew': { asks: plain({}), may: always },
  'protocol.withdraw': { asks: plain({}), may: always },

  'meeting.schedule': { asks: (idOf) => ({ series: idOf('series'), on: '2013-01-15' }), may: always },
  'meeting.propose-item': { asks: plain({ items: [{ title: 'Taken' }] }), may: of('upcoming') },
  'meeting.issue-agenda': { asks: plain({}), may: of('upcoming') },
  'meeting.minute': { asks: plain({}), may: of('private', 'teammeeting', 'minuted') },
  'meeting.record-one-to-one': { asks: plain({ on: '2012-12-07', topics: [{ title: 'Taken' }] }), may: of('series') },
  'meeting.agree-record': { asks: plain({}), may: by({ private: (who) => who.person === 'pdirector' || holds('chief')(who), teammeeting: ({ person }) => person === 'pdirector', minuted: holds('director', 'chief') }) },
  'meeting.call-off': { asks: plain({ why: 'Taken' }), may: of('upcoming') },
  'action.add': { asks: (idOf) => ({ what: 'Taken', owner: idOf('desk'), due: '2013-02-01' }), may: always },
  'action.report': { asks: plain({ state: 'delayed' }), may: by({ follow: holds('director'), ofbarrier: holds('desk'), ofstatement: holds('finance') }) },
  'action.accept': { asks: plain({ outcome: 'no-further-action' }), may: by({ follow: (who) => !holds('director')(who), task: (who) => !holds('desk')(who), ofbarrier: holds('chief'), ofstatement: holds('chief') }) },
  'action.extend': { asks: plain({ to: '2013-06-01', why: 'Taken' }), may: by({ task: (who) => !holds('desk')(who), ofstatement: (who) => !holds('finance')(who) }) },

  'advice.raise': { asks: (idOf) => ({ nature: 'advice', to: `posts/${idOf('chief')}`, subject: 'Taken' }), may: (who) => !holds('chief')(who) },
  // Who is registered, and holds a post.
  'concern.bring': { asks: plain({ subject: 'Taken' }), may: holds('chief', 'director', 'social') },
  'advice.respond': { asks: plain({ outcome: 'noted' }), may: by({ ...Object.fromEntries(['open', 'closed', 'ofold', 'raised', 'late', 'overdue', 'ofdispute', 'ofquarrel'].map((name) => [name, holds('chief')])), asked: holds('director'), waiting: holds('director') }) },
  'advice.escalate': { asks: plain({}), may: by({ closed: holds('adults'), toteam: holds('team'), late: holds('team'), ofold: holds('director'), ofdispute: holds('director'), ofquarrel: holds('monitoring') }) },
  // Guidance knows of none that law reserves in Wales.
  'decision.start': { asks: plain({ decision: 'secure-authorisation', subject: 'Taken', from: '2012-12-10T07:00:00Z' }), may: () => false },
  'decision.hand-over': { asks: plain({}), may: of('running') },
  'decision.record': { asks: plain({ outcome: 'Taken', decidedAt: '2012-12-10T08:30:00Z' }), may: by({ running: holds('director') }) },

  'entitlement.set': { asks: (idOf) => ({ holder: `posts/${idOf('ward')}`, information: 'Taken', form: 'report', frequency: 'P1Y' }), may: always },
  'briefing.give': { asks: (idOf) => ({ subject: 'Taken', to: [`posts/${idOf('ward')}`] }), may: always },
  'programme.add': { asks: (idOf) => ({ body: idOf('committee'), topic: 'Taken', themes: ['safeguarding'] }), may: always },
  'question.ask': { asks: (idOf) => ({ askedBy: `bodies/${idOf('committee')}`, of: idOf('director'), text: 'Taken' }), may: ({ holds: held, roles }) => held.includes('bodies/committee') || roles.includes('democratic-services') },
  'question.answer': { asks: plain({ text: 'Taken', kind: 'full' }), may: by({ question: holds('director'), unanswered: holds('director') }) },
  'question.accept': { asks: plain({ satisfied: true }), may: by({ question: ({ person }) => person === 'pward' }) },

  'statement.draft': { asks: plain({}), may: holds('chief') },
  'statement.reserve': { asks: plain({ text: 'Taken' }), may: holds('chief') },
  // The draft of the seed tells of no verdict that there is.
  'statement.sign': { asks: plain({}), may: () => false },
  'statement.withdraw': { asks: plain({}), may: holds('chief') },
  'barrier.raise': { asks: plain({ what: 'Taken' }), may: always },
  'barrier.respond': { asks: plain({ text: 'Taken' }), may: always },
  'barrier.resolve': { asks: plain({ outcome: 'accepted', text: 'Taken' }), may: always },
};

/** References that acts take beside their record: each with a hidden one must be answered as with one that is not there. */
export const REFERENCES: readonly { readonly act: string; readonly name?: string; readonly with: (ref: string) => Fields }[] = [
  { act: 'action.add', with: (arisingFrom) => ({ arisingFrom }) },
  { act: 'advice.raise', with: (arisingFrom) => ({ arisingFrom }) },
  { act: 'barrier.raise', with: (ref) => ({ about: [ref] }) },
  { act: 'meeting.propose-item', name: 'upcoming', with: (proposedBecause) => ({ items: [{ title: 'Taken', proposedBecause }] }) },
  { act: 'meeting.minute', name: 'teammeeting', with: (proposedBecause) => ({ items: [{ number: '9', title: 'Taken', proposedBecause }] }) },
  { act: 'meeting.record-one-to-one', name: 'series', with: (proposedBecause) => ({ topics: [{ title: 'Taken', proposedBecause }] }) },
  { act: 'statement.reserve', name: 'statement', with: (ref) => ({ about: [ref] }) },
  // Words that look like a reference are words.
  { act: 'barrier.raise', with: (what) => ({ what }) },
  { act: 'action.add', with: (what) => ({ what }) },
];

/** The forms by which an act is done to a record that stands in the address, or that begins something, by the end of the route. */
export const FORMS: Readonly<Record<string, string>> = {
  '/meetings/:id/agenda': 'meeting.propose-item', '/meetings/:id/issue': 'meeting.issue-agenda', '/meetings/:id/minutes': 'meeting.minute', '/meetings/:id/agree': 'meeting.agree-record', '/meetings/:id/call-off': 'meeting.call-off',
  '/meetings/quick/:id': 'meeting.record-one-to-one',
  '/actions/:id/report': 'action.report', '/actions/:id/accept': 'action.accept', '/actions/:id/extend': 'action.extend',
  '/advice/:id/respond': 'advice.respond', '/advice/:id/escalate': 'advice.escalate',
  '/decisions/:id/hand-over': 'decision.hand-over', '/decisions/:id/record': 'decision.record',
  '/questions/:id/answer': 'question.answer', '/questions/:id/accept': 'question.accept',
  '/statement/:id/reserve': 'statement.reserve', '/statement/:id/sign': 'statement.sign', '/statement/:id/withdraw': 'statement.withdraw',
  '/barriers/:id/respond': 'barrier.respond', '/barriers/:id/close': 'barrier.resolve',
  '/instruments/:id/open': 'protocol.open', '/instruments/:id/comment': 'protocol.comment', '/instruments/:id/propose': 'protocol.propose', '/instruments/:id/agree': 'protocol.agree',
  '/instruments/:id/communicate': 'protocol.communicate', '/instruments/:id/renew': 'protocol.renew', '/instruments/:id/withdraw': 'protocol.withdraw',
  '/instruments/:id/clauses/:clause/comment': 'protocol.comment', '/instruments/:id/clauses/:clause/propose': 'protocol.propose', '/instruments/:id/clauses/:clause/leave-out': 'protocol.propose',
  '/instruments/:id/amendments/:amendment/adopt': 'protocol.adopt', '/instruments/:id/amendments/:amendment/decline': 'protocol.decline', '/instruments/:id/amendments/:amendment/withdraw': 'protocol.withdraw-amendment',
  '/instruments/:id/amendments/:amendment/dispute': 'protocol.dispute', '/instruments/:id/amendments/:amendment/settle': 'protocol.settle',
  '/communications/:id/acknowledge': 'communication.acknowledge',
  '/meetings/new': 'meeting.schedule', '/actions/new': 'action.add', '/advice/new': 'advice.raise', '/concern': 'concern.bring', '/decisions/new': 'decision.start',
  '/questions/new': 'question.ask', '/entitlements/new': 'entitlement.set', '/briefings/new': 'briefing.give', '/programme/new': 'programme.add',
  '/statement/draw-up': 'statement.draft', '/barriers/raise': 'barrier.raise', '/protocols/new': 'protocol.draft',
};
