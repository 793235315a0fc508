import type { Instant } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';
import { refused } from '../kernel/result.ts';
import type { RegisterHeader } from '../model/register-header.ts';
import type { Actor, Change } from './entry.ts';
import type { Image } from './image.ts';
import type { OwnChange } from './kept-form.ts';
import { MOST_REASON } from './ledger.ts';

/** What an act comes to: its changes, and what the register says of itself where that changes too. */
export interface Decided {
  readonly header?: RegisterHeader | undefined;
  readonly own?: OwnChange | undefined;
  readonly changes: readonly Change[];
}

/** Something somebody wants done. `decide` is pure and is called once it is its turn, with all acts before it done. */
export interface Request {
  readonly act: string;
  readonly actor: Actor;
  readonly reason: string;
  readonly now: Instant;
  /** The same key again answers the first entry. */
  readonly key?: string | undefined;
  /** The records that the actor saw, each with the entry that had last changed it; undefined where there was none. */
  readonly read?: ReadonlyMap<string, number | undefined> | undefined;
  readonly decide: (image: Image) => Result<Decided>;
}

/** The entry that an act became. An act of more changes than one entry has room for became the entries `number` to `last`. */
export interface Performed {
  readonly number: number;
  readonly last: number;
  readonly recordedAt: Instant;
  /** True where the key was used before: nothing new was recorded. */
  readonly again: boolean;
  /** How far the clock was behind the last entry, in milliseconds; 0 where it was not. */
  readonly clockBehind: number;
}

/** What is wrong with who, why and key, before anything is decided. */
export function misasked({ reason, actor, key }: Request): Result<never> | undefined {
  if (reason.trim() === '' || reason.length > MOST_REASON) return misused('reason', `Say why, in up to ${MOST_REASON.toLocaleString('en-GB')} characters.`);
  // PostgreSQL keeps no NUL, and nobody means one.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(reason)) return misused('reason', 'The reason has a control character. Say why in plain words.');
  if (!isName(actor.person)) return misused('actor', 'Say who acts, in up to 200 characters.');
  if (key !== undefined && (!isName(key) || key.includes('#'))) return misused('key', 'An idempotency key has up to 200 characters, none of them `#`.');
  return undefined;
}

const isName = (text: string): boolean => text.trim() !== '' && text.length <= 200 && !/[\u0000-\u001f]/.test(text);

const misused = (what: string, sentence: string): Result<never> => refused({ category: 'input', code: `wrong-${what}`, sentence });
