import type { Result } from '../kernel/result.ts';
import type { Checkpoint } from './log/checkpoint.ts';
import type { MerkleTree } from './log/merkle.ts';
import type { KeptEntry } from './store/store.ts';

/** Signs for one register. Its keys lie apart from the entries, and so does the record of what it signed last. */
export interface Signer {
  /**
   * Told of entries that are kept, in order, as they are loaded, caught up with or committed: one of them may say that another key
   * signs from there on.
   */
  follow(entries: readonly KeptEntry[]): void;
  /** The checkpoint in a note that the register's key signed. @throws NotIntact where the key is missing or damaged */
  open(note: string): Result<Checkpoint>;
  /** The key that verifies what is signed from now on, as text to give to others. @throws NotIntact where it is missing or damaged */
  readonly verifierKey: string;
  /** The signed checkpoint of the tree, which ends with the entries. The first one makes the key. */
  sign(tree: MerkleTree, entries: readonly KeptEntry[]): string;
  /** The newest checkpoint that is known to have been kept: the register may have more entries, never fewer or others. */
  lastSigned(): Checkpoint | undefined;
  /** Told that a note of the register's key is kept; the record of it may come to the disk a little later, never earlier. */
  kept(note: string): void;
  /** Settles when the record of what was signed last is on the disk. */
  flush(): Promise<void>;
}
