import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { leafHash, MerkleTree, nodeHash } from '../../src/register/log/merkle.ts';
import { MTH, PATH, PROOF } from './naive-tree.ts';
import { GOLDEN_LEAVES, hex, leavesOf, treeOf } from './sample-log.ts';

const GOLDEN_ROOTS: readonly (readonly [size: number, root: string])[] = [
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
];

describe('The Merkle tree', () => {
  it('has the golden roots of RFC 6962, at each size as it grows and looking back', () => {
    const grown = new Map<number, string>();
    const tree = new MerkleTree();
    grown.set(0, hex(tree.root()));
    for (const leaf of GOLDEN_LEAVES) grown.set(tree.append(leafHash(leaf)) + 1, hex(tree.root()));
    for (const [size, root] of GOLDEN_ROOTS) {
      assert.equal(grown.get(size), root, `growing, at size ${size}`);
      assert.equal(hex(tree.root(size)), root, `looking back, at size ${size}`);
    }
  });

  it('gives the golden proofs of RFC 6962', () => {
    const tree = treeOf(GOLDEN_LEAVES);
    assert.deepEqual(tree.inclusionProof(0).map(hex), [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    assert.deepEqual(tree.consistencyProof(2, 5).map(hex), [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });

  it('equals the recursive definition for every root and proof of every tree of up to 34 leaves', () => {
    const leaves = leavesOf(34);
    const tree = treeOf(leaves);
    for (let size = 0; size <= leaves.length; size += 1) {
      const D = leaves.slice(0, size);
      assert.equal(hex(tree.root(size)), hex(MTH(D)));
      for (let m = 0; m < size; m += 1) {
        assert.deepEqual(tree.inclusionProof(m, size).map(hex), PATH(m, D).map(hex));
        if (m > 0) assert.deepEqual(tree.consistencyProof(m, size).map(hex), PROOF(m, D).map(hex));
      }
    }
  });

  it('equals the recursive definition for leaves and sizes of any kind', () => {
    const logs = fc.array(fc.uint8Array({ maxLength: 80 }), { minLength: 1, maxLength: 300, size: 'max' });
    fc.assert(fc.property(logs, fc.nat(), fc.nat(), (leaves, a, b) => {
      const tree = treeOf(leaves);
      const size = 1 + (a % leaves.length);
      const m = b % size;
      const D = leaves.slice(0, size);
      assert.equal(hex(tree.root(size)), hex(MTH(D)));
      assert.deepEqual(tree.inclusionProof(m, size).map(hex), PATH(m, D).map(hex));
      if (m > 0) assert.deepEqual(tree.consistencyProof(m, size).map(hex), PROOF(m, D).map(hex));
    }), { numRuns: 200 });
  });

  it('needs no proof that a tree extends the empty one or itself', () => {
    const tree = treeOf(leavesOf(5));
    assert.deepEqual(tree.consistencyProof(0), []);
    assert.deepEqual(tree.consistencyProof(5), []);
    assert.deepEqual(new MerkleTree().consistencyProof(0), []);
  });

  it('refuses indexes and sizes that it does not have, and what is no SHA-256 hash', () => {
    const tree = treeOf(leavesOf(3));
    for (const wrong of [4, -1, 1.5, NaN]) {
      assert.throws(() => tree.root(wrong), RangeError);
      assert.throws(() => tree.inclusionProof(wrong), RangeError);
      assert.throws(() => tree.consistencyProof(wrong), RangeError);
      assert.throws(() => tree.consistencyProof(1, wrong), RangeError);
    }
    assert.throws(() => tree.inclusionProof(3), RangeError);
    assert.throws(() => tree.consistencyProof(3, 2), RangeError);
    assert.throws(() => tree.completeSubtree(2, 0), RangeError);
    assert.throws(() => tree.append(new Uint8Array(31)), RangeError);
    assert.equal(tree.size, 3);
  });

  it('is not changed through a hash that it gave out or took in', () => {
    const hash = leafHash(Buffer.from('a'));
    const tree = new MerkleTree();
    tree.append(hash);
    tree.append(leafHash(Buffer.from('b')));
    const root = hex(tree.root());
    hash.fill(0);
    tree.root().fill(0);
    tree.completeSubtree(0, 0).fill(0);
    assert.equal(hex(tree.root()), root);
    assert.equal(hex(nodeHash(tree.completeSubtree(0, 0), tree.completeSubtree(0, 1))), root);
  });

  it('proves with no more hashes than the tree is high, at 100,000 leaves', () => {
    const tree = treeOf(leavesOf(100_000));
    assert.ok(tree.inclusionProof(77_777).length <= 17);
    assert.ok(tree.consistencyProof(65_535).length <= 18);
  });
});
