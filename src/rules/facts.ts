import type { CalendarDate } from '../kernel/date.ts';
import { addDays } from '../kernel/date.ts';
import { minus, type Duration } from '../kernel/duration.ts';
import type { Ref } from '../model/field.ts';
import type { KindName, RecordOfKind } from '../model/kinds.ts';
import type { Bucket } from '../register/record-index.ts';
import type { Snapshot } from '../register/snapshot.ts';
import type { PackWords } from './pack-words.ts';

/** A period both of whose ends are known, half-open. */
export interface Window {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** The periods looked back over from a snapshot before. */
const windows = new WeakMap<Snapshot, Map<Duration, Window>>();

function lookBackFrom(snapshot: Snapshot, lookBack: Duration): Window {
  let known = windows.get(snapshot);
  if (known === undefined) windows.set(snapshot, (known = new Map<Duration, Window>()));
  let window = known.get(lookBack);
  if (window === undefined) {
    const until = addDays(snapshot.validOn, 1);
    window = { from: minus(until, lookBack), until };
    known.set(lookBack, window);
  }
  return window;
}

interface Working {
  readonly answer: unknown;
  readonly reads: readonly Bucket[];
}

let evaluations = 0;

/**
 * The one door through which a test reads the register: it notes every bucket read, so that the answer need
 * only be worked out again when one of those changes.
 */
export class Facts {
  readonly on: CalendarDate;
  readonly lookBack: Duration;
  /** The look-back period: it ends with the date itself and starts one look-back earlier. */
  readonly window: Window;
  readonly words: PackWords;
  readonly snapshot: Snapshot;
  #reads: Bucket[] = [];
  #evaluation = 0;
  readonly #workings = new Map<object, Map<string, Working>>();
  readonly #before: Facts | undefined;

  /** @param before the facts of another snapshot of the same register: what they worked out serves here too where nothing that it read differs */
  constructor(snapshot: Snapshot, words: PackWords, lookBack: Duration, before?: Facts) {
    this.snapshot = snapshot;
    this.words = words;
    this.on = snapshot.validOn;
    this.lookBack = lookBack;
    this.window = before?.window ?? lookBackFrom(snapshot, lookBack);
    this.#before = before;
  }

  /** The facts of another snapshot of the same register, with all that was worked out here and read none of the buckets that differ there. */
  carriedTo(snapshot: Snapshot, differing: ReadonlySet<Bucket>): Facts {
    const facts = new Facts(snapshot, this.words, this.lookBack);
    for (const [asker, workings] of this.#workings) {
      facts.#workings.set(asker, new Map([...workings].filter(([, { reads }]) => !reads.some((bucket) => differing.has(bucket)))));
    }
    return facts;
  }

  /** Runs `test` and gives, beside its answer, every bucket that it read, without those of `besides`. */
  noting<T>(test: () => T, besides: readonly Bucket[] = []): { readonly answer: T; readonly reads: readonly Bucket[] } {
    this.#reads = [];
    this.#evaluation = ++evaluations;
    for (const bucket of besides) bucket.lastNotedBy = this.#evaluation;
    const answer = test();
    return { answer, reads: this.#reads };
  }

  /**
   * What `work` answers, worked out once for all tests that ask for it by the same key. `work` reads only through
   * these facts; what it read counts as read by every test that asks.
   * @param asker whose key it is, where others may use the same
   */
  once<T>(key: string, work: () => T, asker: object = Facts): T {
    let known = this.#workings.get(asker);
    if (known === undefined) this.#workings.set(asker, (known = new Map<string, Working>()));
    let working = known.get(key);
    if (working === undefined) {
      working = this.#stillGood(asker, key) ?? this.#worked(work);
      known.set(key, working);
    }
    for (const bucket of working.reads) this.#note(bucket);
    return working.answer as T;
  }

  #worked(work: () => unknown): Working {
    const [reads, evaluation] = [this.#reads, this.#evaluation];
    const working = this.noting(work);
    this.#reads = reads;
    this.#evaluation = evaluation;
    return working;
  }

  #stillGood(asker: object, key: string): Working | undefined {
    for (let before = this.#before; before !== undefined; before = before.#before) {
      const { snapshot } = before;
      const working = before.#workings.get(asker)?.get(key);
      if (working !== undefined && !working.reads.some((bucket) => this.snapshot.differsFrom(snapshot, bucket))) return working;
    }
    return undefined;
  }

  /** Records valid on the date whose field has the value. */
  where<K extends KindName>(kind: K, field: string, value: string): readonly RecordOfKind<K>[] {
    return this.#read(this.snapshot.bucket('now', kind, field, value)) as readonly RecordOfKind<K>[];
  }

  /** Every version, whatever its period, whose field has the value. */
  everWhere<K extends KindName>(kind: K, field: string, value: string): readonly RecordOfKind<K>[] {
    return this.#read(this.snapshot.bucket('ever', kind, field, value)) as readonly RecordOfKind<K>[];
  }

  all<K extends KindName>(kind: K): readonly RecordOfKind<K>[] {
    return this.#read(this.snapshot.everyBucket('now', kind)) as readonly RecordOfKind<K>[];
  }

  /** Every version of every record of the kind, whatever its period. */
  allEver<K extends KindName>(kind: K): readonly RecordOfKind<K>[] {
    return this.#read(this.snapshot.everyBucket('ever', kind)) as readonly RecordOfKind<K>[];
  }

  get<K extends KindName>(ref: Ref<K>): RecordOfKind<K> | undefined {
    return this.#read(this.snapshot.bucketOf(ref))[0] as RecordOfKind<K> | undefined;
  }

  /** Whether a record of the kind that is not there does not exist, or is merely not recorded. */
  isComplete(kind: KindName): boolean {
    return this.snapshot.isComplete(kind);
  }

  #read(bucket: Bucket): readonly unknown[] {
    this.#note(bucket);
    return this.snapshot.recordsIn(bucket);
  }

  #note(bucket: Bucket): void {
    if (bucket.lastNotedBy === this.#evaluation) return;
    bucket.lastNotedBy = this.#evaluation;
    this.#reads.push(bucket);
  }
}
