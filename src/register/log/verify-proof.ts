import { sha256 } from './sha256.ts';

/*
 * Checks proofs as RFC 9162, 2.1.3.2 and 2.1.4.2 lay the steps out (the trees are those of RFC 6962). It is written from that text
 * alone and shares nothing with `merkle.ts`, so that one mistake cannot both make a wrong proof and accept it.
 */

const HASH_BYTES = 32;
const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;
const children = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(Uint8Array.of(1), left, right);
const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === HASH_BYTES && Buffer.from(a.buffer, a.byteOffset, a.length).equals(b);
const isSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0;

/** `leaf` is the bytes themselves and not their hash; `proof` is the siblings from the leaf to the root. */
export interface Inclusion {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** True when the proof shows that the leaf stands at `index`, from 0, in the tree of that size and root. */
export function verifyInclusion({ leaf, index, size, proof, root }: Inclusion): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || proof.some((hash) => hash.length !== HASH_BYTES)) return false;
  let [node, last] = [index, size - 1];
  let hash = sha256(Uint8Array.of(0), leaf);
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      hash = children(sibling, hash);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = children(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && isSame(hash, root);
}

/** `proof` in the order of RFC 6962, 2.1.2. */
export interface Consistency {
  readonly fromSize: number;
  readonly fromRoot: Uint8Array;
  readonly toSize: number;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** True when the proof shows that the later tree begins with every leaf of the earlier one, in order. */
export function verifyConsistency({ fromSize, fromRoot, toSize, toRoot, proof }: Consistency): boolean {
  if (!isSize(fromSize) || !isSize(toSize) || fromSize > toSize || proof.some((hash) => hash.length !== HASH_BYTES)) return false;
  if (fromSize === toSize) return proof.length === 0 && isSame(fromRoot, toRoot);
  if (fromSize === 0) return proof.length === 0 && isSame(sha256(), fromRoot) && toRoot.length === HASH_BYTES;

  const isComplete = Number.isInteger(Math.log2(fromSize));
  const [first, ...path] = isComplete ? [fromRoot, ...proof] : proof;
  if (first === undefined || path.length === 0) return false;
  let [node, last] = [fromSize - 1, toSize - 1];
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  let [earlier, later] = [first, first];
  for (const hash of path) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      [earlier, later] = [children(hash, earlier), children(hash, later)];
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      later = children(later, hash);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && isSame(earlier, fromRoot) && isSame(later, toRoot);
}
