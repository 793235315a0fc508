import type { MerkleTree } from './log/merkle.ts';

/** What a register signed last. */
export interface Signed {
  /** How many entries the checkpoint is of. */
  readonly size: number;
  /** The signed note, with the cosignatures that witnesses gave for it under the signature. */
  readonly note: string;
  /** The tree that it is of; it may have grown since: ask it about `size`. */
  readonly tree: MerkleTree;
  /** The key that verifies the signature, as text to give to others. */
  readonly verifierKey: string;
}
