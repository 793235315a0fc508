import type { CalendarDate } from '../kernel/date.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Ref } from '../model/field.ts';
import type { KindName } from '../model/kinds.ts';

/** Fields of a record as the program holds them, by name. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * A change as somebody asked for it. What it does to the register is worked out anew each time, so that a draft holds nothing of a
 * record but what its author said of it.
 */
export type Asked =
  | { readonly type: 'vacate'; readonly post: string }
  | { readonly type: 'merge'; readonly post: string; readonly into: string }
  | { readonly type: 'move'; readonly unit: string; readonly under: string }
  | { readonly type: 'line'; readonly post: string; readonly under: string }
  | { readonly type: 'adopt'; readonly instrument: string }
  | { readonly type: 'new'; readonly kind: KindName; readonly id: string; readonly fields: Fields }
  /** Only the fields that were given another value, and those that were emptied. */
  | { readonly type: 'change'; readonly kind: KindName; readonly id: string; readonly set: Fields; readonly unset: readonly string[] }
  | { readonly type: 'end'; readonly kind: KindName; readonly id: string };

/** The entry that had last changed each record that a change touches, when it was added or last looked at; null where there was none. */
export type Base = Readonly<Record<string, number | null>>;

export interface DraftChange {
  /** Stays with the change wherever it stands in the list; none is used twice in a draft. */
  readonly number: number;
  readonly asked: Asked;
  readonly base: Base;
}

/** Somebody who was let in. */
export interface Share {
  readonly person: Ref<'persons'>;
  readonly mayChange: boolean;
}

/** What became of a draft; `open` until it is decided. */
export type DraftState =
  | { readonly is: 'open' }
  | { readonly is: 'adopted'; readonly by: Ref<'persons'>; readonly at: Instant; readonly reason: string; readonly first: number; readonly last: number }
  | { readonly is: 'set-aside'; readonly by: Ref<'persons'>; readonly at: Instant; readonly reason: string };

/** Changes to a register that somebody thinks about making, all from one date. */
export interface Draft {
  readonly id: string;
  readonly register: string;
  readonly author: Ref<'persons'>;
  readonly name: string;
  readonly purpose: string;
  /** The day from which it would all hold. */
  readonly from: CalendarDate;
  /** In the order in which they are made. */
  readonly changes: readonly DraftChange[];
  readonly shares: readonly Share[];
  readonly state: DraftState;
  /** Counts what was done to it: whoever alters it says which they saw. */
  readonly version: number;
  /** The idempotency key of the act that adopts it. It is told to nobody, so that no other act can be taken for it. */
  readonly adoptionKey: string;
  readonly madeAt: Instant;
  readonly changedAt: Instant;
}

/** One thing that was done to a draft. */
export interface Happening {
  readonly at: Instant;
  readonly by: Ref<'persons'>;
  readonly did: 'made' | 'described' | 'added' | 'taken' | 'taken-out' | 'moved' | 'shared' | 'unshared' | 'set-aside' | 'adopted';
  /** Of which changes it was done; for `shared` and `unshared` with whom. */
  readonly changes: readonly DraftChange[];
  readonly with?: Share | undefined;
}

/** Who may do what with a draft. Reading is not here: whoever may not read one does not learn that it exists. */
export const mayChange = ({ author, shares }: Draft, person: Ref): boolean => author === person || shares.some((share) => share.person === person && share.mayChange);
export const isAuthor = ({ author }: Draft, person: Ref): boolean => author === person;
export const mayRead = ({ author, shares }: Draft, person: Ref): boolean => author === person || shares.some((share) => share.person === person);
