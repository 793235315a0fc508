import { rule, type AreaTable } from '../../access/table.ts';
import { actRow } from '../../acts/act-row.ts';

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

/** Who takes which step; that an answer is given by whom it is asked of, and a decision made by the officer or the deputy, the acts see to. */
export const ADVICE_ACTS = {
  'advice.raise': actRow({ who: ['insider'] }),
  'concern.bring': actRow({ who: ['insider'] }),
  'advice.respond': actRow({ on: 'advice', who: ['concerned', 'monitoring-officer', 'head-of-paid-service', 'statutory-officer'] }),
  'advice.escalate': actRow({ on: 'advice', who: ['concerned'] }),
  'decision.start': actRow({ who: ['statutory-officer', 'manager', 'social-worker'] }),
  'decision.hand-over': actRow({ on: 'statutory-decisions', who: ['statutory-officer', 'head-of-paid-service', 'monitoring-officer', 'concerned'] }),
  'decision.record': actRow({ on: 'statutory-decisions', who: ['statutory-officer', 'concerned'] }),
} as const;
