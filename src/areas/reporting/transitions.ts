import { rule, type AreaTable } from '../../access/table.ts';
import type { Report } from '../../model/reporting.ts';

const EVERYONE_INSIDE = ['insider', 'inspector'] as const;
const KEEPERS = ['statutory-officer', 'democratic-services', 'performance', 'manager'] as const;
const isPublished = (report: Report | undefined): boolean => report?.state === 'published';

/** A report is public when it is published, and its claims with it; never before. */
export const reporting: AreaTable = {
  reports: rule('reports', { read: EVERYONE_INSIDE, concerns: ['by'], published: isPublished, keep: KEEPERS, guarded: { note: EVERYONE_INSIDE } }),
  claims: rule('claims', { read: EVERYONE_INSIDE, published: ({ report }, snapshot) => isPublished(snapshot.get(report)), keep: KEEPERS, guarded: { evidence: EVERYONE_INSIDE, note: EVERYONE_INSIDE } }),
  evidence: rule('evidence', { read: EVERYONE_INSIDE, keep: [...KEEPERS, 'workforce', 'safeguarding'] }),
};
