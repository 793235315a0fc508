import type { AreaAct } from '../acts/area-act.ts';
import { adviceActs } from './advice/acts.ts';
import { instrumentActs } from './instruments/acts.ts';
import { meetingActs } from './meetings/acts.ts';
import { scrutinyActs } from './scrutiny/acts.ts';
import { statementActs } from './self-assessment/acts.ts';

/** Every act of every area, in the order in which they are offered. The command line, the API and the pages take them from here. */
export const AREA_ACTS: readonly AreaAct[] = [...instrumentActs, ...meetingActs, ...adviceActs, ...scrutinyActs, ...statementActs];
