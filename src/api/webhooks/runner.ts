/** Does something again and again, one at a time, until it is stopped. */
export class Runner {
  readonly #work: () => Promise<void>;
  readonly #onFault: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(work: () => Promise<void>, onFault: (error: unknown) => void) {
    this.#work = work;
    this.#onFault = onFault;
  }

  start(everyMs: number): void {
    this.#timer ??= setInterval(() => void this.now(), everyMs).unref();
  }

  /** Does it at once, unless it is under way; settles when it is done. */
  now(): Promise<void> {
    return (this.#running ??= this.#work().catch(this.#onFault).finally(() => (this.#running = undefined)));
  }

  /** Begins nothing more, and lets what is under way finish. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#running;
  }
}
