import type { Instant } from '../kernel/instant.ts';
import type { CalendarDate } from '../kernel/date.ts';
import type { AnyRecord } from '../model/kind.ts';
import type { RecordsByKind } from '../model/register-header.ts';
import { KIND_NAMES, type KindName } from '../model/kinds.ts';
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

const compareFrom = (a: CalendarDate | undefined, b: CalendarDate | undefined): number =>
  a === b ? 0 : a === undefined ? -1 : b === undefined ? 1 : a < b ? -1 : 1;

/** All that the entries recorded up to `knownAt` (all of them when absent) say, record by record. */
export function recordsKnown(entries: readonly Entry[], knownAt?: Instant): RecordsByKind {
  const byKind = new Map<KindName, Map<string, Versions>>(KIND_NAMES.map((kind) => [kind, new Map<string, Versions>()]));
  for (const entry of entries) {
    if (knownAt !== undefined && entry.recordedAt > knownAt) continue;
    for (const change of entry.changes) {
      const ofKind = byKind.get(change.kind);
      ofKind?.set(change.id, changed(ofKind.get(change.id) ?? [], change));
    }
  }
  return Object.fromEntries([...byKind].map(([kind, ofKind]) => [kind, [...ofKind.values()].flat()])) as RecordsByKind;
}
