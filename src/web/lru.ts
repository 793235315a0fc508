/** Keeps what was used last, up to a size; what was used longest ago goes first. */
export class Lru<V> {
  readonly #kept = new Map<string, V>();
  readonly #most: number;
  readonly #sizeOf: (value: V) => number;
  #size = 0;

  /** @param most the greatest sum of the values' sizes; each counts 1 unless `sizeOf` says otherwise. */
  constructor(most: number, sizeOf: (value: V) => number = () => 1) {
    this.#most = most;
    this.#sizeOf = sizeOf;
  }

  get(key: string): V | undefined {
    const value = this.#kept.get(key);
    if (value === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, value);
    return value;
  }

  set(key: string, value: V): void {
    const before = this.#kept.get(key);
    if (before !== undefined) this.#drop(key, before);
    this.#kept.set(key, value);
    this.#size += this.#sizeOf(value);
    for (const [oldest, kept] of this.#kept) {
      if (this.#size <= this.#most) break;
      this.#drop(oldest, kept);
    }
  }

  #drop(key: string, value: V): void {
    this.#kept.delete(key);
    this.#size -= this.#sizeOf(value);
  }
}
