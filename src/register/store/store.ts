import type { Instant } from '../../kernel/instant.ts';

/** The kinds under which a register keeps what is said of itself, beside the kinds of its records: its header, a new signing key, an erasure. */
export const HEADER_KIND = 'register';
export const KEY_KIND = 'signing-key';
export const ERASURE_KIND = 'erasure';

/** What was said of a record: the canonical JSON of its fields without its id and period, the salt of its digest, and the digest. */
export interface KeptBody {
  readonly digest: string;
  readonly salt: Uint8Array;
  readonly body: string;
}

/** What is left of a body once it is erased: the digest in the leaf, and the number of the entry that erased it. */
export interface ErasedBody {
  readonly digest: string;
  readonly erasedBy: number;
}

export const isErased = (put: KeptBody | ErasedBody): put is ErasedBody => 'erasedBy' in put;

/** A change as it is kept; without `put` it ends something. Salt and body lie apart from the rest: they can be erased and the leaf still stands. */
export interface KeptChange {
  readonly kind: string;
  readonly id: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly put?: KeptBody | ErasedBody | undefined;
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
  /** The change that put it: the one of the record, of an entry that is kept or of the commit, that has this body. */
  readonly said: { readonly entry: number; readonly position: number };
  /** The entry that last changed the record. */
  readonly entry: number;
}

/** What one commit adds. */
export interface Appended {
  /** How many entries the register had when the acts were decided. */
  readonly after: number;
  /** The newest signed checkpoint then: an equal number of other entries (a stale copy that went on) has another one. Not compared where absent. */
  readonly upon?: string | undefined;
  readonly entries: readonly KeptEntry[];
  /** Every record that the entries touch with all its versions as they now are; none where it is no more. */
  readonly current: readonly {
    readonly kind: string;
    readonly id: string;
    /** True where no entry before these said anything of it: there are no rows that give way to these. */
    readonly isNew?: boolean | undefined;
    readonly versions: readonly CurrentRow[];
  }[];
  /** Bodies of changes that go for ever in the same commit, with their salts; `by` is the entry, one of `entries`, that says so. */
  readonly erased?: readonly { readonly entry: number; readonly position: number; readonly by: number }[] | undefined;
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
  /** How many entries the register has; 0 where it is not there. */
  size(register: string): Promise<number>;
  /** The entries numbered `from` and more, in order. */
  entries(register: string, from?: number): Promise<readonly KeptEntry[]>;
  /** The newest signed checkpoint; undefined where there is no entry. */
  checkpoint(register: string): Promise<string | undefined>;
  /** @throws OutOfStep when the register no longer has `after` entries, or its newest checkpoint is not `upon` */
  append(register: string, appended: Appended): Promise<void>;
  /** The cosignature lines that witnesses gave for the checkpoint of that size, each once, in the order in which they came. */
  cosignatures(register: string, size: number): Promise<readonly string[]>;
  cosign(register: string, size: number, lines: readonly string[]): Promise<void>;
  /** The sizes of the checkpoints that witnesses cosigned, the largest first. */
  cosigned(register: string): Promise<readonly number[]>;
  /**
   * Called after a fault: makes a durable write that says nothing, over a new connection, once all that can be read is durable (what a
   * failed sync left behind may be readable and yet not be on the disk). @throws where nothing can be kept now
   */
  probe(): Promise<void>;
  /**
   * Called after a commit that erased: what was erased cannot be read from the files of the store any more, by whatever means. False
   * where that has to wait (somebody still reads an older state); it is then done at the next call, or the next time the store is opened.
   */
  purge(): Promise<boolean>;
  close(): Promise<void>;
}

/** Somebody else has written since the register was read. */
export class OutOfStep extends Error {}
