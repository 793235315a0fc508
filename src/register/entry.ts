import type { CalendarDate } from '../kernel/date.ts';
import type { Instant } from '../kernel/instant.ts';
import type { KindName } from '../model/kinds.ts';
import type { AnyRecord } from '../model/kind.ts';
import type { RegisterHeader } from '../model/register-header.ts';
import type { ErasureSaid } from './erasure/erasure-said.ts';
import type { KeySaid } from './rotation/key-said.ts';

/**
 * What one act says of one record over the period [from, until): that it is `record`, or (absent) that it is not.
 * Outside the period, what earlier entries said stands. `end` is a change from a date with no record;
 * `correct` is a change over all time with no record, then one with it.
 */
export interface Change {
  readonly kind: KindName;
  readonly id: string;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
  readonly record?: AnyRecord | undefined;
  /** The entry that erased what was said; `record` is then what that entry left in its place, absent where it left nothing. */
  readonly erasedBy?: number | undefined;
}

/** Who acts: a person, and the post they act in. */
export interface Actor {
  readonly person: string;
  readonly post?: string | undefined;
}

/** One act by one actor at one instant, with its reason. Entries are ordered by number, never by the clock. */
export interface Entry {
  readonly number: number;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly act: string;
  readonly reason: string;
  /** What the register says of itself from here on; absent where the act left that as it was. */
  readonly header?: RegisterHeader | undefined;
  /** What it says of an erasure, and of the key that signs: absent from all but a few. */
  readonly erasure?: ErasureSaid | undefined;
  readonly signingKey?: KeySaid | undefined;
  readonly changes: readonly Change[];
}
