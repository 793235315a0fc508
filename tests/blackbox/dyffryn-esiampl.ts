import { daysAfter, Register, type Row } from './register.ts';

/**
 * Dyffryn Esiampl, a county that does not exist, in which the Director is secured on every expectation of `wales-2009` that
 * applies. Written from the model and the guidance alone, as a council's own officer would.
 */
export function dyffrynEsiampl(): Register {
  const register = new Register({
    id: 'dyffryn-esiampl',
    authority: { name: { en: 'Dyffryn Esiampl County Council', cy: 'Cyngor Sir Dyffryn Esiampl' }, nation: 'wales' },
    pack: 'wales-2009',
    asAt: '2012-12-10',
    completeFor: [
      'units', 'posts', 'persons', 'appointments', 'appraisals', 'bodies', 'seats', 'organisations', 'functions', 'instruments', 'provisions', 'agreements',
      'communications', 'acknowledgements', 'series', 'meetings', 'actions', 'advice', 'indicators', 'observations', 'commentaries', 'requests', 'returns', 'plans',
      'case-reviews', 'audits', 'entitlements', 'programme-items', 'questions', 'briefings', 'self-assessments', 'judgements', 'confirmations', 'reports', 'claims',
      'evidence', 'risks',
    ],
  });
  structure(register);
  people(register);
  instruments(register);
  provisions(register);
  meetings(register);
  practice(register);
  return register;
}

const MONTHS = ['2011-12-12', '2012-01-09', '2012-02-06', '2012-03-05', '2012-04-02', '2012-05-07', '2012-06-04', '2012-07-02', '2012-08-06', '2012-09-03', '2012-10-01', '2012-11-05'];
const QUARTERS = ['2012-01-19', '2012-04-19', '2012-07-19', '2012-10-18'];
const ACCOUNTABILITIES = ['leadership', 'access', 'performance', 'safeguarding', 'workforce', 'partnership'];
const THEMES = ['safeguarding', 'workforce', 'performance', 'budget', 'service-quality', 'partnership', 'professional-standards'];
const FUNCTIONS = ['adult-care', 'children-care', 'safeguarding-adults', 'safeguarding-children', 'workforce-development', 'quality-assurance'];

