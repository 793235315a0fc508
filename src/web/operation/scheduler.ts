import { instantOf, type Instant } from '../../kernel/instant.ts';
import type { LastRuns } from './last-runs.ts';

/** Something to be done every so often. It throws where it could not be done. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
  /** Told to begin nothing more: what is under way ends as soon as it can. */
  readonly stop?: () => void;
}

export interface JobState {
  readonly name: string;
  readonly everySeconds: number;
  /** When it was last done, also before a restart; null where it never was. */
  readonly lastRun: Instant | null;
  readonly outcome: 'ok' | 'failed' | 'not-run';
  /** True where it is not done by three times as long as it should take, or has hung as long. */
  readonly isLate: boolean;
}

export interface SchedulerParts {
  readonly jobs: readonly Job[];
  readonly lastRuns: LastRuns;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onFault: (job: string, error: unknown) => void;
}

/** How often it looks whether something is due, in milliseconds. */
const TICK_MS = 1000;

/** Does jobs when they are due. When each was last done is kept, so that a restart neither forgets nor repeats one. */
export class Scheduler {
  readonly #parts: SchedulerParts;
  readonly #begun: number;
  readonly #runs: Map<string, Instant>;
  readonly #outcomes = new Map<string, 'ok' | 'failed'>();
  readonly #running = new Map<string, Promise<void>>();
  #lastTick: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: SchedulerParts) {
    this.#parts = parts;
    this.#begun = this.#lastTick = parts.now();
    this.#runs = new Map(parts.lastRuns.read());
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.tick(), TICK_MS).unref();
  }

  /** Starts every job that is due, and settles when those are done. */
  async tick(): Promise<void> {
    this.#lastTick = this.#parts.now();
    const due = this.#parts.jobs.filter(({ name, everyMs }) => !this.#running.has(name) && this.#since(name) >= everyMs);
    await Promise.all(due.map((job) => this.#run(job)));
  }

  /** When it last looked, and how each job stands. */
  heartbeat(): { readonly lastTick: Instant; readonly jobs: readonly JobState[] } {
    const jobs = this.#parts.jobs.map(({ name, everyMs }): JobState => ({
      name,
      everySeconds: everyMs / 1000,
      lastRun: this.#runs.get(name) ?? null,
      outcome: this.#outcomes.get(name) ?? 'not-run',
      isLate: Math.min(this.#since(name), this.#parts.now() - this.#begun) > 3 * everyMs,
    }));
    return { lastTick: instantOf(this.#lastTick), jobs };
  }

  /** Starts nothing more, and lets what is under way finish. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    for (const { stop } of this.#parts.jobs) stop?.();
    await Promise.all(this.#running.values());
  }

  /** How long ago the job was last done. A clock that was put back makes it due: it is no reason to wait for years. */
  #since(name: string): number {
    const last = this.#runs.get(name);
    const since = last === undefined ? Infinity : this.#parts.now() - Date.parse(last);
    return since < 0 ? Infinity : since;
  }

  #run({ name, run }: Job): Promise<void> {
    const running = run()
      .then(() => this.#outcomes.set(name, 'ok'), (error: unknown) => {
        this.#outcomes.set(name, 'failed');
        this.#parts.onFault(name, error);
      })
      .then(() => {
        this.#runs.set(name, instantOf(this.#parts.now()));
        this.#running.delete(name);
        this.#parts.lastRuns.write(this.#runs);
      })
      // That the time of a run could not be kept is no fault of the run: it is run again after a restart.
      .catch((error: unknown) => this.#parts.onFault(name, error));
    this.#running.set(name, running);
    return running;
  }
}
