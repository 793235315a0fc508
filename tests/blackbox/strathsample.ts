import { daysAfter, Register, type Row } from './register.ts';

/** Strathsample, a Scottish council that does not exist, in which the Chief Social Work Officer is secured on every expectation of `scotland-2008`. */
export function strathsample(): Register {
  const register = new Register({
    id: 'strathsample', authority: { name: 'Strathsample Council', nation: 'scotland' }, pack: 'scotland-2008', asAt: '2008-11-26',
    completeFor: [
      'posts', 'persons', 'appointments', 'bodies', 'seats', 'organisations', 'functions', 'instruments', 'provisions', 'agreements', 'communications', 'acknowledgements', 'series', 'meetings',
      'actions', 'advice', 'statutory-decisions', 'indicators', 'observations', 'plans', 'reports', 'claims', 'consultations', 'responses', 'points',
    ],
  });
  people(register);
  instruments(register);
  practice(register);
  return register;
}

const MONTHS = ['2007-12-10', '2008-01-07', '2008-02-04', '2008-03-03', '2008-04-07', '2008-05-05', '2008-06-02', '2008-07-07', '2008-08-04', '2008-09-01', '2008-10-06', '2008-11-03'];
const QUARTERS = ['2008-01-16', '2008-04-16', '2008-07-16', '2008-10-15'];
const THEMES = ['safeguarding', 'workforce', 'performance', 'budget', 'risk', 'reform', 'practice', 'access', 'partnership', 'service-quality', 'professional-standards', 'professional-leadership', 'professional-concern', 'statutory-duties', 'statutory-decisions', 'proper-officer', 'annual-report'];
const HEADS = ['head-adults', 'head-children', 'head-justice'];
const FUNCTIONS: Record<string, [string, string, string]> = {
  'community-care': ['adult', 'direct', 'head-adults'], 'care-homes': ['adult', 'purchased', 'head-adults'], 'mental-health': ['adult', 'partnership', 'head-adults'],
  'children-and-families': ['children', 'direct', 'head-children'], 'secure-care': ['children', 'purchased', 'head-children'], 'justice-work': ['both', 'direct', 'head-justice'],
};

function people(register: Register): void {
  const post = (id: string, title: string, designations: string[], reportsTo?: string): Row => ({ id, title, designations, ...(reportsTo === undefined ? {} : { reportsTo }) });
  register.put('posts', post('chief', 'Chief Executive', ['head-of-paid-service']), post('cswo', 'Director of Social Work', ['chief-social-work-officer'], 'chief'), post('head-adults', 'Head of Community Care', ['head-of-adult-services'], 'cswo'),
    post('head-children', 'Head of Children and Families', ['head-of-children-services'], 'cswo'), post('head-justice', 'Head of Justice', [], 'cswo'), post('leader', 'Leader', ['leader']), post('convener', 'Convener of Social Work', ['lead-member-social-services']));
  register.put('evidence', { id: 'career', title: 'Career record', url: 'https://example.org/career', from: '2005-01-01' });
  for (const { id } of register.all('posts')) {
    register.put('persons', { id: `p-${id}`, name: `Sample ${id}` });
    register.put('appointments', { id: `a-${id}`, person: `p-${id}`, post: id, basis: 'permanent', from: '2006-01-01', madeBy: 'council' });
  }
  const competencies = ['operational-management', 'strategic-management', 'management-expertise', 'administration-and-policy', 'post-qualifying-training'].map((id) => ({ id, shownBy: 'career' }));
  for (const id of ['p-cswo', 'p-head-adults']) register.set('persons', id, { competencies, registrations: [{ body: 'SSSC', number: 'S/1', from: '2004-01-01' }], qualifications: [{ award: 'CQSW', on: '1985-06-01' }] });
  register.put('organisations', { id: 'nhs', name: 'NHS Strathsample', type: 'health-board' });
  const body = (id: string, name: string, type: string): Row => ({ id, name, type });
  register.put('bodies', body('council', 'Council', 'council'), body('cmt', 'Corporate Management Team', 'corporate-management-team'), body('dmt', 'Departmental Team', 'departmental-management-team'), body('health', 'Community Health Partnership', 'partnership'), body('leaders', 'National leaders’ forum', 'forum'), body('staff', 'Staff forum', 'working-group'));
  register.put('seats', ...[['cmt', 'cswo', 'member'], ['dmt', 'cswo', 'chair'], ['health', 'cswo', 'member'], ['health', 'organisations/nhs', 'member'], ['leaders', 'cswo', 'member']].map(([on, holder, role], index) => ({ id: `seat-${index}`, body: on, holder, role })));
  register.put('functions', ...Object.entries(FUNCTIONS).map(([id, [group, delivery, ledBy]]) => ({ id, name: id, group, delivery, ledBy })));
}

