/** Something that takes memory and can do without. */
export interface Held {
  readonly bytes: number;
  /** Lets go of it, where it is not being used at this moment. */
  letGo(): void;
}

/** What a process may hold in memory, in bytes; of what is over it, what was used longest ago goes first. */
export class MemoryBudget {
  readonly #bytes: number;
  /** The one used last comes last. */
  readonly #held = new Set<Held>();

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  /** Told whenever one was used. It stays, even where it alone is over the budget. */
  used(one: Held): void {
    this.#held.delete(one);
    this.#held.add(one);
    let total = 0;
    for (const { bytes } of this.#held) total += bytes;
    for (const oldest of this.#held) {
      if (total <= this.#bytes || oldest === one) return;
      total -= oldest.bytes;
      oldest.letGo();
      total += oldest.bytes;
      if (oldest.bytes === 0) this.#held.delete(oldest);
    }
  }
}