function structure(register: Register): void {
  const unit = (id: string, name: string, level: string, parent?: string): Row => ({ id, name, level, ...(parent === undefined ? {} : { parent }) });
  register.put('units',
    unit('social-services', 'Social Services', 'directorate'), unit('adults', 'Adult Services', 'service', 'social-services'), unit('children', 'Children Services', 'service', 'social-services'),
    unit('quality', 'Safeguarding and Quality', 'team', 'social-services'), unit('education', 'Education', 'directorate'), unit('corporate', 'Corporate Services', 'directorate'));
  const post = (id: string, title: string, designations: string[], reportsTo?: string, inUnit?: string): Row => ({ id, title, designations, ...(reportsTo === undefined ? {} : { reportsTo }), ...(inUnit === undefined ? {} : { unit: inUnit }) });
  register.put('posts',
    post('chief-executive', 'Chief Executive', ['head-of-paid-service']),
    post('director', 'Director of Social Services', ['director-of-social-services'], 'chief-executive', 'social-services'),
    post('head-adults', 'Head of Adult Services', ['head-of-adult-services'], 'director', 'adults'),
    post('head-children', 'Head of Children Services', ['head-of-children-services'], 'director', 'children'),
    post('quality-manager', 'Safeguarding and Quality Manager', [], 'director', 'quality'),
    post('performance-manager', 'Performance Manager', [], 'director', 'social-services'),
    post('workforce-manager', 'Workforce Development Manager', [], 'director', 'social-services'),
    post('director-education', 'Director of Education', ['director-of-education', 'lead-director-children'], 'chief-executive', 'education'),
    post('director-hr', 'Director of Human Resources', ['director-of-human-resources'], 'chief-executive', 'corporate'),
    post('finance', 'Chief Finance Officer', ['section-151-officer'], 'chief-executive', 'corporate'),
    post('leader', 'Leader of the Council', ['leader']), post('lead-member', 'Cabinet Member for Social Services', ['lead-member-social-services']), post('scrutiny-chair', 'Chair of Scrutiny', ['scrutiny-chair']));
  const organisation = (id: string, name: string, type: string): Row => ({ id, name, type });
  register.put('organisations', organisation('health-board', 'Esiampl Health Board', 'health-board'), organisation('police', 'Esiampl Police', 'police'), organisation('provider', 'Cartref Esiampl', 'provider'), organisation('third-sector', 'Esiampl Voluntary Council', 'third-sector'));
  const body = (id: string, name: string, type: string, remit: string[] = []): Row => ({ id, name, type, remit });
  register.put('bodies',
    body('council', 'Council', 'council'), body('cabinet', 'Cabinet', 'cabinet'), body('scrutiny', 'Social Services Scrutiny Committee', 'scrutiny-committee', [...FUNCTIONS, ...THEMES, 'adults', 'children']),
    body('cmt', 'Corporate Management Team', 'corporate-management-team'), body('dmt', 'Departmental Management Team', 'departmental-management-team'),
    body('lscb', 'Local Safeguarding Children Board', 'children-safeguarding-board', ['safeguarding']), body('apc', 'Area Adult Protection Committee', 'adult-protection-committee', ['safeguarding']),
    body('lsb', 'Local Service Board', 'local-service-board', ['partnership']), body('wfp', 'Workforce Partnership', 'partnership', ['workforce', 'training']));
  const sits: [string, string, string][] = [
    ['cmt', 'chief-executive', 'chair'], ['cmt', 'director', 'member'], ['cmt', 'director-education', 'member'], ['cmt', 'director-hr', 'member'], ['dmt', 'director', 'chair'], ['dmt', 'head-adults', 'member'],
    ['dmt', 'head-children', 'member'], ['lscb', 'director', 'chair'], ['lscb', 'head-children', 'member'], ['lscb', 'organisations/police', 'member'], ['apc', 'director', 'chair'], ['apc', 'head-adults', 'member'],
    ['apc', 'organisations/health-board', 'member'], ['lsb', 'chief-executive', 'member'], ['lsb', 'director', 'member'], ['wfp', 'director', 'chair'], ['wfp', 'organisations/provider', 'member'],
    ['cabinet', 'leader', 'chair'], ['cabinet', 'lead-member', 'member'], ['scrutiny', 'scrutiny-chair', 'chair'], ['scrutiny', 'director', 'adviser'],
  ];
  register.put('seats', ...sits.map(([on, holder, role]) => ({ id: `${holder.replace('organisations/', '')}-${on}`, body: on, holder, role })));
  const leads: Record<string, [string, string, string]> = {
    'adult-care': ['adult', 'adults', 'head-adults'], 'children-care': ['children', 'children', 'head-children'], 'safeguarding-adults': ['adult', 'adults', 'head-adults'],
    'safeguarding-children': ['children', 'children', 'head-children'], 'workforce-development': ['both', 'social-services', 'workforce-manager'], 'quality-assurance': ['both', 'quality', 'quality-manager'],
  };
  register.put('functions', ...Object.entries(leads).map(([id, [group, inUnit, ledBy]]) => ({ id, name: id.replaceAll('-', ' '), group, unit: inUnit, ledBy, delivery: 'direct' })));
}

function people(register: Register): void {
  register.put('evidence', { id: 'career', title: 'Career record', url: 'https://example.org/career', from: '2010-05-01' });
  for (const { id, title } of register.all('posts')) {
    register.put('persons', { id: `p-${id}`, name: `${String(title)} Ffuglen` });
    register.put('appointments', { id: `a-${id}`, person: `p-${id}`, post: id, basis: 'permanent', from: '2010-05-01', madeBy: 'council' });
  }
  const competencies = ['knowledge', 'experience', 'political'].map((id) => ({ id, shownBy: 'career' }));
  register.set('persons', 'p-director', { competencies, registrations: [{ body: 'CCW', number: 'W/1', from: '2009-04-01' }], qualifications: [{ award: 'Diploma in Social Work', on: '1990-07-01' }] });
  register.set('persons', 'p-head-adults', { competencies });
  register.put('appraisals', { id: 'appraisal', post: 'director', on: '2012-05-15', against: ACCOUNTABILITIES, by: 'chief-executive' });
}

