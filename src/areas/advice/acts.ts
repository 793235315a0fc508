import type { AreaAct } from '../../acts/area-act.ts';
import { bringConcern } from './acts/bring-concern.ts';
import { escalate } from './acts/escalate.ts';
import { handOver } from './acts/hand-over.ts';
import { raise } from './acts/raise.ts';
import { recordDecision } from './acts/record-decision.ts';
import { respond } from './acts/respond.ts';
import { startDecision } from './acts/start-decision.ts';

/** Advice, concern, challenge and dissent, and the decisions that law puts on the statutory officer. */
export const adviceActs: readonly AreaAct[] = [raise, bringConcern, respond, escalate, startDecision, handOver, recordDecision];
