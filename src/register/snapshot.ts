import type { CalendarDate } from '../kernel/date.ts';
import type { Instant } from '../kernel/instant.ts';
import { contains } from '../kernel/period.ts';
import type { Ref } from '../model/field.ts';
import type { AnyRecord } from '../model/kind.ts';
import type { KindName, RecordOfKind } from '../model/kinds.ts';
import type { RegisterContent, RegisterHeader } from '../model/register-header.ts';
import type { Change } from './entry.ts';
import { recordIndex, type Bucket, type Plane, type RecordIndex } from './record-index.ts';
import { changed } from './timeline.ts';

interface Delta {
  readonly out: ReadonlySet<AnyRecord>;
  readonly in: readonly AnyRecord[];
}

type Deltas = ReadonlyMap<KindName, Readonly<Record<Plane, Delta>>>;

/** What lies over a register: all of it, and what the last changes put over the snapshot to which they were made. */
interface Overlay {
  readonly root: Snapshot;
  readonly deltas: Deltas;
  readonly last: { readonly over: Snapshot; readonly deltas: Deltas };
}

/**
 * A register as it stood on one date, as known at one instant, perhaps with changes laid over it.
 * Reading is by kind and field through indexes that are made when first asked for. Never changes.
 */
export class Snapshot {
  readonly header: RegisterHeader;
  readonly validOn: CalendarDate;
  readonly knownAt: Instant | undefined;
  /** The snapshot without any overlay; itself when it has none. Buckets are the root's, so reads compare across overlays. */
  readonly root: Snapshot;
  readonly #indexes: Readonly<Record<Plane, Map<KindName, RecordIndex>>> = { now: new Map(), ever: new Map() };
  readonly #byRef = new Map<Ref, Bucket>();
  readonly #content: RegisterContent;
  readonly #deltas: Deltas;
  readonly #last: Overlay['last'] | undefined;
  readonly #replaced = new Map<Bucket, readonly AnyRecord[]>();

  constructor(content: RegisterContent, validOn: CalendarDate, knownAt?: Instant, overlay?: Overlay) {
    this.header = content.header;
    this.validOn = validOn;
    this.knownAt = knownAt;
    this.#content = content;
    this.root = overlay?.root ?? this;
    this.#deltas = overlay?.deltas ?? NO_DELTAS;
    this.#last = overlay?.last;
  }

  /** The root's bucket for a field's value: what a reader of that value depends on. */
  bucket(plane: Plane, kind: KindName, field: string, value: string): Bucket {
    return this.root.#index(plane, kind).bucket(field, value);
  }

  /** The root's bucket of the one record, valid on the date, that the reference names. */
  bucketOf(ref: Ref): Bucket {
    const { root } = this;
    let bucket = root.#byRef.get(ref);
    if (bucket === undefined) {
      const slash = ref.indexOf('/');
      bucket = root.bucket('now', ref.slice(0, slash) as KindName, 'id', ref.slice(slash + 1));
      root.#byRef.set(ref, bucket);
    }
    return bucket;
  }

  /** The root's bucket of every record of the kind. */
  everyBucket(plane: Plane, kind: KindName): Bucket {
    return this.root.#index(plane, kind).all;
  }

