import { anyRef, code, date, flag, list, oneOf, ref, text, usually, words } from './field.ts';
import { defineKind, type RecordOf } from './kind.ts';
import { period } from './performance.ts';

export const inspections = defineKind({
  plural: 'inspections', singular: 'inspection', label: ['Inspection', 'Arolygiad'], labels: ['Inspections', 'Arolygiadau'], title: 'title',
  fields: {
    title: text('Title', 'Teitl'),
    question: text('Question', 'Cwestiwn').optional(),
    pack: words('Guidance pack', 'Pecyn canllawiau').optional(),
    period: period().optional(),
  },
});

export const sites = defineKind({
  plural: 'sites', singular: 'site', label: ['Fieldwork site', 'Safle gwaith maes'], labels: ['Fieldwork sites', 'Safleoedd gwaith maes'],
  fields: {
    inspection: ref(['inspections'], 'Inspection', 'Arolygiad'),
    authority: ref(['authorities', 'organisations'], 'Authority', 'Awdurdod'),
    pilot: flag('Pilot', 'Peilot').optional(),
  },
});

export const teamMembers = defineKind({
  plural: 'team-members', singular: 'team-member', label: ['Team member', 'Aelod o’r tîm'], labels: ['Team members', 'Aelodau’r tîm'],
  fields: {
    inspection: ref(['inspections'], 'Inspection', 'Arolygiad'),
    person: ref(['persons'], 'Person', 'Person'),
    role: oneOf({ inspector: ['Inspector', 'Arolygydd'], 'peer-reviewer': ['Peer reviewer', 'Adolygydd cymheiriaid'], 'fee-paid': ['Fee-paid inspector', 'Arolygydd a delir drwy ffi'] }, 'Role', 'Rôl'),
    interests: list(words('Interest', 'Buddiant'), 'Interests', 'Buddiannau'),
  },
});

export const documentRequests = defineKind({
  plural: 'document-requests', singular: 'document-request', label: ['Document request', 'Cais am ddogfen'], labels: ['Document requests', 'Ceisiadau am ddogfennau'], title: 'what',
  fields: {
    site: ref(['sites'], 'Site', 'Safle'),
    what: text('What', 'Beth'),
    due: date('Due', 'Erbyn').optional(),
    receivedOn: date('Received on', 'Derbyniwyd ar').optional(),
    document: ref(['instruments', 'reports', 'evidence'], 'Document', 'Dogfen').optional(),
  },
});

export const engagements = defineKind({
  plural: 'engagements', singular: 'engagement', label: ['Engagement', 'Ymgysylltiad'], labels: ['Engagements', 'Ymgysylltiadau'], title: 'schedule',
  fields: {
    site: ref(['sites'], 'Site', 'Safle'),
    type: usually({ interview: ['Interview', 'Cyfweliad'], group: ['Group', 'Grŵp'], presentation: ['Presentation', 'Cyflwyniad'] }, 'Type', 'Math'),
    with: list(ref(['posts', 'persons', 'organisations', 'bodies'], 'With', 'Gyda'), 'With', 'Gyda'),
    on: date('On', 'Ar').optional(),
    schedule: text('Schedule', 'Amserlen').optional(),
    notes: text('Notes', 'Nodiadau').optional(),
  },
});

const LENSES = { paper: ['On paper', 'Ar bapur'], practice: ['In practice', 'Yn ymarferol'], resilient: ['Resilient', 'Gwydn'] } as const;

export const findings = defineKind({
  plural: 'findings', singular: 'finding', label: ['Finding', 'Canfyddiad'], labels: ['Findings', 'Canfyddiadau'], title: 'text',
  fields: {
    site: ref(['sites'], 'Site', 'Safle'),
    expectation: words('Expectation', 'Disgwyliad').optional(),
    lens: oneOf(LENSES, 'Lens', 'Lens').optional(),
    text: text('Text', 'Testun'),
    sources: list(anyRef('Source', 'Ffynhonnell'), 'Sources', 'Ffynonellau'),
  },
});

export const moderations = defineKind({
  plural: 'moderations', singular: 'moderation', label: ['Moderation', 'Safoni'], labels: ['Moderations', 'Safoni'], title: 'why',
  fields: {
    finding: ref(['findings'], 'Finding', 'Canfyddiad'),
    by: list(ref(['persons'], 'By', 'Gan'), 'By', 'Gan'),
    before: text('Before', 'Cyn'),
    after: text('After', 'Ar ôl'),
    why: text('Why', 'Pam'),
  },
});

export const recommendations = defineKind({
  plural: 'recommendations', singular: 'recommendation', label: ['Recommendation', 'Argymhelliad'], labels: ['Recommendations', 'Argymhellion'], title: 'text',
  fields: {
    inspection: ref(['inspections'], 'Inspection', 'Arolygiad'),
    number: code('Number', 'Rhif'),
    text: text('Text', 'Testun'),
    to: list(ref(['authorities', 'posts', 'bodies', 'organisations'], 'To', 'I'), 'To', 'I'),
  },
});
export type Recommendation = RecordOf<typeof recommendations>;
export type Finding = RecordOf<typeof findings>;