function instruments(register: Register): void {
  const signer = (party: string): string => (register.all('posts').some(({ id }) => id === party) ? `p-${party}` : 'p-leader');
  const instrument = (id: string, type: string, ...parties: string[]): void => {
    register.put('instruments', { id, title: id, type, state: 'agreed', version: '1', parties, agreedOn: '2008-02-01', reviewBy: '2009-02-01', publishedAt: `https://example.org/${id}`, from: '2008-02-01' });
    for (const party of parties) register.put('agreements', { id: `${id}-${party}`, instrument: id, version: '1', party, signedBy: signer(party), on: '2008-02-01' });
    for (const to of ['staff', 'dmt', ...HEADS]) {
      register.put('communications', { id: `${id}-to-${to}`, of: id, to, on: '2008-03-01', how: 'Sent' });
      register.put('acknowledgements', { id: `${id}-by-${to}`, of: `${id}-to-${to}`, by: signer(to), on: '2008-03-10' });
    }
  };
  instrument('scheme', 'scheme-of-delegation', 'council');
  instrument('framework', 'framework', 'council', 'chief', 'cswo', ...HEADS);
  instrument('appointing', 'appointment-procedure', 'council');
  instrument('removing', 'removal-procedure', 'council');
  instrument('conflicts', 'conflict-resolution-procedure', 'chief', 'cswo');
  instrument('values', 'policy', 'cswo');
  instrument('job', 'job-description', 'cswo');
  let number = 0;
  const provision = (instrumentId: string, themes: string[], ...gives: [to: string, responsibility: string, over?: string | undefined, towards?: string][]): void => {
    number += 1;
    register.put('provisions', { id: `clause-${number}`, instrument: instrumentId, number: String(number), text: `Clause ${number}`, themes, gives: gives.map(([to, responsibility, over, towards]) => ({ to, responsibility, ...(over === undefined ? {} : { over }), ...(towards === undefined ? {} : { towards }) })) });
  };
  for (const over of THEMES) provision('framework', [over], ...['accountable', 'leads-profession', 'reports', 'advises', 'challenges'].map((part): [string, string, string] => ['cswo', part, over]));
  for (const to of ['council', 'chief', 'convener', 'leader', 'cmt', 'dmt', 'health', 'staff', ...HEADS]) provision('framework', ['access'], ['cswo', 'reports', undefined, to], ['cswo', 'advises', undefined, to], ['cswo', 'is-informed', 'performance', to], ['cswo', 'is-consulted', undefined, to]);
  provision('scheme', ['statutory-decisions', 'proper-officer'], ['cswo', 'decides', 'statutory-decisions'], ['head-adults', 'deputises-for', undefined, 'cswo'], ['cswo', 'accountable', 'proper-officer']);
  for (const over of Object.keys(FUNCTIONS)) provision('scheme', [], ['cswo', 'accountable', over]);
  for (const head of HEADS) provision('framework', ['practice'], [head, 'manages'], [head, 'accountable', 'performance'], [head, 'reports', 'practice', 'cswo']);
  provision('job', ['competencies', 'experience']);
  provision('values', ['professional-standards'], ['cswo', 'leads-profession', 'professional-standards']);
}

