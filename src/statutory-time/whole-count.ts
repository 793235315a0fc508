import { quoted } from '../kernel/fault.ts';
import { ok, refused, type Result } from '../kernel/result.ts';

/** Refuses a number of days that is not a whole one from 1 to 366, the longest period that any enactment here has with room to spare. */
export const wholeCount = (days: number): Result<number> =>
  Number.isInteger(days) && days >= 1 && days <= 366
    ? ok(days)
    : refused({ category: 'misuse', code: 'not-a-count', sentence: `${quoted(days)} is not a number of days: give a whole number from 1 to 366.`, found: String(days) });
