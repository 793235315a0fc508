import { anyRef, list, ref, text, theme, usually } from './field.ts';
import { defineKind, type RecordOf } from './kind.ts';

const LEVELS = { low: ['Low', 'Isel'], medium: ['Medium', 'Canolig'], high: ['High', 'Uchel'], 'very-high': ['Very high', 'Uchel iawn'] } as const;

export const risks = defineKind({
  plural: 'risks', singular: 'risk', label: ['Risk', 'Risg'], labels: ['Risks', 'Risgiau'], title: 'title',
  fields: {
    title: text('Title', 'Teitl'),
    theme: theme().optional(),
    likelihood: usually(LEVELS, 'Likelihood', 'Tebygolrwydd'),
    impact: usually(LEVELS, 'Impact', 'Effaith'),
    owner: ref(['posts'], 'Owner', 'Perchennog'),
    controls: list(anyRef('Control', 'Rheolaeth'), 'Controls', 'Rheolaethau'),
  },
});

export type Risk = RecordOf<typeof risks>;
