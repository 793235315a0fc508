/** What one change to the whole register makes wrong, and what the reader must say of it. */
export interface Malformed {
  /** Part of the whole register, and what stands there instead. */
  readonly was: string;
  readonly is: string;
  readonly code: string;
  /** Parts of the sentence: what was found, at least. */
  readonly says: readonly string[];
  readonly nearest?: string;
  /** Lines after the changed one at which the fault is told; 0 unless given. */
  readonly below?: number;
  /** How many faults there are in all; 1 unless given. */
  readonly faults?: number;
}

type Row = readonly [was: string, is: string, says: string | readonly string[], nearest?: string | undefined, more?: Partial<Malformed>];

const all = (code: string, rows: readonly Row[]): readonly Malformed[] =>
  rows.map(([was, is, says, nearest, more]) => ({ was, is, code, says: typeof says === 'string' ? [says] : says, ...(nearest === undefined ? {} : { nearest }), ...more }));

const KINDS = all('unknown-kind', [
  ['\nauthorities:', '\nauthoritys:', '`authoritys` is not a kind of record', 'authorities'],
  ['\nunits:', '\nunit:', '`unit` is not', 'units'],
  ['\nposts:', '\npostz:', '`postz` is not a kind of record. Did you mean `posts`?', 'posts'],
  ['\npersons:', '\npeople:', '`people` is not', undefined],
  ['\nappointments:', '\nappointment:', '`appointment`', 'appointments'],
  ['\nbodies:', '\nbodys:', '`bodys`', 'bodies'],
  ['\nseats:', '\nSeats:', '`Seats`', 'seats'],
  ['\norganisations:', '\norganizations:', '`organizations`', 'organisations'],
  ['\ninstruments:', '\ninstrumants:', '`instrumants`', 'instruments'],
  ['\nmeetings:', '\nmeeting:', '`meeting`', 'meetings'],
  ['\nadvice:', '\nadvices:', '`advices`', 'advice'],
  ['\ncase-reviews:', '\ncase_reviews:', '`case_reviews`', 'case-reviews'],
  ['\nevidence:', '\nevidences:', '`evidences`', 'evidence'],
  ['\nrisks:', '\n__proto__:', '`__proto__`', undefined],
  ['\nrisks:', '\nconstructor:', '`constructor`', undefined],
  ['\nrisks:', '\n<b>risk</b>:', '`<b>risk</b>`', undefined],
].map(([was = '', is = '', says = '', nearest]): Row => [was, is, says, nearest, { below: 1, ...(is === '\npeople:' ? { faults: 14 } : {}) }]));

const FIELDS = all('unknown-field', [
  ['asAt:', 'asat:', '`asat` is not a field of `register`. Did you mean `asAt`?', 'asAt'],
  ['pack: wales', 'guidance: wales', '`guidance` is not a field of `register`', undefined],
  ['completeFor:', 'complete_for:', '`complete_for`', 'completeFor'],
  ['Esiampl }, nation', 'Esiampl }, country: x, nation', '`country` is not a field of `authority`', undefined],
  ['cy: Cwm Esiampl', 'cym: Cwm Esiampl', '`cym` is not a field of `name`', 'cy'],
  ['wales, partOf: cwm', 'wales, part-of: cwm', '`part-of` is not a field of `authorities`', 'partOf'],
  ['level: service, parent', 'level: service, patent', '`patent`', 'parent'],
  ['id: p2, name', 'id: p2, fullname: x, name', '`fullname` is not a field of `persons`', 'name'],
  ['shownBy: e1', 'shownby: e1', '`shownby` is not a field of `competencies`', 'shownBy'],
  ['{ award: Diploma', '{ awarded: x, award: Diploma', '`awarded` is not a field of `qualifications`', 'award'],
  ['madeBy: council', 'made_by: council', '`made_by`', 'madeBy'],
  ['grade: JNC', 'Grade: JNC', '`Grade`', 'grade'],
  ['alsoResponsibleFor', 'alsoResponsibleOf', '`alsoResponsibleOf`', 'alsoResponsibleFor'],
  ['type: health-board }', 'type: health-board, kind: x }', '`kind` is not a field of `organisations`', undefined],
  ['ledBy: head-of-adults', 'leadBy: head-of-adults', '`leadBy`', 'ledBy'],
  ['reviewBy: 2013', 'reviewby: 2013', '`reviewby`', 'reviewBy'],
  ['limit: None', 'limits: None', '`limits` is not a field of `gives`', 'limit'],
  ['record: true }, under', 'record: true, minutes: true }, under', '`minutes` is not a field of `formal`', undefined],
  ['agenda: 2012-11-01', 'agenda: { issuedOn: 2012-11-01, by: post }', '`by` is not a field of `agenda`', undefined],
  ['paper: r1', 'papers: r1', '`papers` is not a field of `items`', 'paper'],
  ['grantedBy: council', 'granted: council, grantedBy: council', '`granted` is not a field of `extensions`', 'grantedBy'],
  ['reason: Budget', 'reasons: Budget', '`reasons` is not a field of `responses`', 'reason'],
  ['whole-sector: true', 'wholeSector: true', '`wholeSector`', 'whole-sector'],
  ['until: 2012-04-01 }, value', 'until: 2012-04-01, to: x }, value', '`to` is not a field of `period`', undefined],
  ['lens: paper', 'lenses: paper', '`lenses`', 'lens'],
  ['supports: [persons/p1]', 'support: [persons/p1]', '`support`', 'supports'],
  ['controls: [plans/pl1]', '__proto__: [plans/pl1]', '`__proto__` is not a field of `risks`', undefined],
  ['confidential: true', 'until: 2013-01-01', '`until` is not a field of `advice`', undefined],
]);

