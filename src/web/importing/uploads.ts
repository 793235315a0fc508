import { randomBytes } from 'node:crypto';
import type { Instant } from '../../kernel/instant.ts';

/** A file that somebody sent and has not decided on. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Kept extends Upload {
  readonly session: number | string;
  readonly register: string;
  /** In milliseconds since 1970. */
  readonly until: number;
}

/** Minutes for which a file waits for its sender to decide. */
export const MINUTES_KEPT = 30;

/** At most this many wait at once, so that they take at most a few files' worth of memory; the oldest gives way. */
const MOST_KEPT = 8;

/** The files between their dry run and its confirmation: in memory only, each for the session that sent it, one a session. */
export class Uploads {
  readonly #kept = new Map<string, Kept>();

  /** @returns the secret by which the same session finds it again */
  keep(upload: Upload, session: Kept['session'], register: string, now: Instant): string {
    this.#forget(now);
    for (const [secret, kept] of this.#kept) if (kept.session === session) this.#kept.delete(secret);
    for (const oldest of this.#kept.keys()) if (this.#kept.size >= MOST_KEPT) this.#kept.delete(oldest);
    const secret = randomBytes(16).toString('hex');
    this.#kept.set(secret, { ...upload, session, register, until: Date.parse(now) + MINUTES_KEPT * 60_000 });
    return secret;
  }

  find(secret: string, session: Kept['session'], register: string, now: Instant): Upload | undefined {
    this.#forget(now);
    const kept = this.#kept.get(secret);
    return kept?.session === session && kept.register === register ? kept : undefined;
  }

  #forget(now: Instant): void {
    for (const [secret, { until }] of this.#kept) if (until <= Date.parse(now)) this.#kept.delete(secret);
  }
}
