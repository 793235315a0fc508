import { Temporal } from 'temporal-polyfill';
import { ZONE, instantInWords, instantOf, type Instant } from '../kernel/instant.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { BothLanguages } from '../kernel/text.ts';
import { knownDays } from './calendar.ts';
import { clockLength } from './clock-length.ts';
import { clockParts, countedPart, type ClockPart, type Running } from './clock-parts.ts';
import { calendarOf } from './load-calendars.ts';

export interface Deadline {
  readonly from: Instant;
  /** Milliseconds that the clock runs for. */
  readonly length: number;
  /** The last moment in time; absent while a stop without an end leaves it open. */
  readonly due?: Instant;
  /** Each day in London from the start until it is due, cut where a stop begins or ends. */
  readonly working: readonly ClockPart[];
}

/** When a clock that starts at an instant runs out: time that really passes, whatever the clocks on the wall do. @param length ISO 8601, `PT72H`. */
export function deadline(from: Instant, length: string, running: Running = {}): Result<Deadline> {
  const wanted = clockLength(length);
  if (!wanted.ok) return wanted;
  const backwards = running.stops?.find((stop) => stop.until !== undefined && stop.until <= stop.from);
  if (backwards !== undefined) {
    return refused({ category: 'misuse', code: 'stop-backwards', sentence: `A clock that stops at ${instantInWords(backwards.from, 'en')} must start again later than that: give a later end.`, found: backwards.until ?? '' });
  }
  const working: ClockPart[] = [];
  let left = wanted.value;
  for (const part of clockParts(from, running)) {
    const known = running.over === 'working-days' ? knownDays(calendarOf(running.nation), running.nation, part.day) : ok(undefined);
    if (!known.ok) return known;
    const lasts = part.counts && part.until !== undefined ? Date.parse(part.until) - Date.parse(part.from) : 0;
    if (part.counts && lasts >= left) {
      const due = instantOf(Date.parse(part.from) + left);
      return ok({ from, length: wanted.value, due, working: [...working, countedPart(part.day, part.from, due, running)] });
    }
    left -= lasts;
    working.push(part);
  }
  return ok({ from, length: wanted.value, working });
}

/** How a clock stands at an instant; lengths in milliseconds. What is done at the very moment that it is due is in time. */
export interface Standing {
  readonly state: 'not-started' | 'running' | 'stopped' | 'overdue';
  readonly elapsed: number;
  readonly remaining: number;
  readonly overdueBy: number;
}

export function standingAt({ from, length, due, working }: Deadline, at: Instant): Standing {
  if (at < from) return { state: 'not-started', elapsed: 0, remaining: length, overdueBy: 0 };
  if (due !== undefined && at > due) return { state: 'overdue', elapsed: length, remaining: 0, overdueBy: Date.parse(at) - Date.parse(due) };
  const elapsed = working
    .filter((part) => part.counts && part.from < at)
    .reduce((sum, part) => sum + Date.parse(part.until === undefined || at < part.until ? at : part.until) - Date.parse(part.from), 0);
  const now = working.find((part) => part.from <= at && (part.until === undefined || at < part.until));
  return { state: now?.counts === false ? 'stopped' : 'running', elapsed, remaining: length - elapsed, overdueBy: 0 };
}

/** "Due by 4 June 2026 at 09:05 BST", "I’w wneud erbyn 4 Mehefin 2026 am 09:05 BST": in London, where an hour of autumn comes twice. */
export function dueInWords({ due }: Deadline): BothLanguages {
  if (due === undefined) return { en: 'The clock is stopped', cy: 'Mae’r cloc wedi’i stopio' };
  const zone = Temporal.Instant.from(due).toZonedDateTimeISO(ZONE).offsetNanoseconds === 0 ? 'GMT' : 'BST';
  return { en: `Due by ${instantInWords(due, 'en')} ${zone}`, cy: `I’w wneud erbyn ${instantInWords(due, 'cy')} ${zone}` };
}
