import type { Result } from '../../kernel/result.ts';
import { faultInWords } from '../../kernel/fault.ts';
import type { KeptMode } from '../kept-shelf.ts';
import { healthOf, SELF_TEST, type Health, type RemindersHealth } from './health.ts';
import { FORGOTTEN, type LastRuns } from './last-runs.ts';
import { Scheduler, type Job } from './scheduler.ts';

/** The place where registers are kept, as far as running a server over it goes. */
export interface KeptPlace {
  /** Whether what is written there is kept: settings, and a real write that is synced and read back. Refused with what is wrong. */
  readonly selfTest: () => Promise<Result<undefined>>;
  /** The folder whose disk is watched. */
  readonly folder: string;
  readonly lastRuns: LastRuns;
}

/** Told of what happens while the service runs, none of it about a person. */
export interface Happenings {
  readonly mode: (register: string, from: KeptMode | undefined, to: KeptMode) => void;
  readonly jobFailed: (job: string, error: unknown) => void;
}

export interface OperationParts {
  readonly place: KeptPlace | undefined;
  readonly modes: () => ReadonlyMap<string, KeptMode>;
  readonly jobs: readonly Job[];
  readonly reminders?: (() => RemindersHealth) | undefined;
  readonly happenings: Happenings;
}

const SELF_TEST_EVERY_MS = 60_000;
const WATCH_EVERY_MS = 1000;

/** What a running service does beside answering: its jobs, and watching how it is. */
export class Operation {
  readonly #parts: OperationParts;
  readonly #scheduler: Scheduler;
  #modes: ReadonlyMap<string, KeptMode> = new Map();
  #watching: NodeJS.Timeout | undefined;

  constructor(parts: OperationParts) {
    this.#parts = parts;
    const { place, jobs, happenings } = parts;
    this.#scheduler = new Scheduler({
      jobs: place === undefined ? [] : [selfTestJob(place), ...jobs],
      lastRuns: place?.lastRuns ?? FORGOTTEN,
      now: () => Date.now(),
      onFault: (job, error) => happenings.jobFailed(job, error),
    });
  }

  start(): void {
    this.#watch();
    this.#scheduler.start();
    void this.#scheduler.tick();
    this.#watching ??= setInterval(() => this.#watch(), WATCH_EVERY_MS).unref();
  }

  health(): Promise<Health> {
    const { modes, place, reminders } = this.#parts;
    return healthOf({ modes, reminders, scheduler: this.#scheduler, folder: place?.folder, now: () => Date.now() });
  }

  async stop(): Promise<void> {
    clearInterval(this.#watching);
    await this.#scheduler.stop();
    // What changed since the last look is still told.
    this.#watch();
  }

  #watch(): void {
    const modes = this.#parts.modes();
    for (const [register, mode] of modes) {
      const before = this.#modes.get(register);
      if (mode !== before && !(before === undefined && mode === 'ready')) this.#parts.happenings.mode(register, before, mode);
    }
    this.#modes = modes;
  }
}

const selfTestJob = ({ selfTest }: KeptPlace): Job => ({
  name: SELF_TEST,
  everyMs: SELF_TEST_EVERY_MS,
  async run() {
    const tested = await selfTest();
    if (!tested.ok) throw new Error(tested.faults.map(faultInWords).join(' '));
  },
});
