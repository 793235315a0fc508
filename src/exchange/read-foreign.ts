import type { CalendarDate } from '../kernel/date.ts';
import { quoted } from '../kernel/fault.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { NamedBytes } from '../model/register-file/read.ts';
import { readCalendar } from './calendar/read.ts';
import { decodeText } from './decode-text.ts';
import { EXCHANGE_LIMITS, Gathering, Unreadable, type ExchangeLimits, type Findings, type Format } from './findings.ts';
import { readModernGov } from './modern-gov/read.ts';
import { readPopolo } from './popolo/read.ts';

/** What a source is read with beside its bytes. */
export interface ReadOptions {
  /** The day on which it is read: what is later was not held yet. */
  readonly today: CalendarDate;
  /** The id of the register that it is for. */
  readonly register?: string | undefined;
  /** `bodies/…` or `series/…` of the register, for what does not say of which body it is; a calendar needs one. */
  readonly of?: string | undefined;
  /** First and last day of what is taken from a calendar. */
  readonly between?: readonly [from: CalendarDate, until: CalendarDate] | undefined;
  /** Words that a title in a calendar must hold. */
  readonly only?: string | undefined;
}

/** Reads a file of another system whole: what it gives, or why nothing can be made of it. */
export function readForeign(format: Format, { name, bytes }: NamedBytes, options: ReadOptions, limits: Partial<ExchangeLimits> = {}): Result<Findings> {
  const gathering = new Gathering({ ...EXCHANGE_LIMITS, ...limits });
  return gathered(format, gathering, () => {
    const text = decodeText(bytes, name, gathering);
    if (format === 'modern-gov') readModernGov([{ file: name, xml: text }], { today: options.today, ...(options.of?.startsWith('bodies/') === true ? { body: options.of.slice('bodies/'.length) } : {}) }, gathering);
    else if (format === 'popolo') readPopolo(name, text, { today: options.today, register: options.register }, gathering);
    else {
      if (options.of === undefined) throw new Unreadable({ category: 'input', code: 'calendar-of-what', sentence: 'A calendar does not say of which body or series its entries are meetings. Say which of the register’s is meant.', place: { file: name } });
      readCalendar(name, text, { of: options.of, between: options.between ?? aYearAround(options.today), only: options.only }, gathering);
    }
  });
}

/** What was gathered, or the fault that ended it. Nothing found at all is a fault too. */
export function gathered(format: Format, gathering: Gathering, read: () => void): Result<Findings> {
  try {
    read();
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.fault);
    // A parser that runs out of stack has been given something that no program writes.
    if (error instanceof RangeError) return refused({ category: 'input', code: 'too-deep', sentence: `This nests too deep to be read: ${quoted(error.message)}.` });
    throw error;
  }
  return ok(gathering.findings(format));
}

/** From a year before the day to a year after it. */
function aYearAround(day: CalendarDate): readonly [CalendarDate, CalendarDate] {
  // 29 February has no namesake in the years around it; its day of the window is the one before.
  const inYear = (years: number): CalendarDate => `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}` as CalendarDate;
  return [inYear(-1), inYear(1)];
}
