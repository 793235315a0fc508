import { sha256Hex } from '../kernel/digest.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Actor } from '../register/entry.ts';

/** An id that tells nobody how many there are beside it, nor what it came from: what is confidential must not show in what is not. */
export const newId = (stem: string, { person }: Actor, now: Instant, said: unknown): string => `${stem}-${sha256Hex(JSON.stringify([person, now, said])).slice(0, 12)}`;
