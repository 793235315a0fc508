import type { Instant } from '../kernel/instant.ts';
import type { CalendarDate } from '../kernel/date.ts';
import type { AnyRecord } from '../model/kind.ts';
import type { Change, Entry } from './entry.ts';

/** The versions of one record, none overlapping another, in the order of their periods. */
export type Versions = readonly AnyRecord[];

/** What is left of the versions, and what is new, once the change has said its word over its period. */
export function changed(versions: Versions, change: Change): Versions {
  const left: AnyRecord[] = [];
  for (const version of versions) {
    const { from, until } = version.valid;
    if (change.from !== undefined && (from === undefined || from < change.from)) {
      left.push(until === undefined || until > change.from ? { ...version, valid: { from, until: change.from } } : version);
    }
    if (change.until !== undefined && (until === undefined || until > change.until)) {
      left.push(from === undefined || from < change.until ? { ...version, valid: { from: change.until, until } } : version);
    }
  }
  if (change.record !== undefined) left.push({ ...change.record, valid: { from: change.from, until: change.until } });
  return left.sort((a, b) => compareFrom(a.valid.from, b.valid.from));
}

/** Whether a version is of what was put: of its fields all but the period are the very same. */
export function hasFieldsOf(version: AnyRecord, put: AnyRecord | undefined): boolean {
  if (put === undefined) return false;
  const [left, said] = [version, put] as unknown as readonly [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
  for (const field in said) if (field !== 'valid' && left[field] !== said[field]) return false;
  return true;
}

const compareFrom = (a: CalendarDate | undefined, b: CalendarDate | undefined): number =>
  a === b ? 0 : a === undefined ? -1 : b === undefined ? 1 : a < b ? -1 : 1;

/** How many of the entries were recorded up to the instant; recorded-at never runs backwards. */
export function sizeKnown(entries: readonly Entry[], knownAt: Instant): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.recordedAt ?? '') <= knownAt) low = middle + 1;
    else high = middle;
  }
  return low;
}
