import assert from 'node:assert/strict';
import { signCheckpoint } from '../../src/register/log/checkpoint.ts';
import { leafHash, MerkleTree } from '../../src/register/log/merkle.ts';
import type { SigningKey } from '../../src/register/log/note-key.ts';
import { writeSubmission } from '../../src/register/witness/submission.ts';

/** A history of a log: the leaves of `trunk` entries that every branch shares, then those of its own. */
export const history = (branch: string, trunk: number, size: number): readonly string[] =>
  Array.from({ length: size }, (_, number) => (number < trunk ? `entry ${number}` : `entry ${number} of ${branch}`));

export function treeOf(leaves: readonly string[]): MerkleTree {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.append(leafHash(Buffer.from(leaf)));
  return tree;
}

export const noteOf = (leaves: readonly string[], key: SigningKey): string => signCheckpoint({ origin: key.name, size: leaves.length, root: treeOf(leaves).root() }, key);

/** An honest submission of a history that continues its first `old` entries. */
export function submission(leaves: readonly string[], old: number, key: SigningKey): string {
  assert.ok(old <= leaves.length);
  return writeSubmission({ old, proof: treeOf(leaves).consistencyProof(old), note: noteOf(leaves, key) });
}
