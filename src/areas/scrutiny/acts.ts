import type { AreaAct } from '../../acts/area-act.ts';

export const scrutinyActs: readonly AreaAct[] = [];
