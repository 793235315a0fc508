import type { Checkpoint } from '../log/checkpoint.ts';
import type { MerkleTree } from '../log/merkle.ts';
import { Loaded } from './loaded.ts';
import { NotIntact } from '../not-intact.ts';
import type { Signer } from '../signer.ts';
import type { Store } from '../store/store.ts';

/** Where a register is kept, and what signs for it. */
export interface Kept {
  readonly id: string;
  readonly store: Store;
  readonly signer: Signer;
}

/** The whole register, found to be what was signed. @throws NotIntact where it is not, or is older than what was signed last */
export async function load(kept: Kept): Promise<Loaded> {
  // Before anything else is read: a writer beside us may sign more in the meantime, and never less.
  const last = kept.signer.lastSigned();
  const loaded = await catchUp(new Loaded(), kept);
  checkNotOlder(kept.id, loaded.tree, last);
  return loaded;
}

/** @throws NotIntact where the tree does not begin with what was signed last */
export function checkNotOlder(id: string, tree: MerkleTree, last: Checkpoint | undefined): void {
  if (last === undefined) return;
  if (tree.size < last.size) throw new NotIntact(rolledBack(id, tree.size, last.size));
  if (Buffer.from(tree.root(last.size)).equals(last.root)) return;
  throw new NotIntact(`The first ${last.size} entries of the register \`${id}\` are not those that were signed here: they were rewritten, or are of a copy that went its own way. Nothing is signed over them. Put back what was there; to go on from another state, restore its back-up into a new folder with \`answerable restore\`.`);
}

/**
 * Brings what is in memory up to the newest signed checkpoint, behind which there must be no entries.
 *
 * @throws NotIntact where what is kept does not go on from what is in memory
 */
export async function catchUp(loaded: Loaded, kept: Kept): Promise<Loaded> {
  const { id, store, signer } = kept;
  const { tree } = loaded;
  for (;;) {
    const note = await store.checkpoint(id);
    if (note === loaded.note) {
      if ((await store.size(id)) !== tree.size && (await store.checkpoint(id)) === note) throw unfitting(id);
      return loaded;
    }
    const signed = note === undefined ? undefined : signer.open(note);
    if (note === undefined || signed === undefined) throw new NotIntact(rolledBack(id, 0, tree.size));
    if (!signed.ok) throw unfitting(id);
    const { size, root } = signed.value;
    if (size < tree.size) throw new NotIntact(rolledBack(id, size, tree.size));
    // More may have been added since the checkpoint was read: that comes in the next round.
    const fresh = (await store.entries(id, tree.size)).slice(0, size - tree.size);
    if (!loaded.add(fresh, note, root)) throw unfitting(id);
    signer.follow(fresh);
  }
}

const unfitting = (id: string): NotIntact =>
  new NotIntact(`The entries of the register \`${id}\` do not fit its signed checkpoint. Nothing is added to it; \`answerable verify\` says where it is wrong.`);

const rolledBack = (id: string, there: number, signed: number): string =>
  `The register \`${id}\` has ${there} entries, and ${signed} were acknowledged and signed here: an older copy was put in its place. Nothing is signed over it. Put the newer one back; to go on from an older state, restore its back-up into a new folder with \`answerable restore\`.`;
