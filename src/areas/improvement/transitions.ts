import { rule, type AreaTable } from '../../access/table.ts';

/** Risks to the role and its services, with what is done about them. */
export const improvement: AreaTable = {
  risks: rule('risks', { read: ['officer', 'lead-member', 'scrutiny', 'inspector', 'concerned'], concerns: ['owner'], keep: ['manager', 'statutory-officer', 'head-of-paid-service', 'concerned'] }),
};
