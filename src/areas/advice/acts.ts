import type { AreaAct } from '../../acts/area-act.ts';

export const adviceActs: readonly AreaAct[] = [];
