import { openCheckpoint } from './log/checkpoint.ts';
import type { MerkleTree } from './log/merkle.ts';
import type { VerifierKey } from './log/note-key.ts';
import { NotIntact } from './not-intact.ts';
import type { Store } from './store/store.ts';

/** @throws NotIntact unless the newest checkpoint is signed by the key and is the tree's */
export async function checkSigned(store: Store, register: string, tree: MerkleTree, key: VerifierKey): Promise<void> {
  const note = await store.checkpoint(register);
  const signed = note === undefined ? undefined : openCheckpoint(note, key);
  if (signed?.ok === true && signed.value.size === tree.size && Buffer.from(signed.value.root).equals(tree.root())) return;
  throw new NotIntact(`The entries of the register \`${register}\` do not fit its signed checkpoint. Nothing is added to it; \`answerable verify\` says where it is wrong.`);
}
