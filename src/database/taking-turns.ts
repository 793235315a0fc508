import { AsyncLocalStorage } from 'node:async_hooks';

/** One after another, in the order in which they asked. */
export class TakingTurns {
  readonly #within = new AsyncLocalStorage<true>();
  #last: Promise<void> = Promise.resolve();

  /** @throws RangeError where `work` of an earlier turn asks for another, which would wait for itself */
  async turn<T>(work: () => Promise<T>): Promise<T> {
    this.mustBeOutside();
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    try {
      return await this.#within.run(true, work);
    } finally {
      resolve();
    }
  }

  mustBeOutside(): void {
    if (this.#within.getStore() === true) throw new RangeError('Within a transaction statements go through the database that it hands in.');
  }
}
