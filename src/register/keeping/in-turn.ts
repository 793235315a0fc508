/** Does one piece of work after the other, in the order in which they were asked for. */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve();
  #under = 0;

  /** True where nothing is under way or waits. */
  get isIdle(): boolean {
    return this.#under === 0;
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    this.#under += 1;
    const done = this.#last.then(work).finally(() => (this.#under -= 1));
    this.#last = done.catch(() => undefined);
    return done;
  }
}

/** Each caller gets an answer to work that began after they asked; those who wait at the same time get the same one. */
export function together<T>(work: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  return () =>
    (next ??= underWay.then(() => {
      next = undefined;
      const answer = work();
      underWay = answer.catch(() => undefined);
      return answer;
    }));
}