const VALUES = all('unknown-value', [
  ['Esiampl }, nation: wales', 'Esiampl }, nation: whales', '`nation` cannot be `whales`. Did you mean `wales`?', 'wales'],
  ['Esiampl }, nation: wales', 'Esiampl }, nation: Wales', '`Wales`', 'wales'],
  ['completeFor: [posts', 'completeFor: [post', '`completeFor` cannot be `post`', 'posts'],
  ['level: directorate', 'level: directorat', '`directorat`', 'directorate'],
  ['basis: permanent, from: 2010', 'basis: permanant, from: 2010', '`basis` cannot be `permanant`. Did you mean `permanent`?', 'permanent'],
  ['basis: interim', 'basis: temporary', ['`temporary`', 'Choose one of `permanent`'], undefined],
  ['type: council }', 'type: councl }', '`councl`', 'council'],
  ['type: corporate-management-team', 'type: cmt', '`cmt`', undefined],
  ['role: member', 'role: membr', '`membr`', 'member'],
  ['role: adviser', 'role: advisor', '`advisor`', 'adviser'],
  ['type: health-board', 'type: healthboard', '`healthboard`', 'health-board'],
  ['group: adult, delivery', 'group: adults, delivery', '`adults`', 'adult'],
  ['delivery: direct', 'delivery: directly', '`directly`', 'direct'],
  ['type: appointment-procedure', 'type: apointment-procedure', '`apointment-procedure`', 'appointment-procedure'],
  ['state: draft', 'state: drafted', '`state` cannot be `drafted`', 'draft'],
  ['responsibility: decides', 'responsibility: decide', '`responsibility` cannot be `decide`', 'decides'],
  ['record: notes', 'record: noets', '`noets`', 'notes'],
  ['record: notes', 'record: minuted', '`minuted`', 'minutes'],
  ['state: in-progress', 'state: in progress', '`in progress`', 'in-progress'],
  ['nature: concern', 'nature: concerns', '`concerns`', 'concern'],
  ['outcome: noted', 'outcome: not-acepted', '`not-acepted`', 'not-accepted'],
  ['better: lower', 'better: less', '`less`', undefined],
  ['status: final', 'status: finl', '`finl`', 'final'],
  ['type: workforce', 'type: workfoce', '`type` cannot be `workfoce`', 'workforce'],
  ['state: approved', 'state: aproved', '`aproved`', 'approved'],
  ['type: serious-case-review', 'type: serious-case-reviews', '`serious-case-reviews`', 'serious-case-review'],
  ['kind: full', 'kind: ful', '`ful`', 'full'],
  ['rating: partly', 'rating: part', '`part`', 'partly'],
  ['as: director', 'as: directer', '`directer`', 'director'],
  ['role: inspector', 'role: inspecter', '`inspecter`', 'inspector'],
  ['lens: paper', 'lens: papr', '`papr`', 'paper'],
  ['type: annual', 'type: anual', '`anual`', 'annual'],
  ['state: published', 'state: publised', '`publised`', 'published'],
  ['groups: [partners]', 'groups: [partnerz]', '`groups` cannot be `partnerz`', 'partners'],
  ['likelihood: high', 'likelihood: hig', '`hig`', 'high'],
]);

