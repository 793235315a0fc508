import type { CalendarDate } from '../kernel/date.ts';
import { dateTyped, NOTHING_TYPED, partsOf, partsWritten, typedIn, type DateFault, type TypedDate } from './typed-date.ts';

/** The date that a page is about. */
export interface AsAt {
  /** The date asked for; the register's usual one where none was, or where what was asked for is no date. */
  readonly date: CalendarDate;
  readonly usual: CalendarDate;
  readonly typed: TypedDate;
  readonly fault?: DateFault;
}

/** Reads `as-at=YYYY-MM-DD`, or the three fields of the form, which count where any of them is filled in. */
export function asAtOf(query: URLSearchParams, usual: CalendarDate): AsAt {
  const written = (query.get('as-at') ?? '').trim();
  const typed = typedIn(query) ?? (written === '' ? undefined : (partsWritten(written) ?? NOTHING_TYPED));
  if (typed === undefined) return { date: usual, usual, typed: partsOf(usual) };
  const read = typed === NOTHING_TYPED ? { fault: 'not-a-date' as const } : dateTyped(typed);
  return 'fault' in read ? { date: usual, usual, typed, fault: read.fault } : { date: read.date, usual, typed: partsOf(read.date) };
}
