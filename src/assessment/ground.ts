import type { Bucket } from '../register/record-index.ts';
import type { Snapshot } from '../register/snapshot.ts';
import type { Facts } from '../rules/facts.ts';
import type { Judged } from './judge.ts';
import { readersOf, type Cell } from './cells.ts';
import type { Resting } from './resilience.ts';

type Readers = ReadonlyMap<Bucket, readonly number[]>;

/** Cells by their place in the order of the pack. */
interface Touched {
  /** Those that read something which the changes move. */
  readonly toEvaluate: ReadonlySet<number>;
  /** Those that did not, and on whom they rest was found by reading it. */
  readonly toTry: ReadonlySet<number>;
}

/** An assessment kept whole, so that changes laid over the same register are cheap to assess. */
export class Ground {
  readonly facts: Facts;
  readonly cells: readonly Cell[];
  readonly resting: readonly Resting[];
  readonly judged: readonly Judged[];
  #readers: { readonly cells: Readers; readonly resting: Readers } | undefined;

  constructor(facts: Facts, cells: readonly Cell[], resting: readonly Resting[], judged: readonly Judged[]) {
    this.facts = facts;
    this.cells = cells;
    this.resting = resting;
    this.judged = judged;
  }

  /** What may be otherwise in a snapshot of the same register. Who read what is put in order when first asked: many more will ask. */
  touchedBy(snapshot: Snapshot): Touched {
    this.#readers ??= { cells: readersOf(this.cells), resting: readersOf(this.resting) };
    const [toEvaluate, toTry] = [new Set<number>(), new Set<number>()];
    for (const bucket of snapshot.bucketsChangedFrom(this.facts.snapshot)) {
      for (const place of this.#readers.cells.get(bucket) ?? []) toEvaluate.add(place);
      for (const place of this.#readers.resting.get(bucket) ?? []) toTry.add(place);
    }
    return { toEvaluate, toTry };
  }

  /** The same for one that asks alone. */
  touchedByChangesIn(buckets: ReadonlySet<Bucket>): Touched {
    const reading = (things: readonly { readonly reads: readonly Bucket[] }[]): ReadonlySet<number> =>
      new Set(things.flatMap(({ reads }, place) => (reads.some((bucket) => buckets.has(bucket)) ? [place] : [])));
    return { toEvaluate: reading(this.cells), toTry: reading(this.resting) };
  }
}