const TOLD = ['council', 'cabinet', 'scrutiny', 'cmt', 'dmt', 'lscb', 'organisations/health-board', 'lead-member', 'head-adults', 'director-education'];

function instruments(register: Register): void {
  const instrument = (id: string, title: string, type: string, ...parties: string[]): void => {
    register.put('instruments', { id, title, type, state: 'agreed', version: '2', parties, agreedOn: '2012-02-01', reviewBy: '2013-06-01', publishedAt: `https://example.org/${id}`, from: '2012-02-01' });
    for (const party of parties) register.put('agreements', { id: `${id}-${party.replace('organisations/', '')}`, instrument: id, version: '2', party, signedBy: signer(register, party), on: '2012-02-01' });
    for (const [index, to] of TOLD.entries()) {
      register.put('communications', { id: `${id}-told-${index}`, of: id, to, on: '2012-02-02', how: 'Sent with a covering note' });
      register.put('acknowledgements', { id: `${id}-seen-${index}`, of: `${id}-told-${index}`, by: signer(register, to), on: '2012-02-10' });
    }
  };
  instrument('constitution', 'Constitution', 'constitution', 'council');
  instrument('scheme', 'Scheme of delegation', 'scheme-of-delegation', 'council');
  instrument('framework', 'Framework for the role of the Director', 'framework', 'chief-executive', 'director', 'director-education', 'director-hr');
  instrument('head-protocol', 'Protocol between the Chief Executive and the Director', 'protocol', 'chief-executive', 'director');
  instrument('education-protocol', 'Safeguarding protocol with Education', 'protocol', 'director', 'director-education');
  instrument('hr-protocol', 'Safe recruitment protocol', 'protocol', 'director', 'director-hr');
  instrument('councillor-protocol', 'Protocol between the Director and councillors', 'protocol', 'director', 'leader', 'lead-member', 'scrutiny-chair');
  instrument('job', 'Job description of the Director', 'job-description', 'director', 'chief-executive');
  instrument('conflict', 'Conflict resolution procedure', 'conflict-resolution-procedure', 'chief-executive', 'director');
  for (const board of ['lscb', 'apc', 'lsb', 'cmt']) instrument(`${board}-terms`, `Terms of reference of the ${board}`, 'terms-of-reference', board);
  instrument('partners', 'Partnership agreement', 'partnership-agreement', 'director', 'organisations/health-board', 'organisations/police', 'organisations/provider', 'organisations/third-sector');
  instrument('lessons', 'Policy on the lessons of case reviews', 'policy', 'director');
}

const signer = (register: Register, party: string): string => (register.all('posts').some(({ id }) => id === party) ? `p-${party}` : 'p-leader');

