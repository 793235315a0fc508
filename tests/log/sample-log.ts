import { leafHash, MerkleTree } from '../../src/register/log/merkle.ts';

/** The leaves that the golden roots of RFC 6962 implementations are of. */
export const GOLDEN_LEAVES: readonly Uint8Array[] = [
  '', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f',
].map((text) => Buffer.from(text, 'hex'));

/** Leaves that all differ. */
export const leavesOf = (count: number): Uint8Array[] => Array.from({ length: count }, (_, index) => Buffer.from(`{"number":${index}}`));

export function treeOf(leaves: readonly Uint8Array[]): MerkleTree {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.append(leafHash(leaf));
  return tree;
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Every text that differs from `bytes` in one bit. */
export function* withOneBitFlipped(bytes: Uint8Array): Generator<{ readonly bit: number; readonly flipped: Uint8Array }> {
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Uint8Array.from(bytes);
    const at = Math.floor(bit / 8);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8));
    yield { bit, flipped };
  }
}
