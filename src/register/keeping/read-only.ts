import { instantOf, type Instant } from '../../kernel/instant.ts';
import { NotIntact } from '../not-intact.ts';

/** Whether acts are taken: not while what keeps the entries fails, from `since` on, for the reason that it gave last. */
export type RegisterState = { readonly mode: 'ready' } | { readonly mode: 'read-only'; readonly since: Instant; readonly why: string };

const READY: RegisterState = { mode: 'ready' };

/** The least time between two tries, in milliseconds. */
const BETWEEN_TRIES = 1_000;

/** Turns a register read-only when its store fails, and tries by itself, once a second at most, until it can be written to again. */
export class ReadOnly {
  readonly #mend: () => Promise<void>;
  readonly #clock: () => number;
  #state: RegisterState = READY;
  #cause: unknown;
  #lastTry = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param mend makes sure that the store keeps things again, and that memory is what it keeps; throws where not
   * @param clock in milliseconds, never set back
   */
  constructor(mend: () => Promise<void>, clock: () => number = () => performance.now()) {
    this.#mend = mend;
    this.#clock = clock;
  }

  get state(): RegisterState {
    return this.#state;
  }

  /** @throws the fault, where it is that what is kept is not what was acknowledged */
  check(): void {
    if (this.#cause instanceof NotIntact) throw this.#cause;
  }

  /** @param retry is called once a second until the state is ready; it should call `tried`, in its turn */
  failed(cause: unknown, retry: () => void): void {
    this.#cause = cause;
    const since = this.#state.mode === 'ready' ? instantOf(Date.now()) : this.#state.since;
    this.#state = { mode: 'read-only', since, why: inWords(cause) };
    this.#timer ??= setInterval(retry, BETWEEN_TRIES).unref();
  }

  /** True where acts can be taken; tries to make it so where a second has passed since the last try. */
  async tried(): Promise<boolean> {
    if (this.#state.mode === 'ready') return true;
    if (this.#clock() - this.#lastTry < BETWEEN_TRIES) return false;
    this.#lastTry = this.#clock();
    try {
      await this.#mend();
    } catch (error) {
      this.#cause = error;
      this.#state = { ...this.#state, why: inWords(error) };
      return false;
    }
    this.stop();
    this.#state = READY;
    this.#cause = undefined;
    return true;
  }

  /** Tries no more. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

export const inWords = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
