import { closeSync, existsSync, openSync } from 'node:fs';
import type { Instant } from '../../kernel/instant.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { chooseRegister } from '../choose-register.ts';
import type { KeptRegister } from '../kept-register.ts';
import { OpenRegisters } from '../open-registers.ts';
import type { Registers } from '../registers.ts';
import { SqliteStore } from '../store/sqlite/sqlite-store.ts';
import { databaseIn, keysIn, lockIn, makeFolder, syncFolder } from './files.ts';
import { FolderSigner } from './folder-signer.ts';
import { lockFolder } from './folder-lock.ts';

export interface FolderOptions {
  /** What its registers may take in memory together, in bytes. */
  readonly memory?: number | undefined;
}

/** A data folder that this process alone writes to. */
export class DataFolder implements Registers {
  readonly path: string;
  readonly #store: SqliteStore;
  readonly #release: () => void;
  readonly #open: OpenRegisters;

  private constructor(path: string, store: SqliteStore, release: () => void, { memory }: FolderOptions) {
    this.path = path;
    this.#store = store;
    this.#release = release;
    this.#open = new OpenRegisters({ store, signer: (id) => new FolderSigner(keysIn(path), id), shared: false, memory });
  }

  /** Opens the folder, and makes it where asked to. Refused at once where another process holds it, which is named. */
  static open(path: string, now: Instant, make: boolean, options: FolderOptions = {}): Result<DataFolder> {
    if (!existsSync(databaseIn(path)) && !make) return noRegister(path);
    makeFolder(path);
    for (const file of [lockIn(path), databaseIn(path)]) closeSync(openSync(file, 'a', 0o600));
    const lock = lockFolder(path, now);
    if (!lock.ok) return lock;
    try {
      const store = SqliteStore.open(databaseIn(path));
      syncFolder(path);
      return ok(new DataFolder(path, store, lock.value.release, options));
    } catch (error) {
      lock.value.release();
      throw error;
    }
  }

  get place(): string {
    return this.path;
  }

  registers(): Promise<readonly string[]> {
    return this.#store.registers();
  }

  register(id: string): Promise<KeptRegister> {
    return this.#open.register(id);
  }

  /** Lets what was asked for finish, then lets go of the folder. */
  async close(): Promise<void> {
    await this.#open.close();
    await this.#store.close();
    this.#release();
  }
}

export const noRegister = (path: string): Result<never> =>
  refused({ category: 'not-found', code: 'no-register', sentence: 'This folder keeps no register. Begin one with `answerable import FILE --data DIR`.', place: { file: path } });

/** The register asked for, or the only one. */
export const chosenRegister = (registers: readonly string[], asked: string | undefined, path: string): Result<string> =>
  registers.length === 0 ? noRegister(path) : chooseRegister(registers, asked, 'folder');
