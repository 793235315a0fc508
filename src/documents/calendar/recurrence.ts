import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from '../../kernel/date.ts';
import { duration, plus, wholeTimes, type Duration } from '../../kernel/duration.ts';
import type { Fault } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { Repeats, When } from './event.ts';
import { endOfDayInUtc } from './london.ts';

/** How an event comes again: its rule (RFC 5545 3.3.10), and the days that the rule would leave out. */
export interface Recurrence {
  readonly rule: string;
  readonly besides: readonly CalendarDate[];
}

/** For so long the days that the rule leaves out are named. */
const NAMED_FOR = duration('P20Y');

/**
 * What falls on the 29th, 30th or 31st falls on the last day of a month that has no such day, as our own reckoning has
 * it; a rule by itself would leave that month out. Said so that every reader of calendars can follow it.
 */
export function recurrence({ every, until }: Repeats, when: When): Result<Recurrence> {
  const step = stepOf(every);
  if (step === undefined) return refused(unwritable(every));
  const [month, day] = [Number(when.on.slice(5, 7)), Number(when.on.slice(8))];
  const monthly = step.frequency === 'MONTHLY';
  const parts = [`FREQ=${step.frequency}`, ...(step.interval === 1 ? [] : [`INTERVAL=${step.interval}`])];
  if (monthly && day === 31) parts.push('BYMONTHDAY=-1');
  if (step.frequency === 'YEARLY' && month === 2 && day === 29) parts.push('BYMONTH=2', 'BYMONTHDAY=-1');
  if (until !== undefined) parts.push(`UNTIL=${'at' in when ? endOfDayInUtc(until) : until.replaceAll('-', '')}`);
  return ok({ rule: parts.join(';'), besides: monthly && (day === 29 || day === 30) ? endsOfFebruary(when.on, every, until) : [] });
}

function endsOfFebruary(on: CalendarDate, every: Duration, until: CalendarDate | undefined): readonly CalendarDate[] {
  const end = plus(on, NAMED_FOR);
  const last = until !== undefined && until < end ? until : end;
  return Array.from({ length: wholeTimes(every, on, last) }, (_, times) => plus(on, every, times + 1)).filter((day) => day.slice(8) !== on.slice(8));
}

function stepOf(every: Duration): { readonly frequency: 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY'; readonly interval: number } | undefined {
  const { years, months, weeks, days } = Temporal.Duration.from(every);
  const [inMonths, inDays] = [years * 12 + months, weeks * 7 + days];
  if (inMonths > 0 && inDays > 0) return undefined;
  if (inMonths > 0) return inMonths % 12 === 0 ? { frequency: 'YEARLY', interval: inMonths / 12 } : { frequency: 'MONTHLY', interval: inMonths };
  return inDays % 7 === 0 ? { frequency: 'WEEKLY', interval: inDays / 7 } : { frequency: 'DAILY', interval: inDays };
}

const unwritable = (every: Duration): Fault => ({
  category: 'input',
  code: 'recurrence-unwritable',
  sentence: `No calendar can be told that something comes again every \`${every}\`: months and days together make no rule. Use months and years alone, or weeks and days alone.`,
  found: every,
  expected: 'P1M, P3M, P1Y, P2W',
});
