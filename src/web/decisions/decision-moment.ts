import { dateInLondon, endOfDay, type Instant } from '../../kernel/instant.ts';
import type { Reading } from '../reading.ts';

/** The moment at which clocks are read: now on the day itself, else the end of the day that the page is read as at. */
export const momentOf = ({ asAt: { date } }: Reading, now: Instant): Instant => (dateInLondon(now) === date ? now : endOfDay(date));
