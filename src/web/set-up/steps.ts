import { account } from './account.ts';
import { authority } from './authority.ts';
import { guidance } from './guidance.ts';
import { officer } from './officer.ts';
import type { Answered, Step } from './step.ts';

/** The pages of questions, in their order: each may rest on what those before it asked. */
export const STEPS: readonly Step[] = [authority, guidance, officer('head-of-paid-service'), officer('statutory-officer'), account];

/** The first step that is not yet answered; undefined where all are. */
export const firstLeft = (answered: Answered): Step | undefined => STEPS.find((step) => step.faults(answered).length > 0);
