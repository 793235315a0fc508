import { HashList } from './hash-list.ts';
import { sha256 } from './sha256.ts';

const LEAF = Uint8Array.of(0);

/** RFC 6962, 2.1: the hash of one leaf, `SHA-256(00 ‖ leaf)`. */
export const leafHash = (leaf: Uint8Array): Uint8Array => sha256(LEAF, leaf);

const joined = new Uint8Array(65).fill(1, 0, 1);

/** RFC 6962, 2.1: the hash of a node, `SHA-256(01 ‖ left ‖ right)`, both sides 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  joined.set(left, 1);
  joined.set(right, 33);
  return sha256(joined);
}

/**
 * The Merkle tree of RFC 6962, 2.1, over SHA-256: append only, but that leaves which came to nothing are cut off again. The hash of
 * every complete subtree is kept, so an append makes one node on average, and a root or a proof at any size so far takes O(log n) hashes.
 * Every method that takes an index or a size throws RangeError for one that the tree does not have.
 */
export class MerkleTree {
  readonly #leaves = new HashList();
  /** `levels[h]` holds the complete subtrees of 2^h leaves, from left to right. */
  readonly #levels: HashList[] = [this.#leaves];

  get size(): number {
    return this.#leaves.length;
  }

  /** Appends the hash of a leaf (`leafHash`), 32 bytes; answers its index, counted from 0. */
  append(hash: Uint8Array): number {
    const index = this.size;
    this.#leaves.push(hash);
    let right = hash;
    for (let height = 1, ordinal = index; ordinal % 2 === 1; height += 1, ordinal = (ordinal - 1) / 2) {
      const level = (this.#levels[height] ??= new HashList());
      right = nodeHash(this.completeSubtree(height - 1, ordinal - 1), right);
      level.push(right);
    }
    return index;
  }

  /** Keeps the first `size` leaves. */
  cut(size: number): void {
    this.#checkSize(size);
    for (const [height, level] of this.#levels.entries()) level.cut(Math.floor(size / 2 ** height));
  }

  /** MTH(D[0:size]): the root over the first `size` leaves; of an empty tree, SHA-256 of nothing. */
  root(size = this.size): Uint8Array {
    this.#checkSize(size);
    return size === 0 ? sha256() : this.#subtree(0, size);
  }

  /** PATH(index, D[0:size]) of RFC 6962, 2.1.1: the siblings from the leaf to the root. */
  inclusionProof(index: number, size = this.size): Uint8Array[] {
    this.#checkSize(size);
    if (!(Number.isSafeInteger(index) && index >= 0 && index < size)) throw new RangeError(`There is no leaf ${index} among the first ${size}.`);
    const siblings: Uint8Array[] = [];
    let [low, high] = [0, size];
    while (high - low > 1) {
      const middle = low + splitOf(high - low);
      siblings.push(index < middle ? this.#subtree(middle, high) : this.#subtree(low, middle));
      if (index < middle) high = middle;
      else low = middle;
    }
    return siblings.reverse();
  }

  /** PROOF(fromSize, D[0:toSize]) of RFC 6962, 2.1.2; empty from 0 (every tree extends the empty one) and from `toSize` itself. */
  consistencyProof(fromSize: number, toSize = this.size): Uint8Array[] {
    this.#checkSize(toSize);
    this.#checkSize(fromSize, toSize);
    if (fromSize === 0 || fromSize === toSize) return [];
    const hashes: Uint8Array[] = [];
    let [low, high] = [0, toSize];
    while (high !== fromSize) {
      const middle = low + splitOf(high - low);
      hashes.push(fromSize <= middle ? this.#subtree(middle, high) : this.#subtree(low, middle));
      if (fromSize <= middle) high = middle;
      else low = middle;
    }
    // Who checks has the old root already: its subtree is only sent where the old tree was not one complete subtree.
    if (low > 0) hashes.push(this.#subtree(low, high));
    return hashes.reverse();
  }

  /** The hash over leaves `ordinal`·2^height to (`ordinal` + 1)·2^height. */
  completeSubtree(height: number, ordinal: number): Uint8Array {
    return this.completeSubtrees(height, ordinal, 1);
  }

  /** The hashes of `count` complete subtrees of 2^height leaves, end to end: what a tile holds. */
  completeSubtrees(height: number, first: number, count: number): Uint8Array {
    const level = this.#levels[height];
    if (level === undefined) throw new RangeError(`The tree has no complete subtree of height ${height}.`);
    return level.slice(first, count);
  }

  /** MTH(D[low:high]); `low` is a multiple of the power of two at or above the width, as every split of the tree leaves it. */
  #subtree(low: number, high: number): Uint8Array {
    const width = high - low;
    const height = Math.log2(width);
    if (Number.isInteger(height)) return this.completeSubtree(height, low / width);
    const middle = low + splitOf(width);
    return nodeHash(this.#subtree(low, middle), this.#subtree(middle, high));
  }

  #checkSize(size: number, most = this.size): void {
    if (!(Number.isSafeInteger(size) && size >= 0 && size <= most)) throw new RangeError(`There is no tree of ${size} leaves within one of ${most}.`);
  }
}

/** The largest power of two below `width`, which is at least 2. */
function splitOf(width: number): number {
  let split = 1;
  while (split * 2 < width) split *= 2;
  return split;
}
