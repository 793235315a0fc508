import type { AreaAct } from '../../acts/area-act.ts';

export const statementActs: readonly AreaAct[] = [];
