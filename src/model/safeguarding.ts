import { date, group, list, ref, text, theme, usually } from './field.ts';
import { defineKind, type RecordOf } from './kind.ts';

export const caseReviews = defineKind({
  plural: 'case-reviews', singular: 'case-review', label: ['Case review', 'Adolygiad achos'], labels: ['Case reviews', 'Adolygiadau achos'], title: 'title',
  fields: {
    title: text('Title', 'Teitl'),
    type: usually({
      'serious-case-review': ['Serious case review', 'Adolygiad achos difrifol'], 'child-practice-review': ['Child practice review', 'Adolygiad ymarfer plant'],
      'adult-practice-review': ['Adult practice review', 'Adolygiad ymarfer oedolion'], 'significant-case-review': ['Significant case review', 'Adolygiad achos arwyddocaol'],
      'learning-review': ['Learning review', 'Adolygiad dysgu'], other: ['Other', 'Arall'],
    }, 'Type', 'Math'),
    completedOn: date('Completed on', 'Cwblhawyd ar').optional(),
    lessons: list(
      group({ text: text('Lesson', 'Gwers'), for: list(ref(['posts', 'bodies', 'organisations'], 'For', 'Ar gyfer'), 'For', 'Ar gyfer') }, 'Lesson', 'Gwers'),
      'Lessons', 'Gwersi'),
  },
});

export const audits = defineKind({
  plural: 'audits', singular: 'audit', label: ['Audit', 'Archwiliad'], labels: ['Audits', 'Archwiliadau'], title: 'findings',
  fields: {
    theme: theme(),
    function: ref(['functions'], 'Function', 'Swyddogaeth').optional(),
    on: date('On', 'Ar'),
    by: ref(['posts', 'bodies', 'organisations', 'persons', 'units'], 'By', 'Gan').optional(),
    findings: text('Findings', 'Canfyddiadau').optional(),
  },
});

export type CaseReview = RecordOf<typeof caseReviews>;
export type Audit = RecordOf<typeof audits>;
