import type { AreaAct } from '../../acts/area-act.ts';
import { giveBriefing } from './acts/briefing.ts';
import { setEntitlement } from './acts/entitlement.ts';
import { addToProgramme } from './acts/programme.ts';
import { acceptAnswer, answerQuestion, askQuestion } from './acts/questions.ts';

/** What councillors are to receive, their briefings and programme, and what they ask. */
export const scrutinyActs: readonly AreaAct[] = [setEntitlement, giveBriefing, addToProgramme, askQuestion, answerQuestion, acceptAnswer];
