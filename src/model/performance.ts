import { z } from 'zod';
import { amount, code, date, fieldMeta, group, oneOf, ref, text, theme, words } from './field.ts';
import { defineKind, type RecordOf } from './kind.ts';

/** From inclusive, until exclusive, like every period. */
export const period = () => group({ from: date('From', 'O'), until: date('Until', 'Hyd at') }, 'Period', 'Cyfnod');

export const indicators = defineKind({
  plural: 'indicators', singular: 'indicator', label: ['Indicator', 'Dangosydd'], labels: ['Indicators', 'Dangosyddion'], title: 'title',
  fields: {
    code: code('Code', 'Cod').optional(),
    title: text('Title', 'Teitl'),
    theme: theme().optional(),
    function: ref(['functions'], 'Function', 'Swyddogaeth').optional(),
    unit: words('Unit of measurement', 'Uned fesur').optional(),
    better: oneOf({ higher: ['Higher is better', 'Uwch yw’r gorau'], lower: ['Lower is better', 'Is yw’r gorau'], neither: ['Neither', 'Y naill na’r llall'] }, 'Better', 'Gwell'),
    target: amount('Target', 'Targed').optional(),
    source: words('Source', 'Ffynhonnell').optional(),
  },
});

export const observations = defineKind({
  plural: 'observations', singular: 'observation', label: ['Observation', 'Arsylwad'], labels: ['Observations', 'Arsylwadau'],
  fields: {
    indicator: ref(['indicators'], 'Indicator', 'Dangosydd'),
    period: period(),
    value: z.number().nullable().register(fieldMeta, { label: { en: 'Value', cy: 'Gwerth' }, expected: 'a number, or null where there was none' }),
    status: oneOf({ provisional: ['Provisional', 'Dros dro'], final: ['Final', 'Terfynol'] }, 'Status', 'Statws'),
    filedOn: date('Filed on', 'Ffeiliwyd ar').optional(),
    noteCode: code('Note code', 'Cod nodyn').optional(),
  },
});

export const commentaries = defineKind({
  plural: 'commentaries', singular: 'commentary', label: ['Commentary', 'Sylwebaeth'], labels: ['Commentaries', 'Sylwebaethau'], title: 'analysis',
  fields: {
    on: ref(['indicators', 'reports'], 'On', 'Ar'),
    period: period(),
    analysis: text('Analysis', 'Dadansoddiad'),
    outcome: text('Outcome', 'Canlyniad').optional(),
    usersExperience: text('Users’ experience', 'Profiad defnyddwyr').optional(),
    risk: text('Risk', 'Risg').optional(),
    correctiveAction: ref(['actions'], 'Corrective action', 'Cam cywiro').optional(),
  },
});

export type Indicator = RecordOf<typeof indicators>;
export type Observation = RecordOf<typeof observations>;
export type Commentary = RecordOf<typeof commentaries>;