function provisions(register: Register): void {
  let number = 0;
  const provision = (instrument: string, themes: string[], ...gives: [to: string, responsibility: string, over?: string | undefined, towards?: string][]): void => {
    number += 1;
    register.put('provisions', { id: `clause-${number}`, instrument, number: String(number), text: `Clause ${number}`, themes, gives: gives.map(([to, responsibility, over, towards]) => ({ to, responsibility, ...(over === undefined ? {} : { over }), ...(towards === undefined ? {} : { towards }) })) });
  };
  const director = (over: string): [string, string, string][] => ['accountable', 'decides', 'leads-profession', 'reports', 'advises', 'challenges'].map((part) => ['director', part, over]);
  for (const instrument of ['constitution', 'framework', 'job']) {
    for (const over of new Set([...ACCOUNTABILITIES, ...THEMES])) provision(instrument, [over], ...director(over));
  }
  for (const over of FUNCTIONS) provision('scheme', [], ['director', 'accountable', over], ['director', 'decides', over]);
  provision('framework', ['safeguarding', 'performance'], ['chief-executive', 'is-informed', 'safeguarding'], ['chief-executive', 'accountable', 'performance'], ['chief-executive', 'manages', 'leadership']);
  provision('framework', [], ['head-adults', 'deputises-for', undefined, 'director']);
  provision('head-protocol', ['partnership'], ['director', 'reports', 'partnership', 'chief-executive'], ['director', 'challenges', undefined, 'chief-executive']);
  for (const head of ['head-adults', 'head-children']) provision('framework', [], [head, 'leads-profession', 'professional-standards'], [head, 'accountable', 'safeguarding'], [head, 'reports', 'safeguarding', 'director']);
  for (const instrument of ['framework', 'education-protocol']) provision(instrument, ['safeguarding'], ['director-education', 'reports', 'safeguarding'], ['director-education', 'accountable', 'safeguarding'], ['director', 'accountable', 'safeguarding']);
  provision('hr-protocol', ['workforce', 'safeguarding', 'safe-recruitment'], ['director-hr', 'reports', 'safe-recruitment'], ['director-hr', 'accountable', 'safe-recruitment']);
  provision('councillor-protocol', THEMES, ['director', 'advises'], ['lead-member', 'is-informed', 'safeguarding'], ['scrutiny', 'challenges', 'annual-report'], ['council', 'is-informed', 'statutory-role']);
  for (const board of ['lscb', 'apc']) provision(`${board}-terms`, ['safeguarding'], ['director', 'chairs', 'safeguarding'], [board, 'reports', 'safeguarding']);
  provision('lsb-terms', ['partnership'], ['lsb', 'decides', 'partnership']);
  provision('cmt-terms', ['safeguarding', 'workforce', 'performance'], ['cmt', 'is-informed', 'performance']);
  provision('partners', ['partnership', 'workforce', 'safeguarding'], ['director', 'accountable', 'partnership']);
  provision('lessons', ['case-reviews'], ['director', 'accountable', 'case-reviews']);
  provision('job', ['competencies', 'knowledge', 'experience', 'political', 'appraisal']);
  provision('framework', ['appraisal', 'scrutiny', 'councillor-development', 'annual-report', 'early-warning', 'performance', 'users-views', 'adults', 'children', 'span-of-responsibility']);
  for (const to of ['council', 'cabinet', 'scrutiny', 'cmt', 'lscb', 'apc']) provision('framework', [], ['director', 'reports', 'safeguarding', to], ['director', 'reports', 'performance', to], ['director', 'reports', 'annual-report', to]);
}

function meetings(register: Register): void {
  const items = (themes: string[]) => themes.map((theme, index) => ({ number: index + 1, title: `On ${theme}`, themes: [theme], functions: FUNCTIONS, by: 'director', outcome: 'Agreed' }));
  const held = (series: string, days: string[], attended: string[], themes: string[], body?: string): void => {
    register.put('meetings', ...days.map((on, index) => ({ id: `${series}-${index + 1}`, series, ...(body === undefined ? {} : { body }), on, held: true, agenda: daysAfter(on, -7), record: 'minutes', attended: [...attended], items: items(themes) })));
  };
  const formal = { agenda: true, record: true };
  const between = (id: string, one: string, other: string, frequency: string, days: string[]): void => {
    register.put('series', { id, title: `Meetings of ${one} and ${other}`, between: [one, other], frequency, formal, under: 'framework' });
    held(id, days, [one, other], THEMES);
  };
  between('one-to-one', 'chief-executive', 'director', 'P1M', MONTHS);
  between('lead', 'lead-member', 'director', 'P1M', MONTHS);
  between('leader-meeting', 'leader', 'director', 'P3M', QUARTERS);
  between('adults-meeting', 'director', 'head-adults', 'P1M', MONTHS);
  between('children-meeting', 'director', 'head-children', 'P1M', MONTHS);
  between('hr-meeting', 'director', 'director-hr', 'P3M', QUARTERS);
  const of = (body: string, frequency: string, days: string[], attended: string[], themes: string[]): void => {
    register.put('series', { id: `${body}-series`, title: `Meetings of the ${body}`, body, frequency, formal, ...(register.all('instruments').some(({ id }) => id === `${body}-terms`) ? { under: `${body}-terms` } : {}) });
    held(`${body}-series`, days, attended, themes, body);
  };
  of('cmt', 'P1M', MONTHS, ['chief-executive', 'director', 'director-education', 'director-hr'], THEMES);
  of('dmt', 'P1M', MONTHS, ['director', 'head-adults', 'head-children'], THEMES);
  of('lscb', 'P3M', QUARTERS, ['director', 'head-children'], ['safeguarding', 'performance']);
  of('apc', 'P3M', QUARTERS, ['director', 'head-adults'], ['safeguarding', 'performance']);
  of('lsb', 'P3M', QUARTERS, ['chief-executive', 'director'], ['partnership']);
  of('wfp', 'P3M', QUARTERS, ['director', 'workforce-manager'], ['workforce', 'training', 'workforce-development']);
  of('scrutiny', 'P3M', QUARTERS, ['scrutiny-chair', 'director', 'lead-member'], THEMES);
  of('cabinet', 'P1M', MONTHS, ['leader', 'lead-member', 'director', 'chief-executive'], THEMES);
  of('council', 'P3M', QUARTERS, ['leader', 'lead-member', 'scrutiny-chair', 'director'], THEMES);
}