const MISSING = all('field-missing', [
  ['  id: cwm-example\n', '', '`register` has no `id`', undefined],
  ['{ name: { en: Cwm Example, cy: Cwm Esiampl }, nation: wales }', '{ nation: wales }', '`authority` of `register` has no `name`'],
  ['Esiampl }, nation: wales }', 'Esiampl } }', '`authority` of `register` has no `nation`'],
  ['{ en: Cwm Example, cy: Cwm Esiampl }', '{}', '`name` has no `en`'],
  ['{ id: cwm, name', '{ name', 'A record of `authorities` has no `id`', undefined, { faults: 4 }],
  [', level: directorate', '', '`units/social-services` has no `level`'],
  ['{ id: chief-executive, title: Chief Executive,', '{ id: chief-executive,', '`posts/chief-executive` has no `title`'],
  ['{ id: chief-executive, title: Chief Executive,', '{ id: chief-executive, title: ~,', '`posts/chief-executive` has no `title`'],
  ['id: p2, name: Another Invented', 'id: p2', '`persons/p2` has no `name`'],
  [', number: "W/1"', '', '`registrations[0]` of `persons/p1` has no `number`'],
  ['{ award: Diploma, on', '{ on', '`qualifications[0]` of `persons/p1` has no `award`'],
  ['id: a1, person: p1,', 'id: a1,', '`appointments/a1` has no `person`'],
  [', basis: interim', '', '`appointments/a2` has no `basis`'],
  ['body: cmt, holder: director', 'body: cmt', '`seats/s1` has no `holder`'],
  [', version: "2"', '', '`instruments/protocol` has no `version`'],
  ['{ to: council, responsibility', '{ responsibility', '`gives[0]` of `provisions/pr1` has no `to`'],
  [', signedBy: p1', '', '`agreements/ag1` has no `signedBy`'],
  ['frequency: P1M, formal', 'formal', '`series/one-to-one` has no `frequency`'],
  ['{ agenda: true, record: true }', '{ agenda: true }', '`formal` of `series/one-to-one` has no `record`'],
  ['on: 2012-11-05, held', 'held', '`meetings/m1` has no `on`'],
  ['title: Referrals, themes', 'themes', '`items[0]` of `meetings/m1` has no `title`'],
  ['owner: director, due', 'due', '`actions/ac-1` has no `owner`'],
  [', value: 5.1', '', '`observations/o1` has no `value`'],
  ['period: { from: 2011-04-01, until: 2012-04-01 }, value', 'period: { from: 2011-04-01 }, value', '`period` of `observations/o1` has no `until`'],
  ['period: { from: 2011-04-01, until: 2012-04-01 }, analysis', 'analysis', '`commentaries/co1` has no `period`'],
  ['{ text: Share sooner, for', '{ for', '`lessons[0]` of `case-reviews/cr1` has no `text`'],
  ['on: 2012-01-20, text: Twelve', 'text: Twelve', '`answers[0]` of `questions/q1` has no `on`'],
  ['why: No minutes', 'note: No minutes', '`moderations/mo1` has no `why`'],
]);

