import { addDays, date } from '../../src/kernel/date.ts';

type Raw = Record<string, unknown>;

export const AS_AT = date('2012-12-10');
export const WINDOW = { from: date('2011-12-11'), until: date('2012-12-11') };

/** What is amiss in a register: nothing, what happens in practice and on paper, or who holds what and where the lines run. */
export type Amiss = 'nothing' | 'practice' | 'structure';

const RECORDS = 1993;
const POSTS = 300;

/** A plainly fictional register of 1,993 records in which the dozen are so, or half of them are not. The same every time. */
export function twelveRegister(amiss: Amiss): Raw {
  const practice = amiss === 'practice';
  const structure = amiss === 'structure';
  const named: Raw[] = [
    { id: 'chief-executive', designations: ['head-of-paid-service'] },
    { id: 'director', designations: ['director-of-social-services'], reportsTo: structure ? 'education' : 'chief-executive' },
    { id: 'head-adults', reportsTo: 'director' },
    { id: 'head-children', reportsTo: 'director' },
    { id: 'education', reportsTo: 'chief-executive' },
  ];
  const posts = Array.from({ length: POSTS }, (_, n): Raw => ({ title: `Post ${n}`, ...(named[n] ?? { id: `post-${n}`, reportsTo: n < 20 ? ['head-adults', 'head-children', 'education'][n % 3] : `post-${Math.max(5, Math.floor(n / 4))}` }) }));
  const id = (n: number): string => String(posts[n]?.['id']);
  const persons = Array.from({ length: POSTS + 40 }, (_, n) => ({ id: `p${n}`, name: `Fictional Person ${n}` }));
  const vacant = (n: number): boolean => structure && n === 1;
  const appointments = [
    ...posts.flatMap((_, n) => (vacant(n) ? [] : [{ id: `a${n}`, person: `p${n}`, post: id(n), basis: 'permanent', from: '2010-03-01' }])),
    ...Array.from({ length: 40 }, (_, n) => ({ id: `former-${n}`, person: `p${POSTS + n}`, post: id(n), basis: 'permanent', from: '2005-03-01', until: '2010-03-01' })),
  ];
  const types = ['corporate-management-team', 'scrutiny-committee', 'children-safeguarding-board', 'cabinet', 'forum', 'working-group'];
  const bodies = Array.from({ length: 20 }, (_, n) => ({ id: `body-${n}`, name: `Body ${n}`, type: types[Math.min(n, 4 + (n % 2))] }));
  const seats = [
    { id: 'director-cmt', body: 'body-0', holder: 'director', role: practice ? 'in-attendance' : 'member' },
    { id: 'board', body: 'body-2', holder: structure ? 'education' : 'head-children', role: 'member' },
    ...Array.from({ length: 118 }, (_, n) => ({ id: `seat-${n}`, body: `body-${3 + (n % 17)}`, holder: id(5 + n), role: n % 7 === 0 ? 'chair' : 'member' })),
  ];
  const functions = Array.from({ length: 8 }, (_, n) => ({
    id: `function-${n}`, name: `Function ${n}`, group: n % 2 === 0 ? 'adult' : 'children', delivery: 'direct', ledBy: n < 6 ? id([24, 30, 6, 27, 28, 9][n] ?? 6) : 'education',
  }));
  const series = [
    ...(structure ? [] : [{ id: 'one-to-one', title: 'One-to-one', between: ['chief-executive', 'director'], frequency: 'P1M', formal: { agenda: true, record: true } }]),
    ...bodies.map(({ id: body }) => ({ id: `of-${body}`, title: `Meetings of ${body}`, body, frequency: 'P1M' })),
    ...[0, 1, 2].map((n) => ({ id: `between-${n}`, title: `Managers ${n}`, between: [id(6 + n), id(10 + n)], frequency: 'P1M' })),
  ];
  const instruments = [
    ...[0, 1, 2].map((n) => ({ id: `framework-${n}`, title: `Framework ${n}`, type: 'framework', state: 'agreed', version: 2, parties: ['chief-executive', 'director', 'head-children', 'education'], agreedOn: '2011-06-01', reviewBy: practice && n === 1 ? '2012-06-01' : '2013-06-01' })),
    { id: 'old-framework', title: 'Old framework', type: 'framework', state: 'superseded', version: 1, parties: ['chief-executive'], agreedOn: '2006-06-01', reviewBy: '2008-06-01' },
    ...Array.from({ length: 36 }, (_, n) => ({ id: `paper-${n}`, title: `Paper ${n}`, type: ['protocol', 'policy', 'constitution'][n % 3], state: 'agreed', version: 1, parties: [id(5 + n)], agreedOn: '2011-01-10', reviewBy: '2014-01-10' })),
  ];
  const provisions = Array.from({ length: 80 }, (_, n) => {
    const over = n < 2 ? (practice && n === 1 ? 'function-0' : `function-${6 + n}`) : undefined;
    return { id: `provision-${n}`, instrument: n < 2 ? 'framework-0' : `paper-${n % 36}`, number: n + 1, text: `Clause ${n}.`, gives: [{ to: n < 2 ? 'director' : id(5 + n), responsibility: n < 2 ? 'accountable' : 'reports', ...(over === undefined ? { over: 'budget' } : { over }) }] };
  });
  const agreements = [
    ...[0, 1, 2].flatMap((n) => [0, 1, 3, 4].map((party) => ({ id: `ag-${n}-${party}`, instrument: `framework-${n}`, version: 2, party: id(party), signedBy: practice && n === 2 && party === 4 ? `p${POSTS + 4}` : `p${party}`, on: '2011-06-01' }))),
    ...Array.from({ length: 88 }, (_, n) => ({ id: `ag-old-${n}`, instrument: n < 12 ? `framework-${n % 3}` : `paper-${n % 36}`, version: 1, party: id([0, 1, 3, 4][n % 4] ?? 0), signedBy: `p${POSTS + (n % 40)}`, on: '2009-06-01' })),
  ];
  const counted = { posts, persons, appointments, bodies, seats, functions, series, instruments, provisions, agreements };
  const room = RECORDS - Object.values(counted).reduce((sum, list) => sum + list.length, 0);
  return {
    register: { id: `twelve-${amiss}`, authority: { name: 'A made-up council (fictional)', nation: 'wales' }, completeFor: [...Object.keys(counted), 'meetings'], asAt: AS_AT },
    ...counted,
    meetings: [...meetingsThatCount(practice, !structure), ...others(room - 36 + (structure ? 12 : 0))],
  };
}

