import type { AreaAct } from '../../acts/area-act.ts';
import { raiseBarrier, resolveBarrier, respondToBarrier } from './acts/barrier-acts.ts';
import { draftStatement, reserveInStatement, signStatement, withdrawStatement } from './acts/statement-acts.ts';

/** The yearly statement of the Head of Paid Service, and what stands in the way of the statutory role. */
export const statementActs: readonly AreaAct[] = [draftStatement, reserveInStatement, signStatement, withdrawStatement, raiseBarrier, respondToBarrier, resolveBarrier];