const TYPES = all('wrong-type', [
  ['authority: { name: { en: Cwm Example, cy: Cwm Esiampl }, nation: wales }', 'authority: Cwm', ['`authority` must be a group', '`Cwm`']],
  ['name: { en: Cwm Example, cy: Cwm Esiampl }', 'name: 7', ['`name` must be words', 'the number `7`']],
  ['en: Cwm Example', 'en: 7', '`en` must be words; the number `7` was found'],
  ['pack: wales-2009\n  comp', 'pack: 2009\n  comp', ['`pack` must be words', '`2009`']],
  ['completeFor: [posts, appointments]', 'completeFor: posts', ['`completeFor` must be a list', '[posts]']],
  ['thresholds: { attendance: 0.8, look-back: P6M }', 'thresholds: 0.8', '`thresholds` must be a group'],
  ['attendance: 0.8', 'attendance: [0.8]', '`attendance` must be'],
  ['designations: [head-of-paid-service]', 'designations: head-of-paid-service', ['`designations` must be a list', '`head-of-paid-service`']],
  ['alsoResponsibleFor: [Housing]', 'alsoResponsibleFor: [12]', 'An item of `alsoResponsibleFor` must be words'],
  ['reportsTo: chief-executive', 'reportsTo: [chief-executive]', ['`reportsTo` must be the id of one of posts', 'a list']],
  ['grade: JNC', 'grade: { a: 1 }', '`grade` must be a number or a short code'],
  ['grade: JNC', 'grade: true', '`grade` must be a number or a short code; `true` was found'],
  ['competencies: [{ id: leadership, shownBy: e1 }]', 'competencies: [leadership]', ['An item of `competencies` must be a group', '`leadership`']],
  ['qualifications: [{ award: Diploma, on: 2001-07-01 }]', 'qualifications: { award: Diploma }', '`qualifications` must be a list'],
  ['award: Diploma', 'award: 12', '`award` must be words; the number `12` was found. Put it in quotes'],
  ['name: Another Invented', 'name: true', ['`name` must be words', 'Put it in quotes']],
  ['name: Another Invented', 'name: [Another, Invented]', '`name` must be words'],
  ['remit: [safeguarding, adult-care]', 'remit: safeguarding', '`remit` must be a list'],
  ['gives: [{ to: council', 'gives: [[], { to: council', 'An item of `gives` must be a group'],
  ['formal: { agenda: true, record: true }', 'formal: true', '`formal` must be a group of agenda, record'],
  ['agenda: true, record', 'agenda: yes, record', '`agenda` must be true or false; `yes` was found'],
  ['complete: false', 'complete: "no"', '`complete` must be true or false; `no` was found'],
  ['held: true', 'held: 1', '`held` must be true or false'],
  ['agenda: 2012-11-01', 'agenda: 7', '`agenda` must be true, false, or the date'],
  ['agenda: 2012-11-01', 'agenda: { issued: false, issuedOn: 2012-11-01 }', '`agenda` must be true, false, or the date'],
  ['attended: [p1, posts/chief-executive]', 'attended: p1', '`attended` must be a list'],
  ['attended: [p1, posts/chief-executive]', 'attended: [p1, [p2]]', 'An item of `attended` must be'],
  ['target: 4.5', 'target: low', '`target` must be a number; `low` was found'],
  ['value: 5.1', 'value: "5.1"', '`value` must be a number, or null'],
  ['value: 5.1', 'value: .inf', '`value` must be a number'],
  ['period: { from: 2012-01-01, until: 2013-01-01 } }', 'period: 2012 }', '`period` must be a group of from, until'],
  ['pilot: false', 'pilot: maybe', '`pilot` must be true or false; `maybe` was found'],
  ['sections: [{', 'sections: [Overview, {', ['An item of `sections` must be a group', '`Overview`']],
  ['how: By letter', 'how: 2', '`how` must be words'],
  ['reminders: [2012-05-20]', 'reminders: [20120520]', 'An item of `reminders` must be a date'],
]);

const DATES = all('bad-date', [
  ['asAt: 2012-12-10', 'asAt: 10/12/2012', ['`asAt` must be a date that exists', '`10/12/2012`', 'Did you mean `2012-12-10`?'], '2012-12-10'],
  ['asAt: 2012-12-10', 'asAt: 2012-12-32', '`2012-12-32`', undefined],
  ['asAt: 2012-12-10', 'asAt: soon', '`soon`', undefined],
  ['from: 2009-04-01', 'from: 2009-4-1', '`2009-4-1`', '2009-04-01'],
  ['on: 2001-07-01', 'on: 1.7.2001', '`1.7.2001`', '2001-07-01'],
  ['from: 2010-05-01', 'from: 2010-02-30', '`2010-02-30`', undefined],
  ['agreedOn: 2010-01-01', 'agreedOn: 2010/01/01', '`2010/01/01`', '2010-01-01'],
  ['reviewBy: 2013-01-01', 'reviewBy: 2013-01-01T00:00:00Z', '`2013-01-01T00:00:00Z`', '2013-01-01'],
  ['agenda: 2012-11-01', 'agenda: last week', '`agenda` must be true, false, or the date', undefined],
  ['agenda: 2012-11-01', 'agenda: { issuedOn: 1-11-2012 }', '`issuedOn` must be a date', '2012-11-01'],
  ['on: 2012-11-05', 'on: 5 November 2012', '`5 November 2012`', undefined],
  ['due: 2012-06-01', 'due: June', '`June`', undefined],
  ['reminders: [2012-05-20]', 'reminders: [2012-05-20, 20/06/2012]', '`20/06/2012`', '2012-06-20'],
  ['opens: 2012-01-01', 'opens: 2011-02-29', '`2011-02-29`', undefined],
  ['until: 2012-01-01 }\npersons', 'until: 0000-00-00 }\npersons', '`0000-00-00`', undefined],
]);

