/** How much may be asked for: so many at once, and so many a second after that. */
export interface Allowance {
  readonly burst: number;
  readonly aSecond: number;
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** More callers than this are not told apart: the oldest are forgotten, which lets them begin anew. */
const MOST_BUCKETS = 10_000;

/** Token buckets, one for each caller, in the memory of this process. */
export class TokenBuckets {
  readonly #allowance: Allowance;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  /** @param now milliseconds, never running backwards */
  constructor(allowance: Allowance, now: () => number) {
    this.#allowance = allowance;
    this.#now = now;
  }

  /** Takes from the caller's bucket. 0 where there was enough; else in how many seconds there will be, and nothing is taken. */
  take(caller: string): number {
    const left = this.#left(caller);
    const isEnough = left >= 1;
    this.#keep(caller, isEnough ? left - 1 : left);
    return isEnough ? 0 : Math.max(1, Math.ceil((1 - left) / this.#allowance.aSecond));
  }

  /** Takes more, whether or not there is as much: what is then owed is waited for. */
  charge(caller: string, cost: number): void {
    this.#keep(caller, this.#left(caller) - cost);
  }

  #left(caller: string): number {
    const { burst, aSecond } = this.#allowance;
    const before = this.#buckets.get(caller);
    return before === undefined ? burst : Math.min(burst, before.left + ((this.#now() - before.at) / 1000) * aSecond);
  }

  #keep(caller: string, left: number): void {
    this.#buckets.delete(caller);
    this.#buckets.set(caller, { left, at: this.#now() });
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= MOST_BUCKETS) break;
      this.#buckets.delete(oldest);
    }
  }
}
