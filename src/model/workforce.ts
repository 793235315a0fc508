import { date, flag, list, ref, text, theme, usually, words } from './field.ts';
import { defineKind, type RecordOf } from './kind.ts';
import { period } from './performance.ts';

export const requests = defineKind({
  plural: 'requests', singular: 'request', label: ['Request', 'Cais'], labels: ['Requests', 'Ceisiadau'], title: 'title',
  fields: {
    title: text('Title', 'Teitl'),
    what: text('What is asked for', 'Yr hyn y gofynnir amdano').optional(),
    theme: theme().optional(),
    to: list(ref(['organisations', 'posts'], 'To', 'At'), 'To', 'At'),
    issuedOn: date('Issued on', 'Cyhoeddwyd ar'),
    due: date('Due', 'Erbyn'),
    closed: flag('Closed', 'Ar gau').optional(),
    reminders: list(date('Reminder', 'Nodyn atgoffa'), 'Reminders', 'Nodiadau atgoffa'),
  },
});

export const returns = defineKind({
  plural: 'returns', singular: 'return', label: ['Return', 'Ffurflen'], labels: ['Returns', 'Ffurflenni'],
  fields: {
    request: ref(['requests'], 'Request', 'Cais'),
    from: ref(['organisations', 'posts'], 'From', 'Oddi wrth'),
    on: date('On', 'Ar'),
    content: text('Content', 'Cynnwys').optional(),
    file: words('File', 'Ffeil').optional(),
  },
});

export const plans = defineKind({
  plural: 'plans', singular: 'plan', label: ['Plan', 'Cynllun'], labels: ['Plans', 'Cynlluniau'], title: 'title',
  fields: {
    title: text('Title', 'Teitl').optional(),
    type: usually({
      workforce: ['Workforce', 'Gweithlu'], business: ['Business', 'Busnes'], improvement: ['Improvement', 'Gwella'], training: ['Training', 'Hyfforddiant'],
      'annual-report': ['Annual report', 'Adroddiad blynyddol'], service: ['Service', 'Gwasanaeth'], consultation: ['Consultation', 'Ymgynghori'], other: ['Other', 'Arall'],
    }, 'Type', 'Math'),
    body: ref(['bodies'], 'Body', 'Corff').optional(),
    period: period(),
    'whole-sector': flag('Whole sector', 'Y sector cyfan').optional(),
    state: usually({ draft: ['Draft', 'Drafft'], approved: ['Approved', 'Cymeradwywyd'], closed: ['Closed', 'Ar gau'], withdrawn: ['Withdrawn', 'Tynnwyd yn ôl'] }, 'State', 'Cyflwr'),
    approvedBy: ref(['bodies', 'posts'], 'Approved by', 'Cymeradwywyd gan').optional(),
  },
});

export type Request = RecordOf<typeof requests>;
export type Return = RecordOf<typeof returns>;
export type Plan = RecordOf<typeof plans>;