const DURATIONS = all('bad-duration', [
  ['frequency: P1M }\nseats', 'frequency: monthly }\nseats', ['`frequency` must be a duration', '`monthly`', 'Did you mean `P1M`?'], 'P1M'],
  ['frequency: P1M, formal', 'frequency: 1M, formal', '`1M`', 'P1M'],
  ['frequency: P1Y }', 'frequency: yearly }', '`yearly`', 'P1Y'],
  ['frequency: P1Y }', 'frequency: PT1H }', '`PT1H`', undefined],
  ['frequency: P1Y }', 'frequency: P0M }', '`P0M`', undefined],
]);

const IDS = all('bad-id', [
  ['id: cwm-example', 'id: cwm example', ['`cwm example` cannot be an id', 'Did you mean `cwm-example`?'], 'cwm-example'],
  ['id: ap1', 'id: a/p1', '`a/p1` cannot be an id', 'a-p1'],
  ['id: ag1', 'id: "-ag1"', '`-ag1`', 'ag1'],
  ['id: en1', `id: ${'x'.repeat(101)}`, 'at most 100 characters', undefined],
  ['id: po1', 'id: "po1\\n2"', '`po1 2`', 'po1-2'],
  ['id: ri1', 'id: ../../etc/passwd', '`../../etc/passwd`', undefined],
]);

const WORDS_WRONG = [
  ...all('empty-words', [
    ['title: Chief Executive', 'title: ""', '`title` is empty'],
    ['name: Another Invented', 'name: "   "', '`name` holds nothing but spaces'],
    ['cy: Cwm Esiampl', "cy: ''", '`cy` is empty'],
    ['subject: Caseloads', 'subject: { en: " ", cy: Llwyth }', '`en` holds nothing but spaces'],
  ]),
  ...all('control-character', [
    ['title: Chief Executive', 'title: "Chief\\u0000Executive"', ['`title` holds a control character', 'U+0000']],
    ['title: Chief Executive', 'title: Chief\u0007Executive', 'U+0007'],
  ]),
  ...all('half-character', [['title: Chief Executive', 'title: "Chief \\ud800"', '`title` holds half a character']]),
  ...all('too-long', [
    ['title: Chief Executive', `title: ${'long '.repeat(20_001)}`, '`title` holds more than 100,000 characters'],
    ['grade: JNC', `grade: ${'J'.repeat(201)}`, '`grade` holds more than 200 characters'],
    ['alsoResponsibleFor: [Housing]', `alsoResponsibleFor: [${'Housing, '.repeat(10_001)}]`, '`alsoResponsibleFor` holds more than 10,000 items'],
  ]),
];

const VOCABULARY = all('unknown-word', [
  ['designations: [head-of-paid-service]', 'designations: [head-of-paid-services]', ["`head-of-paid-services` is not one of the guidance's designations", 'Did you mean `head-of-paid-service`?'], 'head-of-paid-service'],
  ['designations: [director-of-social-services]', 'designations: [director-of-social-service]', '`director-of-social-service`', 'director-of-social-services'],
  ['{ id: leadership, shownBy', '{ id: leadershp, shownBy', "the guidance's competencies", 'leadership'],
  ['against: [leadership]', 'against: [leader]', "the guidance's accountabilities", 'leadership'],
  ['remit: [safeguarding', 'remit: [safegarding', ['`safegarding`', 'nor the id of any of `functions`'], 'safeguarding'],
  ['remit: [safeguarding, adult-care', 'remit: [safeguarding, adult-cares', '`adult-cares`', 'adult-care'],
  ['themes: [workforce], functions', 'themes: [work-force], functions', '`work-force`', 'workforce'],
  ['over: workforce', 'over: workforces', "themes or accountabilities", 'workforce'],
  ['themes: [safeguarding], by', 'themes: [safe guarding], by', '`safe guarding`', 'safeguarding'],
  ['theme: safeguarding, subject', 'theme: Safeguarding, subject', '`Safeguarding`', 'safeguarding'],
  ['theme: performance', 'theme: perfomance', '`perfomance`', 'performance'],
  ['theme: workforce', 'theme: 7', '`7` is not one of the guidance', undefined],
]);

