import { checkSigned } from './check-signed.ts';
import { keyAfterIn } from './folder/signing-keys.ts';
import { Image } from './image.ts';
import { checkNotOlder } from './keeping/catch-up.ts';
import { entryOf } from './kept-form.ts';
import type { Checkpoint } from './log/checkpoint.ts';
import { MerkleTree } from './log/merkle.ts';
import type { SigningKey } from './log/note-key.ts';
import type { KeptEntry, Store } from './store/store.ts';
import { cosignedCheckpoint } from './witness/cosigned-note.ts';

/** One register as it was at one moment, for reading; a writer may be at work beside it. */
export interface ReadRegister {
  readonly id: string;
  readonly entries: readonly KeptEntry[];
  readonly image: Image;
  readonly tree: MerkleTree;
  /** The newest checkpoint, signed, with the cosignatures that witnesses gave for it. */
  readonly checkpoint: string;
  /** Gives the verifier key; nothing is signed in reading. */
  readonly key: SigningKey;
}

/**
 * Reads a register whole from a store that stays as it was when opened.
 * @param keys the folder of signing keys
 * @param last what was signed last, read before the store was opened: a writer beside us may sign more in the meantime
 * @throws NotIntact where its entries do not fit its checkpoint, or are fewer than were signed
 */
export async function readFrom(store: Store, id: string, keys: string, last: Checkpoint | undefined): Promise<ReadRegister> {
  const entries = await store.entries(id);
  const [image, tree] = [new Image(), new MerkleTree()];
  for (const entry of entries) {
    image.apply(entryOf(entry), entry.key);
    tree.append(entry.leafHash);
  }
  const key = keyAfterIn(keys, id, await store.checkpoint(id));
  await checkSigned(store, id, tree, key);
  checkNotOlder(id, tree, last);
  return { id, entries, image, tree, checkpoint: (await cosignedCheckpoint(store, id)) ?? '', key };
}
