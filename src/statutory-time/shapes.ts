import { z } from 'zod';
import { parseDate, type CalendarDate } from '../kernel/date.ts';
import { NATIONS } from './nation.ts';

const day = z.string().refine((written) => parseDate(written) !== undefined, { error: 'a date that exists, written YYYY-MM-DD, is expected' }).transform((written) => written as CalendarDate);
const line = z.string().min(1);

const authority = z.strictObject({ title: line, url: z.url({ protocol: /^https$/ }).optional() });

/** A file of guidance/bank-holidays. */
export const calendarFile = z.strictObject({
  nations: z.array(z.enum(NATIONS)).min(1),
  from: day,
  /** The first day that the file does not know. */
  until: day,
  checkedOn: day,
  authorities: z.array(authority.extend({ id: line })).min(1),
  holidays: z.array(z.strictObject({ id: line, en: line, cy: line })).min(1),
  days: z.array(z.strictObject({ on: day, holiday: line, by: line, as: z.enum(['substitute', 'moved']).optional() })).min(1),
});

export type CalendarFile = z.output<typeof calendarFile>;

/** A period of guidance/statutory-periods. */
export const statutoryPeriod = z.strictObject({
  id: line,
  nation: z.enum(NATIONS),
  what: z.strictObject({ en: line, cy: line }),
  /** `working-days-beginning-with` counts the day itself as the first. */
  counts: z.enum(['clear-days-before', 'working-days-beginning-with']),
  days: z.int().min(1).max(366),
  from: day,
  until: day.optional(),
  authority,
  checkedOn: day,
});

export type StatutoryPeriod = z.output<typeof statutoryPeriod>;
