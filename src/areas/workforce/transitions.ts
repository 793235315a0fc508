import { rule, type AreaTable } from '../../access/table.ts';

const EVERYONE_INSIDE = ['insider', 'inspector'] as const;
const KEEPERS = ['workforce', 'manager', 'statutory-officer'] as const;

/** Requests for data, what came back, and plans. What a partner sent is for those who asked and the partner. */
export const workforce: AreaTable = {
  requests: rule('requests', { read: EVERYONE_INSIDE, concerns: ['to'], keep: [...KEEPERS, 'performance'] }),
  returns: rule('returns', { read: ['workforce', 'manager', 'performance', 'statutory-officer', 'head-of-paid-service', 'inspector', 'concerned'], concerns: ['from'], keep: [...KEEPERS, 'performance', 'concerned'] }),
  plans: rule('plans', { read: EVERYONE_INSIDE, concerns: ['body'], keep: [...KEEPERS, 'democratic-services'] }),
};
