import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { quoted } from '../../kernel/fault.ts';
import type { Instant } from '../../kernel/instant.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { KeptRegister } from '../kept-register.ts';
import type { SigningKey } from '../log/note-key.ts';
import { SqliteStore } from '../store/sqlite/sqlite-store.ts';
import { databaseIn, lockIn, syncFolder } from './files.ts';
import { lockFolder } from './folder-lock.ts';
import { newSigningKey, signingKey } from './signing-keys.ts';

/** A data folder that this process alone writes to. */
export class DataFolder {
  readonly path: string;
  readonly #store: SqliteStore;
  readonly #release: () => void;
  readonly #open = new Map<string, Promise<KeptRegister>>();

  private constructor(path: string, store: SqliteStore, release: () => void) {
    this.path = path;
    this.#store = store;
    this.#release = release;
  }

  /** Opens the folder, and makes it where asked to. Refused at once where another process holds it, which is named. */
  static open(path: string, now: Instant, make: boolean): Result<DataFolder> {
    if (!existsSync(databaseIn(path)) && !make) return noRegister(path);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    for (const file of [lockIn(path), databaseIn(path)]) closeSync(openSync(file, 'a', 0o600));
    const lock = lockFolder(path, now);
    if (!lock.ok) return lock;
    try {
      const store = SqliteStore.open(databaseIn(path));
      syncFolder(path);
      return ok(new DataFolder(path, store, lock.value.release));
    } catch (error) {
      lock.value.release();
      throw error;
    }
  }

  registers(): Promise<readonly string[]> {
    return this.#store.registers();
  }

  /** The register, loaded once; one that has no entry yet begins with its first. @throws NotIntact */
  register(id: string): Promise<KeptRegister> {
    let opened = this.#open.get(id);
    if (opened === undefined) {
      let key: SigningKey | undefined;
      opened = KeptRegister.open(id, this.#store, (isNew) => (key ??= isNew ? newSigningKey(this.path, id) : signingKey(this.path, id)));
      this.#open.set(id, opened);
    }
    return opened;
  }

  /** Lets what was asked for finish, then lets go of the folder. */
  async close(): Promise<void> {
    for (const register of this.#open.values()) await register.then((one) => one.settled(), () => undefined);
    await this.#store.close();
    this.#release();
  }
}

export const noRegister = (path: string): Result<never> =>
  refused({ category: 'not-found', code: 'no-register', sentence: 'This folder keeps no register. Begin one with `answerable import FILE --data DIR`.', place: { file: path } });

/** The register asked for, or the only one. */
export function chosenRegister(registers: readonly string[], asked: string | undefined, path: string): Result<string> {
  const [first, second] = registers;
  if (first === undefined) return noRegister(path);
  if (asked === undefined) {
    return second === undefined ? ok(first) : refused({ category: 'misuse', code: 'which-register', sentence: `This folder keeps several registers: say which with \`--register\`. There are ${registers.join(', ')}.` });
  }
  if (registers.includes(asked)) return ok(asked);
  return refused({ category: 'not-found', code: 'no-such-register', sentence: `${quoted(asked)} is not a register of this folder.${didYouMean(asked, registers)} There ${second === undefined ? 'is' : 'are'} ${registers.join(', ')}.`, found: asked });
}
