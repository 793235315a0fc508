import type { Role } from '../access/roles.ts';

/** Who may ask for the acts that are about no one kind of record. Erasing takes two of them; each must be allowed to keep every record that goes. */
export const ACT_RULES: Readonly<Record<string, readonly Role[]>> = {
  'erasure.propose': ['monitoring-officer', 'statutory-officer', 'head-of-paid-service'],
  'erasure.carry-out': ['monitoring-officer', 'statutory-officer', 'head-of-paid-service'],
  'erasure.withdraw': ['monitoring-officer', 'statutory-officer', 'head-of-paid-service'],
};
