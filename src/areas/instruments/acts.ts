import type { AreaAct } from '../../acts/area-act.ts';

export const instrumentActs: readonly AreaAct[] = [];
