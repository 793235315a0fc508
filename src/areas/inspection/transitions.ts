import { rule, type AreaTable } from '../../access/table.ts';

const WHO_IS_INSPECTED = ['inspector', 'statutory-officer', 'head-of-paid-service', 'monitoring-officer', 'democratic-services', 'lead-member'] as const;

/** Fieldwork is the inspectors' own until they report: findings, notes and moderation are theirs alone to see. */
export const inspection: AreaTable = {
  inspections: rule('inspections', { read: ['insider', 'inspector'], keep: ['inspector', 'democratic-services'] }),
  sites: rule('sites', { read: ['insider', 'inspector'], keep: ['inspector', 'democratic-services'] }),
  'team-members': rule('team-members', { read: WHO_IS_INSPECTED, keep: ['inspector', 'democratic-services'], guarded: { interests: ['inspector'] } }),
  'document-requests': rule('document-requests', { read: WHO_IS_INSPECTED, keep: ['inspector', 'democratic-services', 'statutory-officer'] }),
  engagements: rule('engagements', { read: [...WHO_IS_INSPECTED, 'concerned'], concerns: ['with'], keep: ['inspector'], guarded: { notes: ['inspector'], note: ['inspector'] } }),
  findings: rule('findings', { read: ['inspector'], keep: ['inspector'] }),
  moderations: rule('moderations', { read: ['inspector'], keep: ['inspector'] }),
  recommendations: rule('recommendations', { read: [], published: () => true, keep: ['inspector', 'democratic-services', 'statutory-officer'] }),
};
