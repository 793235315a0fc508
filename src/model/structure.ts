import { code, date, duration, group, list, oneOf, ref, subject, text, words } from './field.ts';
import { defineKind, type RecordOf } from './kind.ts';

export const NATIONS = { wales: ['Wales', 'Cymru'], scotland: ['Scotland', 'Yr Alban'], england: ['England', 'Lloegr'] } as const;
export type Nation = keyof typeof NATIONS;

export const authorities = defineKind({
  plural: 'authorities', singular: 'authority', label: ['Authority', 'Awdurdod'], labels: ['Authorities', 'Awdurdodau'], title: 'name',
  acyclic: 'partOf',
  fields: {
    name: text('Name', 'Enw'),
    nation: oneOf(NATIONS, 'Nation', 'Cenedl'),
    pack: words('Guidance pack', 'Pecyn canllawiau').optional(),
    partOf: ref(['authorities'], 'Part of', 'Rhan o').optional(),
  },
});

export const units = defineKind({
  plural: 'units', singular: 'unit', label: ['Unit', 'Uned'], labels: ['Units', 'Unedau'], title: 'name', acyclic: 'parent',
  fields: {
    name: text('Name', 'Enw'),
    parent: ref(['units'], 'Part of', 'Rhan o').optional(),
    level: oneOf({ directorate: ['Directorate', 'Cyfarwyddiaeth'], service: ['Service', 'Gwasanaeth'], team: ['Team', 'Tîm'] }, 'Level', 'Lefel'),
  },
});

export const posts = defineKind({
  plural: 'posts', singular: 'post', label: ['Post', 'Swydd'], labels: ['Posts', 'Swyddi'], title: 'title', acyclic: 'reportsTo',
  fields: {
    title: text('Title', 'Teitl'),
    unit: ref(['units'], 'Unit', 'Uned').optional(),
    reportsTo: ref(['posts'], 'Reports to', 'Yn atebol i').optional(),
    designations: list(subject(['designations'], [], 'Designation', 'Dynodiad'), 'Designations', 'Dynodiadau'),
    alsoResponsibleFor: list(words('Service', 'Gwasanaeth'), 'Also responsible for', 'Hefyd yn gyfrifol am'),
    grade: code('Grade', 'Gradd').optional(),
  },
});

export const persons = defineKind({
  plural: 'persons', singular: 'person', label: ['Person', 'Person'], labels: ['Persons', 'Personau'], title: 'name',
  fields: {
    name: text('Name', 'Enw'),
    competencies: list(
      group({ id: subject(['competencies'], [], 'Competency', 'Cymhwysedd'), shownBy: ref(['evidence'], 'Shown by', 'Dangosir gan').optional() }, 'Competency', 'Cymhwysedd'),
      'Competencies', 'Cymwyseddau'),
    qualifications: list(group({ award: words('Award', 'Dyfarniad'), on: date('On', 'Ar').optional() }, 'Qualification', 'Cymhwyster'), 'Qualifications', 'Cymwysterau'),
    registrations: list(
      group({ body: words('Body', 'Corff'), number: code('Number', 'Rhif'), from: date('From', 'O'), until: date('Until', 'Hyd at').optional() }, 'Registration', 'Cofrestriad'),
      'Registrations', 'Cofrestriadau'),
  },
});

export const appointments = defineKind({
  plural: 'appointments', singular: 'appointment', label: ['Appointment', 'Penodiad'], labels: ['Appointments', 'Penodiadau'],
  fields: {
    person: ref(['persons'], 'Person', 'Person'),
    post: ref(['posts'], 'Post', 'Swydd'),
    basis: oneOf({
      permanent: ['Permanent', 'Parhaol'], interim: ['Interim', 'Dros dro'], acting: ['Acting', 'Gweithredol'],
      seconded: ['Seconded', 'Ar secondiad'], shared: ['Shared', 'Wedi’i rannu'],
    }, 'Basis', 'Sail'),
    sharedWith: words('Shared with', 'Rhannir â').optional(),
    madeBy: ref(['bodies'], 'Made by', 'Gwnaed gan').optional(),
    procedure: ref(['instruments'], 'Procedure', 'Gweithdrefn').optional(),
  },
});

export const appraisals = defineKind({
  plural: 'appraisals', singular: 'appraisal', label: ['Appraisal', 'Arfarniad'], labels: ['Appraisals', 'Arfarniadau'],
  fields: {
    post: ref(['posts'], 'Post', 'Swydd'),
    on: date('On', 'Ar'),
    against: list(subject(['accountabilities'], [], 'Accountability', 'Atebolrwydd'), 'Against', 'Yn erbyn'),
    by: ref(['posts'], 'By', 'Gan'),
  },
});