const DANGLING = all('dangling-reference', [
  ['partOf: cwm', 'partOf: cwn', '`cwn` is not the id of any of `authorities`. Did you mean `cwm`?', 'cwm'],
  ['unit: social-services, reportsTo', 'unit: social-service, reportsTo', '`social-service`', 'social-services'],
  ['reportsTo: chief-executive', 'reportsTo: cheif-executive', '`cheif-executive` is not the id of any of `posts`', 'chief-executive'],
  ['shownBy: e1', 'shownBy: e2', '`e2`', 'e1'],
  ['person: p1, post', 'person: p3, post', '`p3`', 'p1'],
  ['madeBy: council', 'madeBy: counsel', '`counsel`', 'council'],
  ['procedure: appointing', 'procedure: apointing', '`apointing`', 'appointing'],
  ['holder: director', 'holder: directer', '`directer` is not the id of any of `posts`, `persons` or `organisations`', 'director'],
  ['holder: organisations/board', 'holder: organisations/bord', '`organisations/bord` is not in this file', 'organisations/board'],
  ['holder: organisations/board', 'holder: organisation/board', '`organisation` in `organisation/board` is not a kind of record', 'organisations/board'],
  ['ledBy: head-of-adults', 'ledBy: head-of-adult', '`head-of-adult`', 'head-of-adults'],
  ['parties: [council, director]', 'parties: [council, directors]', '`directors`', 'director'],
  ['functions: [adult-care]', 'functions: [adultcare]', '`adultcare` is not the id of any of `functions`', 'adult-care'],
  ['gives: [{ to: council', 'gives: [{ to: councill', '`councill`', 'council'],
  ['signedBy: p1', 'signedBy: p11', '`p11`', 'p1'],
  ['of: c1', 'of: c2', '`c2` is not the id of any of `communications`', 'c1'],
  ['between: [chief-executive, director]', 'between: [chief-executive, direktor]', '`direktor`', 'director'],
  ['under: protocol', 'under: protocols', '`protocols`', 'protocol'],
  ['series: one-to-one', 'series: one-to-ones', '`one-to-ones`', 'one-to-one'],
  ['attended: [p1', 'attended: [p1, p9', '`p9`', undefined],
  ['paper: r1', 'paper: r2', '`r2`', 'r1'],
  ['arisingFrom: meetings/m1', 'arisingFrom: meetings/m2', '`meetings/m2` is not in this file', 'meetings/m1'],
  ['arisingFrom: meetings/m1', 'arisingFrom: meting/m1', '`meting` in `meting/m1` is not a kind', 'meetings/m1'],
  ['arisingFrom: meetings/m1', 'arisingFrom: nowhere-near', '`nowhere-near` is not the id of any record', undefined],
  ['evidence: [reports/r1', 'evidence: [reports/r11', '`reports/r11`', 'reports/r1'],
  ['request: rq1', 'request: rq2', '`rq2`', 'rq1'],
  ['authority: cwm, pilot', 'authority: cwn, pilot', '`cwn` is not the id of any of `authorities` or `organisations`', 'cwm'],
  ['document: protocol', 'document: protocl', '`protocl`', 'protocol'],
  ['supports: [persons/p1]', 'supports: [persons/__proto__]', '`persons/__proto__`', undefined],
]);

const REFERENCES = [
  ...all('reference-of-wrong-kind', [
    ['reportsTo: chief-executive', 'reportsTo: persons/p1', ['`persons/p1` names one of `persons`', 'the id of one of posts']],
    ['holder: organisations/board', 'holder: bodies/council', '`bodies/council` names one of `bodies`'],
    ['to: council, responsibility', 'to: organisations/board, responsibility', '`organisations/board`'],
    ['over: workforce', 'over: posts/director', '`posts/director`'],
  ]),
  ...all('ambiguous-reference', [
    ['{ id: board, name: Example Health Board', '{ id: director, name: Example Health Board', ['`director` is an id in `posts` and `organisations`', '`posts/director` or `organisations/director`'], 'posts/director', { below: -3, faults: 12 }],
    ['\nseats:', '\n  - { id: director, name: Panel, type: forum }\nseats:', ['`director` is an id in `posts` and `bodies`'], 'posts/director', { below: 11, faults: 6 }],
  ]),
];