  /** The records of a bucket as this snapshot has them, its overlay applied. */
  recordsIn(bucket: Bucket): readonly AnyRecord[] {
    if (this.#deltas === NO_DELTAS) return bucket.records;
    const delta = this.#deltas.get(bucket.kind)?.[bucket.plane];
    if (delta === undefined) return bucket.records;
    const known = this.#replaced.get(bucket);
    if (known !== undefined) return known;
    const records = bucket.records.filter((record) => !delta.out.has(record)).concat(delta.in.filter((record) => bucket.holds(record)));
    this.#replaced.set(bucket, records);
    return records;
  }

  where<K extends KindName>(kind: K, field: string, value: string, plane: Plane = 'now'): readonly RecordOfKind<K>[] {
    return this.recordsIn(this.bucket(plane, kind, field, value)) as unknown as readonly RecordOfKind<K>[];
  }

  all<K extends KindName>(kind: K, plane: Plane = 'now'): readonly RecordOfKind<K>[] {
    return this.recordsIn(this.everyBucket(plane, kind)) as unknown as readonly RecordOfKind<K>[];
  }

  /** The record valid on the date; undefined when there is none. */
  get<K extends KindName>(ref: Ref<K>): RecordOfKind<K> | undefined {
    return this.recordsIn(this.bucketOf(ref))[0] as unknown as RecordOfKind<K> | undefined;
  }

  isComplete(kind: KindName): boolean {
    return this.header.completeFor.includes(kind);
  }

  /** This snapshot with changes laid over it; itself unchanged. */
  with(changes: readonly Change[]): Snapshot {
    const content = this.root.#content;
    const versionsBefore = new Map<string, readonly AnyRecord[]>();
    const versionsAfter = new Map<string, readonly AnyRecord[]>();
    for (const change of changes) {
      const key = `${change.kind}/${change.id}`;
      const before = versionsAfter.get(key) ?? this.where(change.kind, 'id', change.id, 'ever');
      if (!versionsBefore.has(key)) versionsBefore.set(key, before);
      versionsAfter.set(key, changed(before, change));
    }
    const deltas = new Map([...this.#deltas].map(([kind, planes]) => [kind, { now: edit(planes.now), ever: edit(planes.ever) }]));
    const last = new Map<KindName, Readonly<Record<Plane, DeltaEdit>>>();
    for (const [key, before] of versionsBefore) {
      const kind = key.slice(0, key.indexOf('/')) as KindName;
      const after = versionsAfter.get(key) ?? [];
      const [beforeNow, afterNow] = [before.filter(this.#isValid), after.filter(this.#isValid)];
      for (const edits of [deltas, last]) {
        let planes = edits.get(kind);
        if (planes === undefined) edits.set(kind, (planes = { now: edit(), ever: edit() }));
        replace(planes.ever, before, after);
        replace(planes.now, beforeNow, afterNow);
      }
    }
    return new Snapshot(content, this.validOn, this.knownAt, { root: this.root, deltas, last: { over: this, deltas: last } });
  }

  /** Whether the bucket may hold something else here than in another snapshot of the same root. */
  differsFrom(other: Snapshot, bucket: Bucket): boolean {
    if (other === this) return false;
    if (other === this.#last?.over) return isMoved(this.#last.deltas, bucket);
    return isMoved(this.#deltas, bucket) || isMoved(other.#deltas, bucket);
  }

  /** The root's buckets, of the indexes made so far, that may hold something else here than in another snapshot of the same root. */
  bucketsChangedFrom(other: Snapshot): ReadonlySet<Bucket> {
    const buckets = new Set<Bucket>();
    for (const kind of new Set([...this.#deltas.keys(), ...other.#deltas.keys()])) {
      for (const plane of ['now', 'ever'] as const) {
        const index = this.root.#indexes[plane].get(kind);
        if (index === undefined) continue;
        const [here, there] = [this.#deltas.get(kind)?.[plane], other.#deltas.get(kind)?.[plane]];
        for (const record of new Set(here?.out).symmetricDifference(new Set(there?.out))) index.bucketsOf(record, buckets);
        for (const record of new Set(here?.in).symmetricDifference(new Set(there?.in))) index.bucketsOf(record, buckets);
      }
    }
    return buckets;
  }

  readonly #isValid = (record: AnyRecord): boolean => contains(record.valid, this.validOn);

  #index(plane: Plane, kind: KindName): RecordIndex {
    const indexes = this.#indexes[plane];
    let index = indexes.get(kind);
    if (index === undefined) {
      const versions: readonly AnyRecord[] = this.#content.records[kind] ?? [];
      index = recordIndex(plane, kind, plane === 'ever' ? versions : inOrder(kind, versions.filter(this.#isValid)));
      indexes.set(kind, index);
    }
    return index;
  }
}

/** Meetings are kept in the order of their days: whoever asks for some wants them so. */
function inOrder(kind: KindName, records: readonly AnyRecord[]): readonly AnyRecord[] {
  if (kind !== 'meetings') return records;
  return (records as readonly (AnyRecord & { readonly on?: string })[]).toSorted(({ on: a = '' }, { on: b = '' }) => (a < b ? -1 : a > b ? 1 : 0));
}

const NO_DELTAS: Deltas = new Map();

function isMoved(deltas: Deltas, bucket: Bucket): boolean {
  const delta = deltas.get(bucket.kind)?.[bucket.plane];
  return delta !== undefined && (delta.in.some(bucket.holds) || delta.out.values().some(bucket.holds));
}

interface DeltaEdit {
  readonly out: Set<AnyRecord>;
  readonly in: AnyRecord[];
}

const edit = (delta?: Delta): DeltaEdit => ({ out: new Set(delta?.out), in: [...(delta?.in ?? [])] });

function replace(delta: DeltaEdit, before: readonly AnyRecord[], after: readonly AnyRecord[]): void {
  for (const record of before) {
    if (after.includes(record)) continue;
    const laidOver = delta.in.indexOf(record);
    if (laidOver >= 0) delta.in.splice(laidOver, 1);
    else delta.out.add(record);
  }
  for (const record of after) if (!before.includes(record)) delta.in.push(record);
}