const inYear = (n: number) => addDays(WINDOW.from, 5 + n * 30);

/** Twelve of each that the dozen ask about: one-to-ones, scrutiny, and the management team. */
function meetingsThatCount(practice: boolean, oneToOne: boolean): readonly Raw[] {
  return Array.from({ length: 12 }, (_, n) => n).flatMap((n) => [
    ...(oneToOne ? [{ id: `one-${n}`, series: 'one-to-one', on: inYear(n), held: n < (practice ? 9 : 11), agenda: true, record: n === 0 || (practice && n === 1) ? 'own-notes' : 'notes', attended: ['chief-executive', 'director'] }] : []),
    { id: `scrutiny-${n}`, series: 'of-body-1', on: inYear(n), held: true, agenda: true, record: 'minutes', attended: ['director'], items: items(n < (practice ? 3 : 5) ? 'safeguarding' : 'budget') },
    { id: `team-${n}`, series: 'of-body-0', on: inYear(n), held: true, agenda: true, record: 'minutes', attended: ['chief-executive', ...(n < (practice ? 8 : 10) ? ['director'] : [])], items: items('budget') },
  ]);
}

/** Meetings of other bodies, and those of other years. */
const others = (count: number): readonly Raw[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `meeting-${n}`, series: n % 10 === 0 ? `of-body-${(n / 10) % 3}` : `of-body-${3 + (n % 17)}`, on: addDays(AS_AT, n % 10 === 0 ? -(400 + (n % 700)) : -(n % 900)), held: n % 9 !== 0, agenda: n % 8 !== 0, record: ['minutes', 'notes', 'none'][n % 3], attended: ['chief-executive', 'head-adults'], items: items('safeguarding'),
  }));

const items = (theme: string): readonly Raw[] => [{ number: 1, title: 'One', themes: [theme] }, { number: 2, title: 'Two', themes: ['workforce'] }];
