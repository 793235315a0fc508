import { accessSync, constants, existsSync } from 'node:fs';
import type { Result } from '../../kernel/result.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import type { MerkleTree } from '../log/merkle.ts';
import { verifierKey } from '../log/note-key.ts';
import { RegisterKeys } from '../rotation/register-keys.ts';
import type { Signer } from '../signer.ts';
import type { KeptEntry } from '../store/store.ts';
import { checkpointIn, lastSigned, SignedRecord } from './last-signed.ts';

/** Signs for one register with the keys in a folder, where it also records what was signed last. */
export class FolderSigner implements Signer {
  readonly #keys: RegisterKeys;
  readonly #record: SignedRecord;
  #last: Checkpoint | undefined;
  /** The note of a newer one; read when it is asked for, since every commit has one. */
  #newer: string | undefined;

  /** @throws where the folder of keys cannot be written to, or its record not be read */
  constructor(keys: string, register: string) {
    if (existsSync(keys)) checkWritable(keys);
    this.#keys = new RegisterKeys(keys, register);
    this.#record = new SignedRecord(keys, register);
    this.#last = lastSigned(keys, register);
  }

  follow(entries: readonly KeptEntry[]): void {
    this.#keys.follow(entries);
  }

  open(note: string): Result<Checkpoint> {
    return this.#keys.open(note);
  }

  get verifierKey(): string {
    return verifierKey(this.#keys.inForce);
  }

  sign(tree: MerkleTree, entries: readonly KeptEntry[]): string {
    return this.#keys.sign(tree, entries);
  }

  lastSigned(): Checkpoint | undefined {
    if (this.#newer !== undefined) this.#last = checkpointIn(this.#newer, 'The newest checkpoint');
    this.#newer = undefined;
    return this.#last;
  }

  kept(note: string): void {
    this.#newer = note;
    this.#record.kept(note);
  }

  flush(): Promise<void> {
    return this.#record.flush();
  }
}

function checkWritable(keys: string): void {
  try {
    accessSync(keys, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(`The folder of signing keys, ${keys}, cannot be written to, and what was signed last is recorded there. Let the account that runs Answerable write to it.`, { cause: error });
  }
}
