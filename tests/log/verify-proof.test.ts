import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { verifyConsistency, verifyInclusion } from '../../src/register/log/verify-proof.ts';
import { MTH, PATH, PROOF } from './naive-tree.ts';
import { leavesOf, withOneBitFlipped } from './sample-log.ts';

const MOST = 34;
const leaves = leavesOf(MOST);
const roots = Array.from({ length: MOST + 1 }, (_, size) => MTH(leaves.slice(0, size)));
const rootOf = (size: number): Buffer => roots[size] ?? assert.fail();
const leafAt = (index: number): Uint8Array => leaves[index] ?? assert.fail();

describe('The verifier of inclusion', () => {
  it('accepts every proof of the recursive definition, and none at another index or size', () => {
    for (let size = 1; size <= MOST; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = PATH(index, leaves.slice(0, size));
        const inclusion = { leaf: leafAt(index), index, size, proof, root: rootOf(size) };
        assert.equal(verifyInclusion(inclusion), true, `${index} of ${size}`);
        for (let other = 0; other <= size; other += 1) {
          if (other !== index) assert.equal(verifyInclusion({ ...inclusion, index: other }), false, `${index} of ${size} as ${other}`);
        }
        assert.equal(verifyInclusion({ ...inclusion, leaf: leafAt((index + 1) % MOST) }), false);
        assert.equal(verifyInclusion({ ...inclusion, proof: [...proof, rootOf(1)] }), false);
        assert.equal(verifyInclusion({ ...inclusion, proof: proof.slice(0, -1) }), size === 1);
      }
    }
  });

  it('refuses a proof, a leaf or a root with any one bit flipped', () => {
    const inclusion = { leaf: leafAt(4), index: 4, size: 7, proof: PATH(4, leaves.slice(0, 7)), root: rootOf(7) };
    for (const { flipped: leaf } of withOneBitFlipped(inclusion.leaf)) assert.equal(verifyInclusion({ ...inclusion, leaf }), false);
    for (const { flipped: root } of withOneBitFlipped(inclusion.root)) assert.equal(verifyInclusion({ ...inclusion, root }), false);
    for (const [at, hash] of inclusion.proof.entries()) {
      for (const { flipped } of withOneBitFlipped(hash)) assert.equal(verifyInclusion({ ...inclusion, proof: inclusion.proof.with(at, Buffer.from(flipped)) }), false);
    }
  });

  it('refuses what is no index, no size or no hash, and never ends in a loop', () => {
    const inclusion = { leaf: leafAt(0), index: 0, size: 1, proof: [], root: rootOf(1) };
    for (const wrong of [-1, 0.5, NaN, Infinity, 2 ** 53]) {
      assert.equal(verifyInclusion({ ...inclusion, index: wrong }), false);
      assert.equal(verifyInclusion({ ...inclusion, size: wrong }), false);
    }
    assert.equal(verifyInclusion({ ...inclusion, size: 0 }), false);
    assert.equal(verifyInclusion({ ...inclusion, root: new Uint8Array(31) }), false);
    assert.equal(verifyInclusion({ ...inclusion, size: 2, proof: [new Uint8Array(0)] }), false);
  });
});

describe('The verifier of consistency', () => {
  it('accepts every proof of the recursive definition, and none from or to another tree', () => {
    for (let toSize = 1; toSize <= MOST; toSize += 1) {
      for (let fromSize = 1; fromSize <= toSize; fromSize += 1) {
        const proof = PROOF(fromSize, leaves.slice(0, toSize));
        const consistency = { fromSize, fromRoot: rootOf(fromSize), toSize, toRoot: rootOf(toSize), proof };
        assert.equal(verifyConsistency(consistency), true, `${fromSize} to ${toSize}`);
        assert.equal(verifyConsistency({ ...consistency, fromRoot: rootOf(fromSize - 1) }), false);
        assert.equal(verifyConsistency({ ...consistency, toRoot: rootOf(toSize - 1) }), false);
        assert.equal(verifyConsistency({ ...consistency, proof: [...proof, rootOf(1)] }), false);
        if (proof.length > 0) assert.equal(verifyConsistency({ ...consistency, proof: proof.slice(0, -1) }), false);
        if (proof.length > 0) assert.equal(verifyConsistency({ ...consistency, proof: proof.slice(1) }), false);
      }
    }
  });

  it('refuses a fork: a log of which one early leaf was rewritten', () => {
    const rewritten = leaves.with(2, Buffer.from('rewritten'));
    const consistency = { fromSize: 6, fromRoot: rootOf(6), toSize: 13, toRoot: MTH(rewritten.slice(0, 13)), proof: PROOF(6, rewritten.slice(0, 13)) };
    assert.equal(verifyConsistency(consistency), false);
    assert.equal(verifyConsistency({ ...consistency, fromRoot: MTH(rewritten.slice(0, 6)) }), true);
  });

  it('refuses a proof with any one bit flipped', () => {
    const consistency = { fromSize: 6, fromRoot: rootOf(6), toSize: 13, toRoot: rootOf(13), proof: PROOF(6, leaves.slice(0, 13)) };
    for (const [at, hash] of consistency.proof.entries()) {
      for (const { flipped } of withOneBitFlipped(hash)) assert.equal(verifyConsistency({ ...consistency, proof: consistency.proof.with(at, Buffer.from(flipped)) }), false);
    }
  });

  it('knows that every log extends the empty one, and that no log extends a longer one', () => {
    const empty = { fromSize: 0, fromRoot: rootOf(0), toSize: 5, toRoot: rootOf(5), proof: [] };
    assert.equal(verifyConsistency(empty), true);
    assert.equal(verifyConsistency({ ...empty, fromRoot: rootOf(1) }), false);
    assert.equal(verifyConsistency({ ...empty, proof: [rootOf(1)] }), false);
    assert.equal(verifyConsistency({ fromSize: 5, fromRoot: rootOf(5), toSize: 4, toRoot: rootOf(4), proof: [] }), false);
    assert.equal(verifyConsistency({ fromSize: 3, fromRoot: rootOf(3), toSize: 5, toRoot: rootOf(5), proof: [] }), false);
    assert.equal(verifyConsistency({ fromSize: 4, fromRoot: rootOf(4), toSize: 5, toRoot: rootOf(5), proof: [] }), false);
  });

  it('is written apart from the writer: of ours it imports the hash alone', () => {
    const source = readFileSync(new URL('../../src/register/log/verify-proof.ts', import.meta.url), 'utf8');
    assert.deepEqual([...source.matchAll(/from '(.+)'/g)].map(([, from]) => from), ['./sha256.ts']);
  });
});
