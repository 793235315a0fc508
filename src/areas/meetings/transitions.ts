import { rule, type AreaTable } from '../../access/table.ts';

const EVERYONE_INSIDE = ['insider', 'inspector'] as const;
const KEEPERS = ['democratic-services', 'statutory-officer', 'head-of-paid-service', 'concerned'] as const;

/** That people met and what it was about is open inside the authority; those of the meeting keep its record. */
export const meetings: AreaTable = {
  series: rule('series', { read: EVERYONE_INSIDE, concerns: ['between', 'body'], keep: KEEPERS }),
  meetings: rule('meetings', { read: EVERYONE_INSIDE, concerns: ['body', 'attended', 'apologies'], keep: KEEPERS, guarded: { note: ['concerned', 'inspector'] } }),
  actions: rule('actions', { read: EVERYONE_INSIDE, concerns: ['owner', 'acceptedBy'], keep: KEEPERS }),
};
