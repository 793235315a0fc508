import { rule, type AreaTable } from '../../access/table.ts';
import { actRow } from '../../acts/act-row.ts';

const WHO_ASSESSES = ['statutory-officer', 'head-of-paid-service', 'lead-member', 'manager', 'performance', 'democratic-services', 'scrutiny', 'inspector'] as const;
const KEEPERS = ['statutory-officer', 'performance', 'democratic-services'] as const;

/** How the authority judges itself; confirming it belongs to the office that confirms. */
export const selfAssessment: AreaTable = {
  'self-assessments': rule('self-assessments', { read: WHO_ASSESSES, keep: KEEPERS }),
  judgements: rule('judgements', { read: WHO_ASSESSES, keep: [...KEEPERS, 'manager'] }),
  confirmations: rule('confirmations', { read: WHO_ASSESSES, concerns: ['by'], keep: ['concerned'] }),
  statements: rule('statements', {
    read: ['insider', 'inspector'],
    concerns: ['as', 'by'],
    narrower: { is: ({ state }) => state === 'draft', read: ['concerned'] },
    keep: ['head-of-paid-service'],
  }),
  barriers: rule('barriers', {
    read: WHO_ASSESSES,
    concerns: ['raisedBy', 'owner'],
    narrower: { is: ({ confidential }) => confidential === true, read: ['concerned'] },
    keep: ['concerned', 'head-of-paid-service'],
  }),
};

/** Who takes which step with the yearly statement and with barriers. */
export const STATEMENT_ACTS = {
  'statement.draft': actRow({ who: ['head-of-paid-service'] }),
  'statement.reserve': actRow({ on: 'statements', from: ['draft'], who: ['head-of-paid-service'] }),
  'statement.sign': actRow({ on: 'statements', from: ['draft'], who: ['head-of-paid-service'] }),
  'statement.withdraw': actRow({ on: 'statements', from: ['draft', 'signed'], who: ['head-of-paid-service'] }),
  'barrier.raise': actRow({ who: ['officer', 'lead-member', 'scrutiny'] }),
  'barrier.respond': actRow({ on: 'barriers', from: ['open', 'being-resolved'], who: ['concerned', 'head-of-paid-service', 'lead-member'] }),
  'barrier.resolve': actRow({ on: 'barriers', from: ['open', 'being-resolved'], who: ['head-of-paid-service'] }),
} as const;
