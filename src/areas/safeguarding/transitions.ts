import { rule, type AreaTable } from '../../access/table.ts';

const WHO_LEARNS = ['officer', 'lead-member', 'scrutiny', 'inspector', 'concerned'] as const;
const KEEPERS = ['safeguarding', 'statutory-officer', 'performance'] as const;

/** What was learnt from cases and audits, for those who are to act on it. */
export const safeguarding: AreaTable = {
  'case-reviews': rule('case-reviews', { read: WHO_LEARNS, concerns: ['lessons.for'], keep: KEEPERS }),
  audits: rule('audits', { read: WHO_LEARNS, concerns: ['by'], keep: [...KEEPERS, 'manager'] }),
};
