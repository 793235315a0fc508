import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { entryBundle, exportTiles, hashTiles } from '../../src/register/log/tiles.ts';
import { MTH } from './naive-tree.ts';
import { hex, leavesOf, treeOf } from './sample-log.ts';

const H = (...parts: readonly (Uint8Array | string)[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

type Files = ReadonlyMap<string, Uint8Array>;

/** The file for the `n`-th 256 of `count`, by the path that tlog-tiles gives it, written here a second time. */
function fileAt(files: Files, level: string, n: number, count: number): Uint8Array {
  const number = n < 1000 ? String(n).padStart(3, '0') : `x${String(Math.floor(n / 1000)).padStart(3, '0')}/${String(n % 1000).padStart(3, '0')}`;
  const width = Math.min(256, count - n * 256);
  const path = `tile/${level}/${number}${width < 256 ? `.p/${width}` : ''}`;
  return files.get(path) ?? assert.fail(`${path} is not there`);
}

/** All hashes or entries of a level as one block, from its files alone. */
const levelOf = (files: Files, level: string, count: number): Buffer =>
  Buffer.concat(Array.from({ length: Math.ceil(count / 256) }, (_, n) => fileAt(files, level, n, count)));

/** The root from the bundles of entries alone. */
function rootOfEntries(files: Files, size: number): Buffer {
  const block = levelOf(files, 'entries', size);
  const leaves: Buffer[] = [];
  for (let at = 0; at < block.length;) {
    const end = at + 2 + block.readUInt16BE(at);
    leaves.push(block.subarray(at + 2, end));
    at = end;
  }
  assert.equal(leaves.length, size);
  return MTH(leaves);
}

/** The root from the tiles of hashes alone; each tile above level 0 is checked against the full ones below it. */
function rootOfTiles(files: Files, size: number): Buffer {
  const join = (hashes: readonly Buffer[]): Buffer => {
    const [only] = hashes;
    if (hashes.length === 1 && only !== undefined) return only;
    const k = 2 ** Math.ceil(Math.log2(hashes.length) - 1);
    return H('\u0001', join(hashes.slice(0, k)), join(hashes.slice(k)));
  };
  const hashesOf = (block: Buffer): Buffer[] => Array.from({ length: block.length / 32 }, (_, index) => block.subarray(index * 32, index * 32 + 32));
  let rest: Buffer | undefined;
  let hashes = hashesOf(levelOf(files, '0', size));
  for (let level = 1; ; level += 1) {
    const full = Math.floor(hashes.length / 256);
    const over = hashes.slice(full * 256);
    const right = over.length === 0 ? rest : join(rest === undefined ? over : [...over, rest]);
    if (full === 0) return right ?? H('');
    const above = hashesOf(levelOf(files, String(level), full));
    assert.deepEqual(above, Array.from({ length: full }, (_, n) => join(hashes.slice(n * 256, n * 256 + 256))));
    [hashes, rest] = [above, right];
  }
}

const filesOf = (size: number, of = size): Files => {
  const leaves = leavesOf(of);
  return new Map([...exportTiles(treeOf(leaves), leaves, size)].map(({ path, bytes }) => [path, bytes]));
};

describe('The tiles of a log', () => {
  for (const size of [1, 2, 255, 256, 257, 511, 512, 700, 70_000]) {
    it(`give the root again, from the hashes alone and from the entries alone, at ${size} leaves`, () => {
      const files = filesOf(size);
      const root = hex(MTH(leavesOf(size)));
      assert.equal(hex(rootOfTiles(files, size)), root);
      assert.equal(hex(rootOfEntries(files, size)), root);
    });
  }

  it('are those of an earlier size when that is asked for', () => {
    assert.deepEqual([...filesOf(300, 700)], [...filesOf(300)]);
  });

  it('are the files that the specification counts for 70,000 leaves', () => {
    const paths = [...filesOf(70_000).keys()];
    const count = (level: string): number => paths.filter((path) => path.startsWith(`tile/${level}/`)).length;
    assert.deepEqual([count('0'), count('1'), count('2'), count('3'), count('entries')], [274, 2, 1, 0, 274]);
    for (const path of ['tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1', 'tile/entries/273.p/112']) assert.ok(paths.includes(path), path);
  });

  it('of 256 leaves are a full one and above it one of one hash', () => {
    assert.deepEqual([...filesOf(256).keys()], ['tile/0/000', 'tile/1/000.p/1', 'tile/entries/000']);
  });

  it('of an empty log are none', () => assert.equal(filesOf(0).size, 0));

  it('are numbered in groups of three digits', () => {
    const full = Array.from({ length: 256 }, () => Buffer.from('x'));
    assert.equal(entryBundle(1_234_067, full).path, 'tile/entries/x001/x234/067');
    assert.equal(entryBundle(1_000, [Buffer.from('x')]).path, 'tile/entries/x001/000.p/1');
    assert.equal(entryBundle(999, full).path, 'tile/entries/999');
  });

  it('hold leaves of every length that fits, and refuse a longer one', () => {
    assert.equal(hex(entryBundle(0, [new Uint8Array(0), Buffer.alloc(258, 7)]).bytes), `00000102${'07'.repeat(258)}`);
    assert.equal(entryBundle(0, [Buffer.alloc(65_535)]).bytes.length, 65_537);
    assert.throws(() => entryBundle(0, [Buffer.alloc(65_536)]), RangeError);
  });

  it('are refused when the leaves are fewer than the tree has', () => {
    const leaves = leavesOf(300);
    assert.throws(() => [...exportTiles(treeOf(leaves), leaves.slice(0, 299))], RangeError);
    assert.throws(() => [...hashTiles(treeOf(leaves), 301)], RangeError);
  });
});
