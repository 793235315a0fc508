import { quoted } from '../kernel/fault.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { BothLanguages } from '../kernel/text.ts';

const SHAPE = /^P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?)?$/;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Milliseconds of an ISO 8601 duration of weeks, days, hours and minutes: `PT24H`, `PT72H`, `P7D`. A day is 24 hours that pass,
 * whatever the clocks do. Years and months have no such length: `kernel/duration.ts` reckons them by the calendar.
 */
export function clockLength(text: string): Result<number> {
  const match = SHAPE.exec(text);
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = match === null ? [] : match.slice(1).map((part) => Number(part ?? 0));
  const length = ((weeks * 7 + days) * 24 + hours) * HOUR + minutes * MINUTE;
  if (match !== null && length > 0) return ok(length);
  return refused({ category: 'misuse', code: 'not-a-clock-length', sentence: `${quoted(text)} is not a time that a clock can run for: write it as PT72H or P7D.`, found: text, expected: 'PT72H' });
}

/** "24 hours", "1 hour and 30 minutes"; "24 awr", "1 awr a 30 munud". Cut to whole minutes. */
export function hoursInWords(milliseconds: number): BothLanguages {
  const [hours, minutes] = [Math.floor(milliseconds / HOUR), Math.floor((milliseconds % HOUR) / MINUTE)];
  const [hoursEn, minutesEn] = [`${hours} ${hours === 1 ? 'hour' : 'hours'}`, `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`];
  if (minutes === 0) return { en: hoursEn, cy: `${hours} awr` };
  return hours === 0 ? { en: minutesEn, cy: `${minutes} munud` } : { en: `${hoursEn} and ${minutesEn}`, cy: `${hours} awr a ${minutes} munud` };
}
