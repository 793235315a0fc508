import type { Entry } from '../entry.ts';
import { Image } from '../image.ts';
import { entryOf } from '../kept-form.ts';
import { MerkleTree } from '../log/merkle.ts';
import { isErased, type KeptEntry } from '../store/store.ts';

/** What of a register is in memory: the entries up to a signed checkpoint, and nothing that is not kept. */
export class Loaded {
  readonly image = new Image();
  readonly tree = new MerkleTree();
  #note: string | undefined;
  #bytes = 0;

  /** The newest signed checkpoint; undefined before the first entry. */
  get note(): string | undefined {
    return this.#note;
  }

  /** About how much memory it takes, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Whether the entries come next and with them the tree has the root of their checkpoint; nothing is added where not. */
  add(entries: readonly KeptEntry[], note: string, root: Uint8Array): boolean {
    const read = entries.map(entryOf);
    const { size } = this.tree;
    for (const { leafHash } of entries) this.tree.append(leafHash);
    const fits = entries.every(({ number }, index) => number === size + index) && Buffer.from(this.tree.root()).equals(root);
    if (fits) this.#lay(entries, read, note);
    else this.tree.cut(size);
    return fits;
  }

  /** Adds what was just kept. @param read the same entries as the program reads them */
  grow(entries: readonly KeptEntry[], read: readonly Entry[], note: string): void {
    for (const { leafHash } of entries) this.tree.append(leafHash);
    this.#lay(entries, read, note);
  }

  #lay(entries: readonly KeptEntry[], read: readonly Entry[], note: string): void {
    for (const [index, kept] of entries.entries()) {
      this.image.apply(read[index] ?? entryOf(kept), kept.key);
      this.#bytes += bytesOf(kept);
    }
    this.#note = note;
  }
}

/** Measured over registers of many small records: what an entry, a change and a character of a body come to as objects and indexes. */
const [OF_ENTRY, OF_CHANGE, OF_CHARACTER] = [700, 600, 1];

function bytesOf({ changes, reason }: KeptEntry): number {
  const characters = changes.reduce((sum, { put }) => sum + (put === undefined || isErased(put) ? 0 : put.body.length), reason.length);
  return OF_ENTRY + OF_CHANGE * changes.length + OF_CHARACTER * characters;
}
