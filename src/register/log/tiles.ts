import { MOST_LEAF_BYTES } from './leaf.ts';
import type { MerkleTree } from './merkle.ts';

const WIDTH = 256;
/** A tile is a subtree of height 8. */
const TILE_HEIGHT = 8;

/** One file of the export: its path below the log's address, with `/` between, and its bytes. */
export interface Tile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The log as C2SP tlog-tiles at `size`: the tiles of hashes, level by level, then the bundles of entries. `leaves` gives the bytes
 * of the leaves in order, from 0. The signed checkpoint belongs beside them as the file `checkpoint`.
 * @throws RangeError where the leaves are fewer than `size` or one is too long for a bundle.
 */
export function* exportTiles(tree: MerkleTree, leaves: Iterable<Uint8Array>, size = tree.size): Generator<Tile> {
  yield* hashTiles(tree, size);
  yield* entryBundles(leaves, size);
}

/** `tile/<L>/<N>`, 32 bytes a hash: of the leaves at level 0, above it of each full tile of the level below. */
export function* hashTiles(tree: MerkleTree, size = tree.size): Generator<Tile> {
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / WIDTH)) {
    for (let first = 0; first < count; first += WIDTH) {
      const width = Math.min(WIDTH, count - first);
      yield { path: pathOf(String(level), first / WIDTH, width), bytes: tree.completeSubtrees(level * TILE_HEIGHT, first, width) };
    }
  }
}

/** `tile/entries/<N>`: the leaves of each tile at level 0, one after the other, each after its length in two bytes, big end first. */
export function* entryBundles(leaves: Iterable<Uint8Array>, size: number): Generator<Tile> {
  let bundle: Uint8Array[] = [];
  let read = 0;
  for (const leaf of leaves) {
    if (read === size) break;
    bundle.push(leaf);
    read += 1;
    if (bundle.length < WIDTH && read < size) continue;
    yield entryBundle(Math.ceil(read / WIDTH) - 1, bundle);
    bundle = [];
  }
  if (read < size) throw new RangeError(`The log has ${size} leaves and ${read} of them were given.`);
}

/** One bundle, for a caller that reads its leaves as they come: the `ordinal`-th 256 leaves, or fewer where they are the last. */
export function entryBundle(ordinal: number, leaves: readonly Uint8Array[]): Tile {
  const parts = leaves.flatMap((leaf) => {
    if (leaf.length > MOST_LEAF_BYTES) throw new RangeError(`A leaf of ${leaf.length} bytes does not fit in an entry bundle.`);
    return [Uint8Array.of(leaf.length >> 8, leaf.length & 255), leaf];
  });
  return { path: pathOf('entries', ordinal, leaves.length), bytes: Buffer.concat(parts) };
}

/** The number in groups of three digits, all but the last after an `x`; a tile that is not full says its width. */
function pathOf(level: string, ordinal: number, width: number): string {
  const digits = String(ordinal);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  const number = groups.map((group, index) => (index < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${number}${width === WIDTH ? '' : `.p/${width}`}`;
}
