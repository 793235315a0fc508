import type { CalendarDate } from '../kernel/date.ts';
import { dateInLondon, endOfDay, parseInstant, type Instant } from '../kernel/instant.ts';
import { dateTyped, NOTHING_TYPED, partsOf, partsWritten, typedIn, type DateFault, type TypedDate } from './typed-date.ts';

export type KnownAtFault = DateFault | 'before-it-began' | 'still-to-come';

/** The moment whose knowledge a page shows. */
export interface KnownAt {
  /** What was entered later is left out; undefined where everything known now is shown. */
  readonly instant?: Instant | undefined;
  readonly typed: TypedDate;
  readonly fault?: KnownAtFault | undefined;
}

/**
 * Reads `known-at`, an instant or a date, or the three fields of the form, which mean the end of that day in London. The form carries
 * the exact instant along, so that its date sent back unchanged is that instant still.
 *
 * @param begun when the first entry was recorded: nothing was known before
 */
export function knownAtOf(query: URLSearchParams, begun: Instant, today: CalendarDate): KnownAt {
  const written = (query.get('known-at') ?? '').trim();
  const exact = parseInstant(written);
  const isForm = query.has('known-day');
  const typed = isForm ? typedIn(query, 'known-') : written === '' ? undefined : exact === undefined ? (partsWritten(written) ?? NOTHING_TYPED) : partsOf(dateInLondon(exact));
  if (typed === undefined) return { typed: NOTHING_TYPED };
  const read = typed === NOTHING_TYPED ? { fault: 'not-a-date' as const } : dateTyped(typed);
  if ('fault' in read) return { typed, fault: read.fault };
  const instant = exact !== undefined && dateInLondon(exact) === read.date ? exact : endOfDay(read.date);
  const fault = read.date > today ? 'still-to-come' : instant < begun ? 'before-it-began' : undefined;
  return fault === undefined ? { instant, typed: partsOf(read.date) } : { typed, fault };
}
