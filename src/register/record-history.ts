import type { KindName } from '../model/kinds.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Entry } from './entry.ts';
import { changed, type Versions } from './timeline.ts';

/** What was said of one record, entry by entry, and the versions that follow from it. */
export interface RecordHistory {
  readonly versions: Versions;
  readonly entries: readonly Entry[];
}

/** @param knownAt leaves out what was entered later */
export function historyOf(entries: readonly Entry[], kind: KindName, id: string, knownAt?: Instant): RecordHistory {
  const own = entries
    .filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt)
    .map((entry) => ({ ...entry, changes: entry.changes.filter((change) => change.kind === kind && change.id === id) }))
    .filter(({ changes }) => changes.length > 0);
  return { versions: own.flatMap(({ changes }) => changes).reduce<Versions>(changed, []), entries: own };
}
