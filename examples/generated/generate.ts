import { addDays, date, type CalendarDate } from '../../src/kernel/date.ts';

type Raw = Record<string, unknown>;

/** A register in the shape of a register file: its header under `register`, its records under their kinds. */
export type GeneratedRegister = { readonly register: Raw } & Readonly<Record<string, readonly Raw[] | Raw>>;

export interface Size {
  /** The same seed and size give the same register. */
  readonly seed: number;
  /** About how many records; the least is some 250, for the arrangements that every authority has. */
  readonly records: number;
  /** How many people hold posts; a seventh of the records, at least 20, when absent. */
  readonly people?: number;
}

const AS_AT = date('2012-12-10');
const THEMES = ['safeguarding', 'workforce', 'performance', 'budget', 'partnership', 'service-quality'];
const FUNCTIONS = [
  'adult-care', 'older-people', 'learning-disability', 'mental-health', 'physical-disability', 'carers', 'adult-protection', 'commissioning',
  'child-protection', 'looked-after-children', 'fostering', 'adoption', 'children-in-need', 'youth-offending', 'disabled-children', 'leaving-care',
];

/** A plainly fictional authority, whole enough to be judged, some of it amiss: every run of the same size is the same. */
export function generateAuthority({ seed, records, people = Math.max(20, Math.floor(records / 7)) }: Size): GeneratedRegister {
  const chance = numbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const dual = chance() < 0.3;

  const posts: Raw[] = [
    { id: 'chief-executive', title: 'Chief Executive', designations: ['head-of-paid-service'] },
    { id: 'director', title: 'Director of Social Services', designations: ['director-of-social-services'], reportsTo: 'chief-executive' },
    { id: 'education', title: 'Director of Education', designations: ['director-of-education', 'lead-director-children'], reportsTo: 'chief-executive' },
    { id: 'people', title: 'Director of Human Resources', designations: ['director-of-human-resources'], reportsTo: 'chief-executive' },
    { id: 'head-adults', title: 'Head of Adult Services', designations: ['head-of-adult-services'], reportsTo: 'director' },
    { id: 'head-children', title: 'Head of Children’s Services', designations: ['head-of-children-services'], reportsTo: dual ? 'education' : 'director' },
    { id: 'lead-member', title: 'Cabinet Member for Social Services', designations: ['lead-member-social-services'] },
    { id: 'leader', title: 'Leader of the Council', designations: ['leader'] },
  ];
  while (posts.length < people) {
    const above = posts.length < 30 ? pick(['head-adults', 'head-children']) : `post-${8 + Math.floor(chance() * Math.min(22, posts.length - 8))}`;
    posts.push({ id: `post-${posts.length}`, title: `Manager ${posts.length}`, reportsTo: above });
  }
  const persons = posts.map((_, index) => ({ id: `p${index}`, name: `Fictional Person ${index}` }));
  const appointments = posts.map(({ id }, index) => ({ id: `a${index}`, person: `p${index}`, post: id, basis: chance() < 0.9 ? 'permanent' : 'interim', from: addDays(AS_AT, -400 - Math.floor(chance() * 2000)) }));

  const bodies: Raw[] = [
    { id: 'council', name: 'Council', type: 'council' }, { id: 'cabinet', name: 'Cabinet', type: 'cabinet' },
    { id: 'scrutiny', name: 'Social Services Scrutiny Committee', type: 'scrutiny-committee', remit: ['safeguarding', 'workforce', ...FUNCTIONS.slice(0, 8)] },
    { id: 'cmt', name: 'Corporate Management Team', type: 'corporate-management-team', remit: ['performance', 'budget'] },
    { id: 'dmt', name: 'Social Services Management Team', type: 'departmental-management-team' },
    { id: 'lscb', name: 'Local Safeguarding Children Board', type: 'children-safeguarding-board' },
    { id: 'aapc', name: 'Area Adult Protection Committee', type: 'adult-protection-committee' },
    { id: 'lsb', name: 'Local Service Board', type: 'local-service-board' },
  ];
  const seats: Raw[] = bodies.flatMap(({ id: body }) =>
    ['director', 'chief-executive', 'head-adults', 'head-children', 'lead-member'].map((holder, index) => ({ id: `${String(body)}-${holder}`, body, holder, role: index === 0 && chance() < 0.2 ? 'chair' : chance() < 0.9 ? 'member' : 'in-attendance' })),
  );
  const functions = FUNCTIONS.map((id, index) => ({ id, name: id.replaceAll('-', ' '), group: index < 8 ? 'adult' : 'children', delivery: pick(['direct', 'partnership', 'purchased']), ledBy: index < 8 ? 'head-adults' : 'head-children' }));

  const series: Raw[] = [
    { id: 'one-to-one', title: 'One-to-one', between: ['chief-executive', 'director'], frequency: 'P1M', formal: { agenda: true, record: true } },
    { id: 'lead-member', title: 'Lead member', between: ['director', 'lead-member'], frequency: 'P1M', formal: { agenda: true, record: chance() < 0.5 } },
    { id: 'leader', title: 'Leader', between: ['director', 'leader'], frequency: 'P3M', formal: { agenda: true, record: true } },
    ...bodies.map(({ id, name }) => ({ id: `of-${String(id)}`, title: name, body: id, frequency: pick(['P2W', 'P1M', 'P3M']), formal: { agenda: true, record: true } })),
  ];
  const instruments: Raw[] = [
    { id: 'constitution', title: 'Constitution', type: 'constitution', state: 'agreed', version: 1, agreedOn: '2010-05-01', reviewBy: '2013-05-01' },
    { id: 'framework', title: 'Framework for the Director’s role', type: 'framework', state: 'agreed', version: 2, parties: ['chief-executive', 'director', 'education'], agreedOn: '2011-06-01', reviewBy: chance() < 0.7 ? '2013-06-01' : '2012-06-01' },
    { id: 'procedure', title: 'Resolving conflicts', type: 'conflict-resolution-procedure', state: 'agreed', version: 1, agreedOn: '2010-05-01', reviewBy: '2014-05-01' },
    { id: 'job', title: 'Job description', type: 'job-description', state: 'agreed', version: 1, agreedOn: '2010-01-10', parties: ['director'] },
  ];
  const agreements = ['chief-executive', 'director', 'education'].map((party, index) => ({ id: `ag-${party}`, instrument: 'framework', version: 2, party, signedBy: chance() < 0.85 ? `p${index}` : 'p8', on: '2011-06-01' }));
  const provisions: Raw[] = ['leadership', 'access', 'performance', 'safeguarding', 'workforce', 'partnership'].map((over, index) => ({
    id: `pv-${over}`, instrument: pick(['constitution', 'framework']), number: index + 1, text: `On ${over}.`, gives: [{ to: 'director', responsibility: 'accountable', over }, { to: 'chief-executive', responsibility: 'is-informed', over }],
  }));
  const indicators = functions.map(({ id }, index) => ({ id: `i-${id}`, code: `SC/${index}`, title: `Measure of ${id}`, theme: 'performance', function: id, better: pick(['higher', 'lower']), target: 80 }));

  const meetings: Raw[] = [];
  const observations: Raw[] = [];
  const fixed = () => posts.length * 3 + bodies.length + seats.length + functions.length + series.length + instruments.length + agreements.length + provisions.length + indicators.length;
  const room = Math.max(0, records - fixed());
  for (let index = 0; index < Math.floor(room * 0.6); index += 1) meetings.push(meeting(index, pick(series), chance, pick));
  for (let index = 0; index < Math.ceil(room * 0.4); index += 1) {
    const from = addDays(AS_AT, -Math.floor(chance() * 1000));
    observations.push({ id: `o${index}`, indicator: (indicators[index % indicators.length] as Raw)['id'], period: { from, until: addDays(from, 90) }, value: Math.round(60 + chance() * 40), status: chance() < 0.9 ? 'final' : 'provisional' });
  }
  return {
    register: { id: `generated-${seed}`, authority: { name: `Generated Council ${seed} (fictional)`, nation: 'wales' }, pack: 'wales-2009', completeFor: ['posts', 'appointments', 'bodies', 'seats', 'functions', 'instruments', 'provisions', 'agreements', 'series'], asAt: AS_AT },
    posts, persons, appointments, bodies, seats, functions, series, instruments, agreements, provisions, indicators, meetings, observations,
  };
}

function meeting(index: number, series: Raw, chance: () => number, pick: <T>(list: readonly T[]) => T): Raw {
  const on: CalendarDate = addDays(AS_AT, -Math.floor(chance() * 700));
  const attended = ['chief-executive', 'director', 'head-adults', 'head-children'].filter(() => chance() < 0.85);
  const items = Array.from({ length: 2 + Math.floor(chance() * 3) }, (_, number) => ({ number: number + 1, title: `Item ${number + 1}`, themes: [pick(THEMES)], functions: [pick(FUNCTIONS)], by: pick(['director', 'chief-executive']) }));
  return { id: `m${index}`, series: series['id'], on, held: chance() < 0.95, agenda: chance() < 0.9, record: pick(['minutes', 'minutes', 'notes', 'own-notes']), attended, items };
}

/** Numbers from 0 to 1 that look random and follow from the seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
