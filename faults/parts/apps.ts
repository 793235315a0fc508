import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { KeptInDatabase } from './database.ts';
import { scratchFolder } from './scratch.ts';
import { acknowledged, acknowledgedIn, linesOf, refusals, startWriter, type Writing } from './writing.ts';

/** How many processes record at a time. */
export const APPS = 4;
/** How long an app may take to work again by itself, in milliseconds. */
const PATIENCE = 300_000;

/** Processes that record acts in one database, each with keys of its own, and go on whatever happens. */
export class Apps {
  readonly #kept: KeptInDatabase;
  readonly #acks = Array.from({ length: APPS }, () => join(scratchFolder(), 'acknowledged'));
  readonly #running: Writing[] = [];

  constructor(kept: KeptInDatabase) {
    this.#kept = kept;
    for (let app = 0; app < APPS; app += 1) this.start(app);
  }

  start(app: number): void {
    const acks = this.#acks[app] ?? '';
    this.#running[app] = startWriter({ place: this.#kept.url, keys: this.#kept.keys, acks, first: acknowledged(acks).size, prefix: `a${app}-`, insists: true, together: 4 });
  }

  async kill(app: number): Promise<void> {
    this.#running[app]?.child.kill('SIGKILL');
    await this.#running[app]?.ended;
  }

  /** Settles when every app has had something acknowledged since. @throws where one does not get there by itself */
  async allGoOn(): Promise<void> {
    const before = this.#acks.map((acks) => acknowledged(acks).size);
    const start = performance.now();
    while (this.#acks.some((acks, app) => acknowledged(acks).size <= (before[app] ?? 0))) {
      if (performance.now() - start > PATIENCE) throw new Error(`An app does not work again by itself: ${this.#acks.flatMap((acks) => linesOf(acks).slice(-1)).join('; ')} ${this.#running.map(({ errors }) => errors()).join('')}`);
      await pause(20);
    }
  }

  async end(): Promise<void> {
    for (let app = 0; app < APPS; app += 1) await this.kill(app);
  }

  acknowledged(): Map<string, number> {
    return acknowledgedIn(this.#acks.flatMap(linesOf));
  }

  refused(): number {
    return this.#acks.reduce((sum, acks) => sum + refusals(acks).length, 0);
  }
}
