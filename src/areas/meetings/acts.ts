import type { AreaAct } from '../../acts/area-act.ts';

export const meetingActs: readonly AreaAct[] = [];
