import type { CalendarDate } from '../kernel/date.ts';
import type { Instant } from '../kernel/instant.ts';
import type { AnyRecord } from '../model/kind.ts';
import { KIND_NAMES, type KindName } from '../model/kinds.ts';
import { KnownIds } from '../model/register-file/known-ids.ts';
import type { RegisterContent, RegisterHeader, RecordsByKind } from '../model/register-header.ts';
import type { Change, Entry } from './entry.ts';
import { Snapshot } from './snapshot.ts';
import { changed, recordsKnown, type Versions } from './timeline.ts';

/** Snapshots that are kept, and how many changes one is carried over before it is made anew. */
const SNAPSHOTS = 8;
const CARRIED = 256;

/** A register in memory: every entry, and what they say together. Loaded once; each new entry is laid over what is there. */
export class Image {
  readonly #entries: Entry[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #touched = new Map<string, number>();
  readonly #records = new Map<KindName, Map<string, Versions>>(KIND_NAMES.map((kind) => [kind, new Map<string, Versions>()]));
  readonly #snapshots = new Map<CalendarDate, { snapshot: Snapshot; carried: number }>();
  #header: RegisterHeader | undefined;
  #ids: KnownIds | undefined;
  #content: RegisterContent | undefined;

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** What the register says of itself. @throws before the first entry, which always says it */
  get header(): RegisterHeader {
    if (this.#header === undefined) throw new RangeError('A register without entries says nothing of itself.');
    return this.#header;
  }

  /** The entry that an idempotency key made. */
  numberOf(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  /** The entry that last changed a record (`posts/director`); undefined where none ever did. */
  lastChanged(ref: string): number | undefined {
    return this.#touched.get(ref);
  }

  /** The versions of a record as the latest entry has them. */
  versions(kind: KindName, id: string): Versions {
    return this.#records.get(kind)?.get(id) ?? [];
  }

  ids(kind: KindName): Iterable<string> {
    return this.#records.get(kind)?.keys() ?? [];
  }

  *all(kind: KindName): Generator<AnyRecord> {
    for (const versions of this.#records.get(kind)?.values() ?? []) yield* versions;
  }

  /** Every id that has a version, for resolving references. */
  get knownIds(): KnownIds {
    if (this.#ids === undefined) {
      this.#ids = new KnownIds();
      for (const [kind, records] of this.#records) for (const id of records.keys()) this.#ids.add(kind, id);
    }
    return this.#ids;
  }

  apply(entry: Entry, key: string): void {
    this.#entries.push(entry);
    this.#numbers.set(key, entry.number);
    if (entry.header !== undefined) this.#header = entry.header;
    for (const change of entry.changes) this.#lay(change, entry.number);
    this.#content = undefined;
    this.#carry(entry);
  }

  /** Every version known, or known at an instant. */
  content(knownAt?: Instant): RegisterContent {
    if (knownAt !== undefined) return { header: this.#headerAt(knownAt), records: recordsKnown(this.#entries, knownAt) };
    this.#content ??= {
      header: this.header,
      records: Object.fromEntries([...this.#records].map(([kind, records]) => [kind, [...records.values()].flat()])) as RecordsByKind,
    };
    return this.#content;
  }

  /** The register as it stood on a date, as known at an instant; as now known where none is given. */
  snapshot(on: CalendarDate, knownAt?: Instant): Snapshot {
    if (knownAt !== undefined) return new Snapshot(this.content(knownAt), on, knownAt);
    const held = this.#snapshots.get(on);
    const snapshot = held?.snapshot ?? new Snapshot(this.content(), on);
    this.#snapshots.delete(on);
    this.#snapshots.set(on, { snapshot, carried: held?.carried ?? 0 });
    const [oldest] = this.#snapshots.keys();
    if (this.#snapshots.size > SNAPSHOTS && oldest !== undefined) this.#snapshots.delete(oldest);
    return snapshot;
  }

  #headerAt(knownAt: Instant): RegisterHeader {
    return this.#entries.findLast(({ header, recordedAt }) => header !== undefined && recordedAt <= knownAt)?.header ?? this.header;
  }

  #lay(change: Change, number: number): void {
    const { kind, id } = change;
    const records = this.#records.get(kind);
    const versions = changed(this.versions(kind, id), change);
    this.#touched.set(`${kind}/${id}`, number);
    if (versions.length > 0) {
      records?.set(id, versions);
      this.#ids?.add(kind, id);
    } else if (records?.delete(id) === true) this.#ids = undefined;
  }

  /** Lays the entry over the snapshots that readers hold, as long as that is cheaper than making them anew. */
  #carry(entry: Entry): void {
    for (const [on, { snapshot, carried }] of this.#snapshots) {
      const more = carried + entry.changes.length;
      if (entry.header !== undefined || more > CARRIED) this.#snapshots.delete(on);
      else this.#snapshots.set(on, { snapshot: snapshot.with(entry.changes), carried: more });
    }
  }
}
