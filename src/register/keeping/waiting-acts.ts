import type { Result } from '../../kernel/result.ts';
import type { Performed, Request } from '../request.ts';
import type { InTurn } from './in-turn.ts';

/** An act that waits for its turn. */
export interface Waiting {
  readonly request: Request;
  readonly answer: (result: Result<Performed>) => void;
}

/** Acts that were asked for; those that wait when their turn comes are done together. */
export class WaitingActs {
  readonly #turns: InTurn;
  readonly #done: (batch: readonly Waiting[]) => Promise<void>;
  #waiting: Waiting[] = [];

  /** @param done answers every act of the batch */
  constructor(turns: InTurn, done: (batch: readonly Waiting[]) => Promise<void>) {
    this.#turns = turns;
    this.#done = done;
  }

  ask(request: Request): Promise<Result<Performed>> {
    return new Promise((answer) => {
      this.#waiting.push({ request, answer });
      if (this.#waiting.length === 1) void this.#turns.run(() => this.#next());
    });
  }

  async #next(): Promise<void> {
    // Whatever is asked for in the same turn of the event loop shares the commit.
    await new Promise((resolve) => setImmediate(resolve));
    const batch = this.#waiting;
    this.#waiting = [];
    await this.#done(batch);
  }
}