function practice(register: Register): void {
  register.put('actions',
    { id: 'barrier', arisingFrom: 'meetings/cmt-series-3', what: 'Agree how records are shared', owner: 'director', due: '2012-06-01', state: 'complete-accepted', acceptedBy: 'cmt' },
    { id: 'lesson', arisingFrom: 'case-reviews/review', what: 'Share earlier', owner: 'director', due: '2012-08-01', state: 'complete-accepted', acceptedBy: 'lscb' },
    { id: 'improve', arisingFrom: 'reports/annual', what: 'Review care plans in time', owner: 'head-adults', due: '2012-11-01', state: 'complete-accepted', acceptedBy: 'scrutiny' });
  const advice = (id: string, nature: string, to: string, theme: string, on: string): Row => ({ id, nature, from: 'director', by: 'p-director', to, theme, subject: `On ${theme}`, on, responses: [{ on: daysAfter(on, 10), by: to === 'cabinet' || to === 'council' ? 'leader' : to, outcome: 'accepted', reason: 'Agreed' }] });
  register.put('advice', advice('to-cabinet', 'advice', 'cabinet', 'budget', '2012-01-15'), advice('to-education', 'challenge', 'director-education', 'safeguarding', '2012-03-15'), advice('to-chief', 'concern', 'chief-executive', 'partnership', '2012-04-15'), advice('to-council', 'advice', 'council', 'workforce', '2012-05-15'));
  const quarters: [string, string][] = [['2011-10-01', '2012-01-01'], ['2012-01-01', '2012-04-01'], ['2012-04-01', '2012-07-01'], ['2012-07-01', '2012-10-01']];
  for (const over of FUNCTIONS) {
    register.put('indicators', { id: `i-${over}`, code: over, title: `Indicator of ${over}`, theme: 'performance', function: over, unit: '%', better: 'higher', target: 80 });
    for (const [index, [from, until]] of quarters.entries()) {
      register.put('observations', { id: `o-${over}-${index + 1}`, indicator: `i-${over}`, period: { from, until }, value: 85, status: 'final', from: daysAfter(until, 14) });
      register.put('commentaries', { id: `c-${over}-${index + 1}`, on: `indicators/i-${over}`, period: { from, until }, analysis: 'Steady', outcome: 'People are seen sooner', usersExperience: 'Said to be better', risk: 'Low' });
    }
  }
  register.put('requests', { id: 'staffing', title: 'Workforce information', theme: 'workforce', to: ['organisations/provider', 'organisations/third-sector'], issuedOn: '2012-02-01', due: '2012-03-31' });
  register.put('returns', { id: 'r1', request: 'staffing', from: 'provider', on: '2012-03-10' }, { id: 'r2', request: 'staffing', from: 'third-sector', on: '2012-03-20' });
  const plan = (id: string, type: string, approvedBy: string): Row => ({ id, type, period: { from: '2012-01-01', until: '2013-04-01' }, state: 'approved', approvedBy });
  register.put('plans', { ...plan('workforce', 'workforce', 'council'), 'whole-sector': true }, plan('training', 'training', 'scrutiny'), plan('training-all', 'training', 'council'), plan('lscb-business', 'business', 'lscb'), plan('apc-business', 'business', 'apc'), plan('annual', 'annual-report', 'cmt'));
  register.put('case-reviews', { id: 'review', title: 'A case review', type: 'serious-case-review', completedOn: '2012-02-01', lessons: [{ text: 'Share earlier', for: ['posts/director', 'organisations/police'] }] });
  register.put('audits', { id: 'audit-1', theme: 'safeguarding', on: '2012-05-01', by: 'quality-manager', findings: 'Sound' }, { id: 'audit-2', theme: 'service-quality', on: '2012-06-01', by: 'quality-manager', findings: 'Sound' });
  for (const holder of ['council', 'cabinet', 'scrutiny', 'cmt', 'lscb', 'apc', 'lead-member']) {
    register.put('entitlements', { id: `${holder}-performance`, holder, information: 'Performance of social services', form: 'Report', frequency: 'P3M' }, { id: `${holder}-safeguarding`, holder, information: 'Safeguarding of children and adults', form: 'Report', frequency: 'P3M' });
  }
  register.put('programme-items', ...FUNCTIONS.map((over) => ({ id: `on-${over}`, body: 'scrutiny', topic: over, functions: [over], due: '2012-10-18' })), ...THEMES.map((theme) => ({ id: `on-theme-${theme}`, body: 'scrutiny', topic: theme, themes: [theme], due: '2012-10-18' })));
  register.put('questions', { id: 'vacancies', askedBy: 'scrutiny-chair', of: 'director', on: '2012-07-19', text: 'How many posts are vacant?', answers: [{ on: '2012-07-30', text: 'Ten', kind: 'full' }] });
  register.put('briefings', { id: 'role', subject: 'The role of the Director', themes: ['statutory-role', ...THEMES], to: ['council', 'scrutiny', 'cabinet', 'lead-member', 'leader', 'scrutiny-chair'], on: '2012-02-15' }, { id: 'concerns', subject: 'Concerns in the annual report', themes: ['performance', 'safeguarding'], to: ['lead-member', 'chief-executive'], on: '2012-06-01' });
  register.put('self-assessments', { id: 'year', pack: 'wales-2009', period: { from: '2011-04-01', until: '2012-04-01' }, state: 'completed' });
  register.put('judgements', { id: 'strong', assessment: 'year', expectation: 'access.one-to-one', rating: 'met', narrative: 'Held monthly', evidence: ['career'] }, { id: 'weak', assessment: 'year', expectation: 'governance.reviewed', rating: 'partly', narrative: 'Some are old', evidence: ['career'], improvement: 'barrier' });
  register.put('confirmations', ...[['head-of-paid-service', 'p-chief-executive'], ['lead-member', 'p-lead-member'], ['director', 'p-director']].map(([as = '', by]) => ({ id: `as-${as}`, assessment: 'year', as, by, on: '2012-05-01' })));
  const sections = [['users-views', 'carers'], ['performance'], ['adults', 'children'], ['risk'], ['improvement']].map((themes, index) => ({ number: String(index + 1), title: themes.join(' and '), themes, functions: FUNCTIONS }));
  register.put('reports', { id: 'annual', type: 'annual', title: 'Annual report', period: { from: '2011-04-01', until: '2012-04-01' }, state: 'published', sections, from: '2012-07-01' });
  register.put('evidence', { id: 'views', title: 'Views of users', url: 'https://example.org/views', from: '2012-03-01' });
  register.put('claims', { id: 'claim-1', report: 'annual', section: 'users-views and carers', text: 'Users say so', evidence: ['views'] }, { id: 'claim-2', report: 'annual', section: 'performance', text: 'All indicators', evidence: ['indicators/i-adult-care'] });
  for (const id of ['scrutiny-series-2', 'lead-6', 'one-to-one-6', 'council-series-3', 'cmt-series-8']) (register.get('meetings', id)['items'] as unknown[]).push({ number: 90, title: 'Annual report', themes: ['performance'], by: 'director', paper: 'annual' });
  register.put('communications', { id: 'report-told', of: 'reports/annual', to: 'dmt', on: '2012-06-20', how: 'Staff meeting' });
  register.put('acknowledgements', { id: 'report-seen', of: 'report-told', by: 'p-head-adults', on: '2012-06-25' });
}
