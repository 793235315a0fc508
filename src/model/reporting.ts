import { anyRef, code, date, functions, group, list, oneOf, ref, text, themes, usually, words } from './field.ts';
import { defineKind, type RecordOf } from './kind.ts';
import { period } from './performance.ts';

export const reports = defineKind({
  plural: 'reports', singular: 'report', label: ['Report', 'Adroddiad'], labels: ['Reports', 'Adroddiadau'], title: 'title',
  fields: {
    type: oneOf({ annual: ['Annual report', 'Adroddiad blynyddol'], performance: ['Performance report', 'Adroddiad perfformiad'], scrutiny: ['Scrutiny report', 'Adroddiad craffu'], council: ['Council report', 'Adroddiad i’r Cyngor'] }, 'Type', 'Math'),
    title: text('Title', 'Teitl'),
    period: period().optional(),
    state: usually({
      draft: ['Draft', 'Drafft'], 'in-review': ['In review', 'Dan adolygiad'], agreed: ['Agreed', 'Cytunwyd'], presented: ['Presented', 'Cyflwynwyd'], published: ['Published', 'Cyhoeddwyd'], withdrawn: ['Withdrawn', 'Tynnwyd yn ôl'],
    }, 'State', 'Cyflwr'),
    by: ref(['posts'], 'By', 'Gan').optional(),
    publishedOn: date('Published on', 'Cyhoeddwyd ar').optional(),
    sections: list(
      group({ number: code('Number', 'Rhif').optional(), title: text('Title', 'Teitl'), text: text('Text', 'Testun').optional(), themes: themes(), functions: functions() }, 'Section', 'Adran'),
      'Sections', 'Adrannau'),
    appendices: list(ref(['evidence'], 'Appendix', 'Atodiad'), 'Appendices', 'Atodiadau'),
    wardsAffected: text('Wards affected', 'Wardiau yr effeithir arnynt').optional(),
  },
});

export const claims = defineKind({
  plural: 'claims', singular: 'claim', label: ['Claim', 'Honiad'], labels: ['Claims', 'Honiadau'], title: 'text',
  fields: {
    report: ref(['reports'], 'Report', 'Adroddiad'),
    section: words('Section', 'Adran').optional(),
    text: text('Text', 'Testun'),
    evidence: list(anyRef('Evidence', 'Tystiolaeth'), 'Evidence', 'Tystiolaeth'),
  },
});

export const evidence = defineKind({
  plural: 'evidence', singular: 'evidence', label: ['Evidence', 'Tystiolaeth'], labels: ['Evidence', 'Tystiolaeth'], title: 'title',
  fields: {
    title: text('Title', 'Teitl'),
    file: words('File', 'Ffeil').optional(),
    url: words('Address', 'Cyfeiriad').optional(),
    digest: code('Digest', 'Crynhoad').optional(),
    expires: date('Expires', 'Yn dod i ben').optional(),
    supports: list(anyRef('Supports', 'Yn cefnogi'), 'Supports', 'Yn cefnogi'),
    viewsOf: list(oneOf({ users: ['People who use services', 'Pobl sy’n defnyddio gwasanaethau'], carers: ['Carers and families', 'Gofalwyr a theuluoedd'], staff: ['Staff', 'Staff'], partners: ['Partners', 'Partneriaid'] }, 'Group', 'Grŵp'), 'Views of', 'Barn'),
  },
});

export type Report = RecordOf<typeof reports>;
export type Claim = RecordOf<typeof claims>;
export type Evidence = RecordOf<typeof evidence>;
