import { rule, type AreaTable } from '../../access/table.ts';
import { actRow } from '../../acts/act-row.ts';

const EVERYONE_INSIDE = ['insider', 'inspector'] as const;
const KEEPERS = ['democratic-services', 'scrutiny'] as const;

/** What councillors are to receive, their programme, and what they asked. */
export const scrutiny: AreaTable = {
  entitlements: rule('entitlements', { read: EVERYONE_INSIDE, keep: [...KEEPERS, 'statutory-officer', 'head-of-paid-service'] }),
  'programme-items': rule('programme-items', { read: EVERYONE_INSIDE, concerns: ['body'], keep: [...KEEPERS, 'concerned'] }),
  questions: rule('questions', { read: EVERYONE_INSIDE, concerns: ['askedBy', 'of'], keep: [...KEEPERS, 'concerned'] }),
  briefings: rule('briefings', { read: EVERYONE_INSIDE, concerns: ['to'], keep: [...KEEPERS, 'statutory-officer', 'manager'] }),
};

/** Who takes which step with what councillors receive, plan and ask. */
export const SCRUTINY_ACTS = {
  'entitlement.set': actRow({ who: [...KEEPERS, 'statutory-officer', 'head-of-paid-service'] }),
  'briefing.give': actRow({ who: [...KEEPERS, 'statutory-officer', 'manager'] }),
  'programme.add': actRow({ who: [...KEEPERS] }),
  /** Members of a committee may sit there by name alone: the act asks whether they do. */
  'question.ask': actRow({ who: ['insider'] }),
  'question.answer': actRow({ on: 'questions', who: ['concerned'] }),
  'question.accept': actRow({ on: 'questions', who: ['concerned', 'democratic-services'] }),
} as const;
