import type { CalendarDate } from '../kernel/date.ts';
import type { Entry } from './entry.ts';
import type { Snapshot } from './snapshot.ts';

/** Snapshots that are kept, and how many changes one is carried over before it is made anew. */
const SNAPSHOTS = 8;
const CARRIED = 256;

/** A snapshot of the register as its first `size` entries have it. */
export interface Held {
  readonly snapshot: Snapshot;
  readonly size: number;
  readonly carried: number;
}

/** The snapshots of the dates that were last asked for. */
export type HeldSnapshots = Map<CalendarDate, Held>;

/** Keeps a snapshot, and lets go of the one that was asked for longest ago. */
export function hold(snapshots: HeldSnapshots, on: CalendarDate, held: Held): void {
  snapshots.delete(on);
  snapshots.set(on, held);
  const [oldest] = snapshots.keys();
  if (snapshots.size > SNAPSHOTS && oldest !== undefined) snapshots.delete(oldest);
}

/** The snapshot with the entries up to `size` laid over it; undefined where making it anew is cheaper. */
export function carried(held: Held | undefined, entries: readonly Entry[], size: number): Held | undefined {
  if (held === undefined || held.size === size) return held;
  const since = entries.slice(held.size, size);
  const changes = since.flatMap((entry) => entry.changes);
  const more = held.carried + changes.length;
  if (more > CARRIED || since.some(({ header }) => header !== undefined)) return undefined;
  return { snapshot: changes.length === 0 ? held.snapshot : held.snapshot.with(changes), size, carried: more };
}