const AMONG_RECORDS = [
  ...all('duplicate-id', [
    ['id: p2, name', 'id: p1, name', ['The id `p1` stands twice in `persons`', 'line 19'], undefined, { faults: 6 }],
    ['id: a2, person', 'id: a1, person', '`a1` stands twice in `appointments`'],
    ['id: dyffryn', 'id: cwm', '`cwm` stands twice in `authorities`', undefined, { faults: 2 }],
    ['\nreturns:', '\n  - { id: rq1, title: Staffing again, issuedOn: 2012-05-01, due: 2012-06-01 }\nreturns:', '`rq1` stands twice', undefined, { below: 1 }],
  ]),
  ...all('period-reversed', [
    ['from: 2010-01-01, until: 2012-01-01 }', 'from: 2012-01-01, until: 2010-01-01 }', ['`until` is `2010-01-01`', '`from`, `2012-01-01`']],
    ['from: 2010-01-01, until: 2012-01-01 }', 'from: 2012-01-01, until: 2012-01-01 }', 'not later than `from`'],
    ['from: 2009-04-01, until: 2013-04-01', 'from: 2009-04-01, until: 2003-04-01', '`2003-04-01`'],
    ['from: 2011-04-01, until: 2012-04-01 }, value', 'from: 2012-04-01, until: 2011-04-01 }, value', '`2011-04-01`'],
  ]),
  ...all('overlapping-appointments', [
    ['basis: permanent, from: 2012-01-01 }', 'basis: permanent, from: 2011-12-31 }', ['`persons/p2` already holds `posts/chief-executive` by the appointment `a2`', 'until 2012-01-01', 'line 23']],
    ['basis: permanent, from: 2012-01-01 }', 'basis: permanent }', '`a2`'],
    ['from: 2011-01-01, until: 2012-01-01 }\n  - { id: a3', 'from: 2011-01-01 }\n  - { id: a3', 'without an end', undefined, { below: 1 }],
  ]),
  ...all('cycle', [
    ['{ id: chief-executive, title: Chief Executive,', '{ id: chief-executive, title: Chief Executive, reportsTo: director,', '`reportsTo` leads from `chief-executive` back to itself: `chief-executive` → `director` → `chief-executive`'],
    ['{ id: chief-executive, title: Chief Executive,', '{ id: chief-executive, title: Chief Executive, reportsTo: chief-executive,', '`chief-executive` is its own `reportsTo`'],
    ['level: directorate', 'level: directorate, parent: adults', '`social-services` → `adults` → `social-services`'],
    ['type: council }', 'type: council, parent: cmt }', '`council` → `cmt` → `council`'],
    ['{ id: adult-care, name: Adult care,', '{ id: adult-care, name: Adult care, partOf: carers,', '`adult-care` → `carers` → `adult-care`'],
    ['{ id: cwm, name: Cwm Example,', '{ id: cwm, name: Cwm Example, partOf: dyffryn,', '`cwm` → `dyffryn` → `cwm`'],
    ['{ id: appointing, title: Appointment of the Director,', '{ id: appointing, title: Appointment of the Director, supersedes: protocol,', '`appointing` → `protocol` → `appointing`'],
  ]),
  ...all('series-without-parties', [
    ['between: [chief-executive, director], ', '', ['The series `one-to-one`', '`body`', '`between`']],
    ['between: [chief-executive, director]', 'between: [director]', 'between` one post alone'],
    ['between: [chief-executive, director]', 'between: [director, director]', 'between` one post alone'],
  ]),
];

const SHAPES = [
  ...all('header-missing', [['register:\n  id: cwm-example\n  authority: { name: { en: Cwm Example, cy: Cwm Esiampl }, nation: wales }\n  pack: wales-2009\n  completeFor: [posts, appointments]\n  asAt: 2012-12-10\n  thresholds: { attendance: 0.8, look-back: P6M }\n', '', 'does not say whose register it is']]),
  ...all('wrong-type', [['id: cwm-example\n  authority: { name: { en: Cwm Example, cy: Cwm Esiampl }, nation: wales }\n  pack: wales-2009\n  completeFor: [posts, appointments]\n  asAt: 2012-12-10\n  thresholds: { attendance: 0.8, look-back: P6M }\n', '[]\n', '`register` must be a group']]),
  ...all('kind-not-a-list', [
    ['  - { id: ri1, title: Vacancies, theme: workforce, likelihood: high, impact: medium, owner: director, controls: [plans/pl1] }', '  { id: ri1 }', '`risks` must be a list of records'],
    ['  - { id: ap1, post: director, on: 2012-04-01, against: [leadership], by: chief-executive }', '  many', '`appraisals` must be a list'],
  ]),
  ...all('record-not-a-group', [
    ['\nrisks:\n', '\nrisks:\n  - ri0\n', 'A record of `risks` must be a group', undefined, { below: 2 }],
    ['\nrisks:\n', '\nrisks:\n  -\n', 'A record of `risks` must be a group', undefined, { below: 2 }],
    ['\nrisks:\n', '\nrisks:\n  - [a, b]\n', 'A record of `risks` must be a group', undefined, { below: 2 }],
  ]),
  ...all('duplicate-key', [
    ['title: Chief Executive,', 'title: Chief Executive, title: Head,', '`title` is given twice'],
    ['\nrisks:\n', '\nposts:\nrisks:\n', '`posts` is given twice', undefined, { below: 1 }],
    ['  pack: wales-2009\n  comp', '  pack: wales-2009\n  pack: wales-2014\n  comp', '`pack` is given twice', undefined, { below: 1 }],
  ]),
];

