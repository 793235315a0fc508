import { rule, type AreaTable } from '../../access/table.ts';

const CONCERNED = ['from', 'by', 'to', 'responses.by'] as const;

/** Confidential advice is between those whom it names; nobody else may know that it exists, whatever their post. */
export const advice: AreaTable = {
  advice: rule('advice', {
    read: ['concerned', 'statutory-officer', 'head-of-paid-service', 'monitoring-officer', 'inspector'],
    concerns: CONCERNED,
    narrower: { is: ({ confidential }) => confidential === true, read: ['concerned'] },
    keep: ['concerned'],
    guarded: { note: ['concerned'] },
  }),
  'statutory-decisions': rule('statutory-decisions', {
    read: ['concerned', 'statutory-officer', 'head-of-paid-service', 'monitoring-officer', 'inspector'],
    concerns: ['by'],
    keep: ['statutory-officer', 'concerned'],
  }),
};
