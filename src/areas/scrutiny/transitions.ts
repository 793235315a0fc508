import { rule, type AreaTable } from '../../access/table.ts';

const EVERYONE_INSIDE = ['insider', 'inspector'] as const;
const KEEPERS = ['democratic-services', 'scrutiny'] as const;

/** What councillors are to receive, their programme, and what they asked. */
export const scrutiny: AreaTable = {
  entitlements: rule('entitlements', { read: EVERYONE_INSIDE, keep: [...KEEPERS, 'statutory-officer', 'head-of-paid-service'] }),
  'programme-items': rule('programme-items', { read: EVERYONE_INSIDE, concerns: ['body'], keep: [...KEEPERS, 'concerned'] }),
  questions: rule('questions', { read: EVERYONE_INSIDE, concerns: ['askedBy', 'of'], keep: [...KEEPERS, 'concerned'] }),
  briefings: rule('briefings', { read: EVERYONE_INSIDE, concerns: ['to'], keep: [...KEEPERS, 'statutory-officer', 'manager'] }),
};
