import type { CalendarDate } from '../../kernel/date.ts';
import { plus, type Duration } from '../../kernel/duration.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { BothLanguages } from '../../kernel/text.ts';
import type { Nation } from '../../statutory-time/nation.ts';
import { workingDaysBeginningWith } from '../../statutory-time/working-days.ts';

/** One day of a series; with the day on which its frequency would have put it, and why not then, where that is another. */
export interface SeriesDay {
  readonly on: CalendarDate;
  readonly insteadOf?: { readonly day: CalendarDate; readonly because: BothLanguages };
}

/**
 * The next so many days of a series: the first, then by its frequency counted from the first, each that falls on a weekend or a bank
 * holiday of the nation moved to the next working day. Refuses years of which the bank holidays are not known.
 */
export function seriesDays(first: CalendarDate, frequency: Duration, times: number, nation: Nation): Result<readonly SeriesDay[]> {
  const days: SeriesDay[] = [];
  for (let time = 0; time < times; time += 1) {
    const day = plus(first, frequency, time);
    const next = workingDaysBeginningWith(day, 1, nation);
    if (!next.ok) return next;
    const [itself] = next.value.working;
    const { on } = next.value;
    const taken = days.at(-1)?.on;
    // Two that would fall on the same working day, as those of a daily series over a weekend, are one meeting.
    if (taken !== undefined && on <= taken) continue;
    days.push(on === day || itself === undefined ? { on } : { on, insteadOf: { day, because: itself.because } });
  }
  return ok(days);
}
