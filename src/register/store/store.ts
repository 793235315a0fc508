import type { Instant } from '../../kernel/instant.ts';

/** The kind under which what a register says of itself is kept, beside the kinds of its records. */
export const HEADER_KIND = 'register';

/**
 * A change as it is kept. The digest, salt and body are absent where the change ends something; a body is the canonical JSON of the
 * record's fields without its id and period. Salt and body lie apart from the rest, so that they can be erased and the leaf still stands.
 */
export interface KeptChange {
  readonly kind: string;
  readonly id: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly put?: { readonly digest: string; readonly salt: Uint8Array; readonly body: string } | undefined;
}

/** An entry as it is kept: what its leaf is made of, and the leaf's hash. */
export interface KeptEntry {
  readonly number: number;
  readonly recordedAt: Instant;
  readonly person: string;
  readonly post?: string | undefined;
  readonly act: string;
  readonly reason: string;
  readonly key: string;
  readonly changes: readonly KeptChange[];
  readonly leafHash: Uint8Array;
}

/** A version of a record as the latest entry has it: a plain row for readers with SQL. */
export interface CurrentRow {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly body: string;
  /** The entry that last changed the record. */
  readonly entry: number;
}

/** What one commit adds. */
export interface Appended {
  /** How many entries the register had when the acts were decided. */
  readonly after: number;
  readonly entries: readonly KeptEntry[];
  /** Every record that the entries touch with all its versions as they now are; none where it is no more. */
  readonly current: readonly { readonly kind: string; readonly id: string; readonly versions: readonly CurrentRow[] }[];
  /** The signed checkpoint of the register with these entries. */
  readonly checkpoint: { readonly size: number; readonly note: string };
}

/**
 * Keeps the entries of registers. `append` is durable when it comes back, whole or not at all; where it throws, whether the entries
 * were kept is not known until the register is read again.
 */
export interface Store {
  /** The ids of the registers kept here, in the order in which they began. */
  registers(): Promise<readonly string[]>;
  /** The entries numbered `from` and more, in order. */
  entries(register: string, from?: number): Promise<readonly KeptEntry[]>;
  /** The newest signed checkpoint; undefined where there is no entry. */
  checkpoint(register: string): Promise<string | undefined>;
  /** @throws OutOfStep when the register no longer has `after` entries. */
  append(register: string, appended: Appended): Promise<void>;
  close(): Promise<void>;
}

/** Somebody else has written since the register was read. */
export class OutOfStep extends Error {}