export const BODY_TYPES = {
  council: ['Council', 'Cyngor'], cabinet: ['Cabinet', 'Cabinet'], 'scrutiny-committee': ['Scrutiny committee', 'Pwyllgor craffu'],
  'corporate-management-team': ['Corporate management team', 'Tîm rheoli corfforaethol'],
  'departmental-management-team': ['Departmental management team', 'Tîm rheoli adrannol'],
  'children-safeguarding-board': ['Children safeguarding board', 'Bwrdd diogelu plant'],
  'adult-protection-committee': ['Adult protection committee', 'Pwyllgor amddiffyn oedolion'],
  'local-service-board': ['Local service board', 'Bwrdd gwasanaethau lleol'], 'regional-collaboration': ['Regional collaboration', 'Cydweithrediad rhanbarthol'],
  partnership: ['Partnership', 'Partneriaeth'], forum: ['Forum', 'Fforwm'], 'working-group': ['Working group', 'Gweithgor'],
  committee: ['Other committee', 'Pwyllgor arall'],
} as const;
export type BodyType = keyof typeof BODY_TYPES;

export const bodies = defineKind({
  plural: 'bodies', singular: 'body', label: ['Body', 'Corff'], labels: ['Bodies', 'Cyrff'], title: 'name', acyclic: 'parent',
  fields: {
    name: text('Name', 'Enw'),
    type: oneOf(BODY_TYPES, 'Type', 'Math'),
    parent: ref(['bodies'], 'Parent', 'Rhiant').optional(),
    remit: list(subject(['themes'], ['functions'], 'Theme or function', 'Thema neu swyddogaeth'), 'Remit', 'Cylch gwaith'),
    frequency: duration('Frequency', 'Amlder').optional(),
  },
});

export const seats = defineKind({
  plural: 'seats', singular: 'seat', label: ['Seat', 'Sedd'], labels: ['Seats', 'Seddi'],
  fields: {
    body: ref(['bodies'], 'Body', 'Corff'),
    holder: ref(['posts', 'persons', 'organisations'], 'Holder', 'Deiliad'),
    role: oneOf({
      chair: ['Chair', 'Cadeirydd'], 'vice-chair': ['Vice-chair', 'Is-gadeirydd'], member: ['Member', 'Aelod'],
      adviser: ['Adviser', 'Cynghorydd'], 'in-attendance': ['In attendance', 'Yn bresennol'],
    }, 'Role', 'Rôl'),
  },
});

export const organisations = defineKind({
  plural: 'organisations', singular: 'organisation', label: ['Organisation', 'Sefydliad'], labels: ['Organisations', 'Sefydliadau'], title: 'name',
  fields: {
    name: text('Name', 'Enw'),
    type: oneOf({
      'health-board': ['Health board', 'Bwrdd iechyd'], police: ['Police', 'Heddlu'], probation: ['Probation', 'Prawf'],
      'third-sector': ['Third sector', 'Trydydd sector'], provider: ['Provider', 'Darparwr'], council: ['Council', 'Cyngor'],
      inspectorate: ['Inspectorate', 'Arolygiaeth'], union: ['Trade union', 'Undeb llafur'],
      'user-or-carer-group': ['User or carer group', 'Grŵp defnyddwyr neu ofalwyr'],
      'professional-body': ['Professional body', 'Corff proffesiynol'], government: ['Government', 'Llywodraeth'],
    }, 'Type', 'Math'),
  },
});

export const functionsOfServices = defineKind({
  plural: 'functions', singular: 'function', label: ['Function', 'Swyddogaeth'], labels: ['Functions', 'Swyddogaethau'], title: 'name', acyclic: 'partOf',
  fields: {
    name: text('Name', 'Enw'),
    group: oneOf({ adult: ['Adults', 'Oedolion'], children: ['Children', 'Plant'], both: ['Both', 'Y ddau'], corporate: ['Corporate', 'Corfforaethol'] }, 'Group', 'Grŵp'),
    partOf: ref(['functions'], 'Part of', 'Rhan o').optional(),
    delivery: oneOf({ direct: ['Direct', 'Uniongyrchol'], partnership: ['In partnership', 'Mewn partneriaeth'], purchased: ['Purchased', 'Wedi’i brynu'] }, 'Delivery', 'Darpariaeth'),
    unit: ref(['units'], 'Unit', 'Uned').optional(),
    ledBy: ref(['posts'], 'Led by', 'Arweinir gan').optional(),
  },
});

export type Authority = RecordOf<typeof authorities>;
export type Unit = RecordOf<typeof units>;
export type Post = RecordOf<typeof posts>;
export type Person = RecordOf<typeof persons>;
export type Appointment = RecordOf<typeof appointments>;
export type Appraisal = RecordOf<typeof appraisals>;
export type Body = RecordOf<typeof bodies>;
export type Seat = RecordOf<typeof seats>;
export type Organisation = RecordOf<typeof organisations>;
export type Function = RecordOf<typeof functionsOfServices>;