function practice(register: Register): void {
  const held = (series: string, days: string[], attended: string[], body?: string): void =>
    register.put('meetings', ...days.map((on, index) => ({ id: `${series}-${index + 1}`, series, ...(body === undefined ? {} : { body }), on, held: true, agenda: true, record: 'minutes', attended, items: THEMES.map((theme, at) => ({ number: at + 1, title: theme, themes: [theme], by: 'cswo' })) })));
  const between = (other: string, frequency: string, days: string[]): void => {
    register.put('series', { id: `with-${other}`, title: `Meetings with ${other}`, between: ['cswo', other], frequency });
    held(`with-${other}`, days, ['cswo', other]);
  };
  for (const other of ['chief', 'convener', ...HEADS]) between(other, 'P1M', MONTHS);
  between('leader', 'P3M', QUARTERS);
  for (const body of ['council', 'cmt', 'dmt', 'health', 'leaders', 'staff']) {
    register.put('series', { id: `${body}-series`, title: `Meetings of ${body}`, body, frequency: 'P3M' });
    held(`${body}-series`, QUARTERS, ['cswo', 'chief', 'head-adults'], body);
  }
  const advice = (id: string, nature: string, from: string, to: string, theme: string): Row => ({ id, nature, from, to, theme, subject: theme, on: '2008-04-01', responses: [{ on: daysAfter('2008-04-01', 9), by: 'chief', outcome: 'accepted', reason: 'Agreed' }] });
  register.put('advice', advice('budget', 'advice', 'cswo', 'chief', 'budget'), advice('risk', 'advice', 'cswo', 'council', 'risk'), advice('cmt', 'advice', 'cswo', 'cmt', 'reform'), advice('member', 'advice', 'cswo', 'convener', 'statutory-duties'), advice('practice', 'challenge', 'cswo', 'head-children', 'practice'), advice('matter', 'concern', 'cswo', 'chief', 'service-quality'), advice('worker', 'concern', 'head-children', 'cswo', 'professional-concern'));
  register.put('statutory-decisions', { id: 'placement', function: 'secure-care', under: 'Secure accommodation', by: 'cswo', on: '2008-05-01', subject: 'Placement', outcome: 'Agreed' });
  register.put('reports', { id: 'annual', type: 'annual', title: 'Annual report', period: { from: '2007-04-01', until: '2008-04-01' }, state: 'published', publishedOn: '2008-07-16', sections: [{ number: '1', title: 'Performance', themes: ['performance'] }] });
  (register.get('meetings', 'council-series-3')['items'] as unknown[]).push({ number: 90, title: 'Annual report', by: 'cswo', paper: 'annual' });
  for (const over of Object.keys(FUNCTIONS)) {
    register.put('indicators', { id: `i-${over}`, code: over, title: over, theme: 'performance', function: over, unit: '%', better: 'higher', target: 50 });
    register.put('observations', { id: `o-${over}`, indicator: `i-${over}`, period: { from: '2008-01-01', until: '2008-04-01' }, value: 60, status: 'final', from: '2008-04-15' });
    register.put('claims', { id: `c-${over}`, report: 'annual', section: 'Performance', text: over, evidence: [`indicators/i-${over}`] });
  }
  const groups = ['corporate-management-team', 'elected-members', 'social-work-staff', 'trade-unions', 'partners', 'providers', 'user-and-carer-groups', 'professional-bodies', 'local-authorities-convention'];
  register.put('consultations', { id: 'framework', title: 'On the framework', on: 'instruments/framework', groups, opens: '2008-01-01', closes: '2008-01-20', state: 'closed' });
  register.put('responses', { id: 'union', consultation: 'framework', group: 'trade-unions', on: '2008-01-10', text: 'Name a deputy' });
  register.put('points', { id: 'deputy', response: 'union', text: 'Name a deputy', disposition: 'accepted', reason: 'Done in the scheme' });
  register.put('plans', { id: 'service', type: 'improvement', period: { from: '2008-04-01', until: '2009-04-01' }, state: 'approved', approvedBy: 'council' });
  register.put('actions', { id: 'match', arisingFrom: 'instruments/framework', what: 'Match the responsibilities to the service plan', owner: 'cswo', due: '2008-09-01', state: 'complete-accepted', acceptedBy: 'cmt' }, { id: 'planned', arisingFrom: 'plans/service', what: 'Supervise every worker', owner: 'cswo', due: '2008-09-01', state: 'complete-accepted', acceptedBy: 'council' });
}
