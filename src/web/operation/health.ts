import { statfs } from 'node:fs/promises';
import type { Instant } from '../../kernel/instant.ts';
import type { KeptMode } from '../kept-shelf.ts';
import type { Scheduler, JobState } from './scheduler.ts';

/** The job whose outcome says whether what is entered is kept safely. */
export const SELF_TEST = 'self-test';

/** Less free space than this is low, in bytes: some hundred thousand entries, and time to act. */
export const LOW_SPACE = 512 * 1024 * 1024;

/** The scheduler looks every second; one that has not looked for this long is stuck. */
const STUCK_MS = 30_000;

/** What `/health` answers. It names registers and no person. */
export interface Health {
  readonly status: 'ok' | 'read-only' | 'failing';
  /** Of every register that this process has read. */
  readonly registers: Readonly<Record<string, KeptMode>>;
  /** What the self-test found last; a server that keeps registers does not start where it fails. */
  readonly durability: 'ok' | 'failed';
  /** Null where the server keeps nothing. */
  readonly disk: { readonly state: 'ok' | 'low' | 'unknown'; readonly freeBytes: number; readonly lowBelowBytes: number } | null;
  readonly scheduler: { readonly state: 'ok' | 'stuck' | 'late'; readonly lastTick: Instant; readonly jobs: readonly JobState[] };
  /** How reminding people stands, by all processes together; null where this server reminds nobody. */
  readonly reminders: RemindersHealth | null;
}

export interface RemindersHealth {
  /** Late where those of a working day are not out three hours after their time, or a mail has waited six hours to be sent. */
  readonly state: 'ok' | 'late';
  readonly lastFinished: Instant | null;
  /** Mails that are to be tried again. */
  readonly unsent: number;
}

export interface HealthParts {
  readonly modes: () => ReadonlyMap<string, KeptMode>;
  readonly scheduler: Scheduler;
  /** The folder whose disk is watched; undefined where the server keeps nothing. */
  readonly folder: string | undefined;
  readonly reminders?: (() => RemindersHealth) | undefined;
  readonly lowSpace?: number;
  readonly now: () => number;
}

/** How the service is, worked out from what is known: nothing is read or written but the free space of the disk. */
export async function healthOf({ reminders, modes, scheduler, folder, lowSpace = LOW_SPACE, now }: HealthParts): Promise<Health> {
  const { lastTick, jobs } = scheduler.heartbeat();
  const registers = Object.fromEntries(modes());
  const durability = jobs.some(({ name, outcome }) => name === SELF_TEST && outcome === 'failed') ? 'failed' : 'ok';
  const state = now() - Date.parse(lastTick) > STUCK_MS ? 'stuck' : jobs.some(({ isLate }) => isLate) ? 'late' : 'ok';
  const known = Object.values(registers);
  const isFailing = durability === 'failed' || state === 'stuck' || known.includes('not-intact');
  const status = isFailing ? 'failing' : known.includes('read-only') ? 'read-only' : 'ok';
  return { status, registers, durability, disk: folder === undefined ? null : await spaceIn(folder, lowSpace), scheduler: { state, lastTick, jobs }, reminders: reminders?.() ?? null };
}

async function spaceIn(folder: string, lowBelowBytes: number): Promise<Health['disk']> {
  try {
    const { bavail, bsize } = await statfs(folder);
    const freeBytes = bavail * bsize;
    return { state: freeBytes < lowBelowBytes ? 'low' : 'ok', freeBytes, lowBelowBytes };
  } catch {
    return { state: 'unknown', freeBytes: 0, lowBelowBytes };
  }
}