const YAML = [
  ...all('yaml-syntax', [
    ['title: Chief Executive, designations: [head-of-paid-service] }', 'title: Chief Executive, designations: [head-of-paid-service }', 'is not closed: `]` or `}` was expected; `}` was found', undefined, { faults: 2 }],
    ['title: Chief Executive, designations: [head-of-paid-service] }', 'title: Chief Executive, designations: [head-of-paid-service]', 'is not closed', undefined, { below: 1 }],
    ['title: Chief Executive,', 'title: "Chief Executive,', 'Quotes that open before this are not closed', undefined, { faults: 2 }],
    ['\nrisks:', '\nrisks', ['`risks` has no `:` after it'], undefined, { below: 1, faults: 2 }],
    ['\nrisks:\n', '\nrisks:\n\t', 'A tab indents this line', undefined, { below: 2 }],
    ['  asAt: 2012-12-10', '   asAt: 2012-12-10', 'is not indented like the lines'],
    ['  asAt: 2012-12-10', ' asAt: 2012-12-10', 'is not indented like the lines'],
    ['  pack: wales-2009\n  comp', '  pack: wales: 2009\n  comp', 'A second colon'],
    ['title: Chief Executive,', 'title: @Chief Executive,', 'Words cannot begin with `@`'],
    ['title: Chief Executive,', 'title: `Chief` Executive,', 'Words cannot begin with'],
    ['title: Chief Executive,', 'title: "Chief \\q Executive",', 'no sign that a backslash can stand for'],
    ['grade: JNC }', 'grade: JNC } }', 'does not belong here'],
    ['register:\n', '%YAML 1.1\n---\nregister:\n', 'is a directive'],
  ]),
  ...all('several-documents', [['\nrisks:\n', '\n---\nrisks:\n', 'A second document begins here', undefined, { below: 1 }]]),
  ...all('tag-refused', [
    ['title: Chief Executive,', 'title: !secret Chief Executive,', '`!secret` is not read'],
    ['title: Chief Executive,', 'title: !!js/function "return 1",', 'js/function` is not read'],
    ['  pack: wales-2009\n  comp', '  pack: !!binary aGVsbG8=\n  comp', 'binary` is not read'],
    ['\nrisks:\n', '\nrisks: !!set\n', '`!!set` is not read', undefined, { below: 2 }],
  ]),
  ...all('alias-unknown', [
    ['title: Chief Executive,', 'title: *chief,', 'No anchor `&chief` stands before this'],
  ]),
  ...all('alias-inside-itself', [['alsoResponsibleFor: [Housing]', 'alsoResponsibleFor: &a [Housing, *a]', '`*a` stands inside the value that it repeats']]),
  ...all('merge-key', [['{ id: p2, name: Another Invented }', '{ <<: { name: Other }, id: p2 }', '`<<` would merge']]),
  ...all('key-not-words', [
    ['{ id: p2, name: Another Invented }', '{ id: p2, [a, b]: c }', 'A key here is a list, a group, an alias or nothing'],
    ['{ id: p2, name: Another Invented }', '{ id: p2, name: Another Invented, : 4 }', 'A key here is a list, a group, an alias or nothing'],
  ]),
  ...all('too-deep', [['alsoResponsibleFor: [Housing]', `alsoResponsibleFor: ${'['.repeat(100)}${']'.repeat(100)}`, 'more than 64 deep']]),
];

export const MALFORMED: readonly Malformed[] = [
  ...KINDS, ...FIELDS, ...VALUES, ...MISSING, ...TYPES, ...DATES, ...DURATIONS, ...IDS, ...WORDS_WRONG, ...VOCABULARY, ...DANGLING, ...REFERENCES, ...AMONG_RECORDS, ...SHAPES, ...YAML,
];
