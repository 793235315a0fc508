import type { CalendarDate } from '../kernel/date.ts';
import { ok, type Result } from '../kernel/result.ts';
import { latestPublication } from './clear-days.ts';
import type { CountedDay } from './counted-day.ts';
import type { StatutoryPeriod } from './shapes.ts';
import { workingDaysBeginningWith } from './working-days.ts';

export interface LastDay {
  /** The last day that is in time. */
  readonly on: CalendarDate;
  /** The last working day that is in time. */
  readonly onWorkingDay: CalendarDate;
  readonly working: readonly CountedDay[];
}

/** The last day on which what a statutory period asks for is in time, before or after a meeting as the period counts. */
export function lastDayFor(period: StatutoryPeriod, meeting: CalendarDate): Result<LastDay> {
  switch (period.counts) {
    case 'clear-days-before':
      return latestPublication(meeting, period.days, period.nation);
    case 'working-days-beginning-with': {
      const last = workingDaysBeginningWith(meeting, period.days, period.nation);
      return last.ok ? ok({ ...last.value, onWorkingDay: last.value.on }) : last;
    }
    default:
      return period.counts satisfies never;
  }
}
