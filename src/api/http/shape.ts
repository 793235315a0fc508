import { z } from 'zod';
import { parseDate, type CalendarDate } from '../../kernel/date.ts';
import { parseDuration, type Duration } from '../../kernel/duration.ts';
import { parseInstant, type Instant } from '../../kernel/instant.ts';

/** Text that one of our own parsers reads. */
const parsed = <T extends string>(parse: (text: string) => T | undefined, expected: string, format: string): z.ZodType<T, string> =>
  z.string().refine((text) => parse(text) !== undefined, { error: `${expected} is expected` }).meta({ format }).transform((text) => parse(text) as T) as unknown as z.ZodType<T, string>;

export const dateText: z.ZodType<CalendarDate, string> = parsed(parseDate, 'a date that exists, written YYYY-MM-DD,', 'date');
export const instantText: z.ZodType<Instant, string> = parsed(parseInstant, 'an instant with its zone, such as 2026-03-02T09:00:00Z,', 'date-time');
export const durationText: z.ZodType<Duration, string> = parsed(parseDuration, 'a duration such as P1Y or P6M', 'duration');

/** A whole number in an address. */
export const count = (most: number) => z.coerce.number<string>().int().min(1).max(most);

/** A parameter that may be given more than once. */
export const several = <S extends z.ZodType<string>>(one: S) => z.union([z.array(one), one.transform((text) => [text])]) as unknown as z.ZodType<readonly string[], string | readonly string[]>;
