import { Corrupt } from './entry-fields.ts';
import type { KeyChain } from './key-chain.ts';
import type { RunningRoot } from './recompute.ts';
import { signedCheckpoint } from './signed-checkpoint.ts';

/** Holds the signed checkpoints against the entries as they are added up, each against the keys that were in force over them. */
export class NoteCheck {
  readonly #notes: readonly { readonly size: number; readonly note: string }[];
  readonly #chain: KeyChain;
  #next = 0;
  /** How many entries the last right checkpoint vouches for: a wrong one casts doubt on those after it. */
  #vouched = 0;
  /** A checkpoint whose signature is wrong says nothing of the entries: what is found of them goes before it. */
  #unsigned: Corrupt | undefined;

  constructor(rows: readonly Readonly<Record<string, unknown>>[], chain: KeyChain) {
    this.#notes = rows.map((row) => ({ size: Number(row['size']), note: String(row['note']) }));
    this.#chain = chain;
  }

  /** @throws Corrupt where a checkpoint over just so many entries is right in itself, and not of these */
  check(running: RunningRoot): void {
    for (let one = this.#notes[this.#next]; one?.size === running.size; one = this.#notes[(this.#next += 1)]) {
      const { note } = one;
      const all = this.#chain.keysAt(running.size).map((key) => signedCheckpoint(note, key));
      const wrong = all.find((signed) => typeof signed === 'string');
      if (wrong !== undefined) this.#unsigned ??= new Corrupt(this.#vouched, `the checkpoint over it is not valid: ${wrong}`);
      else if (all.every((signed) => typeof signed !== 'string' && signed.size === running.size && signed.root === running.root().toString('base64'))) this.#vouched = running.size;
      else throw new Corrupt(this.#vouched, 'it is not what was signed');
    }
  }

  /** @throws Corrupt where checkpoints are wrong, out of place or missing, with all entries there */
  end(size: number): void {
    const last = this.#notes.at(-1);
    if (last === undefined && size === 0) throw new Corrupt(0, 'nothing of the register is there');
    if (last === undefined || last.size > size) throw new Corrupt(size, `${last === undefined ? 'no checkpoint is' : `${last.size} entries are`} there, and ${size} entries`);
    if (this.#unsigned !== undefined) throw this.#unsigned;
    if (this.#next < this.#notes.length) throw new Corrupt(this.#vouched, 'a checkpoint over it is out of place');
    if (last.size < size) throw new Corrupt(last.size, 'no signed checkpoint vouches for it');
    for (const { entry } of this.#chain.handovers) {
      if (!this.#notes.some((note) => note.size === entry + 1)) throw new Corrupt(entry, 'it changes the signing key, and the checkpoint that both keys signed is missing');
    }
  }
}
