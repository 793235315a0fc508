import { rule, type AreaTable } from '../../access/table.ts';

const WHO_ASSESSES = ['statutory-officer', 'head-of-paid-service', 'lead-member', 'manager', 'performance', 'democratic-services', 'scrutiny', 'inspector'] as const;
const KEEPERS = ['statutory-officer', 'performance', 'democratic-services'] as const;

/** How the authority judges itself; confirming it belongs to the office that confirms. */
export const selfAssessment: AreaTable = {
  'self-assessments': rule('self-assessments', { read: WHO_ASSESSES, keep: KEEPERS }),
  judgements: rule('judgements', { read: WHO_ASSESSES, keep: [...KEEPERS, 'manager'] }),
  confirmations: rule('confirmations', { read: WHO_ASSESSES, concerns: ['by'], keep: ['concerned'] }),
};
