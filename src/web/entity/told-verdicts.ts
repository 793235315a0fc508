import { restsOnHidden } from '../../areas/rests-on-hidden.ts';
import type { Judged } from '../../assessment/assess.ts';
import type { LensMoved } from '../../assessment/lenses-moved.ts';
import type { Reading } from '../reading.ts';

/** Whether the reader may be told what a verdict rests on: all that was read to find it is for them to see. */
export const mayTell = (reading: Reading, judged: Judged, lens: LensMoved['lens']): boolean =>
  (lens === 'resilient' ? (['paper', 'practice'] as const) : [lens]).every((one) => !restsOnHidden(reading, judged, one));
