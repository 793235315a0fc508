import type { Result } from '../../kernel/result.ts';
import { keyIn, makeFirstKey, makeNextKey, nextKeyIn, takeNextKey } from '../folder/key-files.ts';
import { openCheckpoint, signCheckpoint, type Checkpoint } from '../log/checkpoint.ts';
import type { MerkleTree } from '../log/merkle.ts';
import { verifierKey, type SigningKey } from '../log/note-key.ts';
import { NotIntact } from '../not-intact.ts';
import type { KeptEntry } from '../store/store.ts';
import { changesOfKey } from './changes-of-key.ts';

/** The keys with which one register is signed, through every change of key. They lie in a folder of their own files. */
export class RegisterKeys {
  readonly #keys: string;
  readonly #register: string;
  #inForce: SigningKey | undefined;

  constructor(keys: string, register: string) {
    this.#keys = keys;
    this.#register = register;
  }

  /** The key that signs. @throws NotIntact where it is missing or damaged */
  get inForce(): SigningKey {
    return (this.#inForce ??= keyIn(this.#keys, this.#register));
  }

  /** The key that is to take its place: on the disk once this comes back. */
  next(): SigningKey {
    return makeNextKey(this.#keys, this.#register);
  }

  /** The checkpoint in a note signed by the key in force; where a change of key was cut off after its commit, it is finished now. */
  open(note: string): Result<Checkpoint> {
    const next = nextKeyIn(this.#keys, this.#register);
    if (next !== undefined && openCheckpoint(note, next).ok) this.#take();
    const opened = openCheckpoint(note, this.inForce);
    if (opened.ok) return opened;
    // Another process that keeps its keys here may have changed it.
    this.#inForce = undefined;
    return openCheckpoint(note, this.inForce);
  }

  /** The signed checkpoint of the tree, which ends with the entries: by both keys where the last of them changes the key. */
  sign(tree: MerkleTree, entries: readonly KeptEntry[]): string {
    const key = entries[0]?.number === 0 ? this.#first() : this.inForce;
    const checkpoint = { origin: key.name, size: tree.size, root: tree.root() };
    const change = changesOfKey(entries).find(({ from }) => from === verifierKey(key));
    if (change === undefined) return signCheckpoint(checkpoint, key);
    const next = nextKeyIn(this.#keys, this.#register);
    if (next === undefined || verifierKey(next) !== change.to || change.entry !== tree.size - 1) throw missing(this.#register, change.entry, change.to, this.#keys);
    return signCheckpoint(checkpoint, key, next);
  }

  /** Told of entries that are kept: where one says that the key in force gave way to another, that other signs from here on. @throws NotIntact where it is not here */
  follow(entries: readonly KeptEntry[]): void {
    for (const { entry, from, to } of changesOfKey(entries)) {
      if (from !== verifierKey(this.inForce)) continue;
      this.#take();
      if (verifierKey(this.inForce) !== to) throw missing(this.#register, entry, to, this.#keys);
    }
  }

  /** The key of a register that is to have its first entry: made, unless one was made before and no entry came of it. */
  #first(): SigningKey {
    makeFirstKey(this.#keys, this.#register);
    return this.inForce;
  }

  #take(): void {
    takeNextKey(this.#keys, this.#register);
    this.#inForce = undefined;
  }
}

const missing = (register: string, entry: number, to: string, keys: string): NotIntact =>
  new NotIntact(`Entry ${entry} of the register \`${register}\` says that another key signs from there on, and that key is not in ${keys}. Nothing is signed without it. It is the one of \`${to}\`: put it there.`);

