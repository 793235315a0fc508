import { keysIn, databaseIn } from '../../src/register/folder/files.ts';
import { FolderSigner } from '../../src/register/folder/folder-signer.ts';
import { KeptRegister } from '../../src/register/kept-register.ts';
import { SqliteStore } from '../../src/register/store/sqlite/sqlite-store.ts';
import type { Appended, KeptEntry, Store } from '../../src/register/store/store.ts';

/** A real store with something done around its commits, and that can be exchanged for another, as where a standby takes over. */
export class WatchedStore implements Store {
  store: Store;
  /** Waited for before the commit reaches the store. */
  before: () => Promise<unknown> = () => Promise.resolve();
  /** Waited for after the commit is durable, before it comes back. */
  after: () => Promise<unknown> = () => Promise.resolve();

  constructor(store: Store) {
    this.store = store;
  }

  async append(register: string, appended: Appended): Promise<void> {
    await this.before();
    await this.store.append(register, appended);
    await this.after();
  }

  registers = (): Promise<readonly string[]> => this.store.registers();
  size = (register: string): Promise<number> => this.store.size(register);
  entries = (register: string, from?: number): Promise<readonly KeptEntry[]> => this.store.entries(register, from);
  checkpoint = (register: string): Promise<string | undefined> => this.store.checkpoint(register);
  cosignatures = (register: string, size: number): Promise<readonly string[]> => this.store.cosignatures(register, size);
  cosign = (register: string, size: number, lines: readonly string[]): Promise<void> => this.store.cosign(register, size, lines);
  cosigned = (register: string): Promise<readonly number[]> => this.store.cosigned(register);
  probe = (): Promise<void> => this.store.probe();
  purge = (): Promise<boolean> => this.store.purge();
  close = (): Promise<void> => this.store.close();
}

/** A gate that is shut: what waits for `passed` goes on once it is opened. */
export function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}

/** The register `small` of a data folder as one of several processes has it that share the store. */
export async function sharing(path: string): Promise<{ readonly register: KeptRegister; readonly store: WatchedStore; readonly close: () => Promise<void> }> {
  const store = new WatchedStore(SqliteStore.open(databaseIn(path)));
  const register = await KeptRegister.open({ id: 'small', store, signer: new FolderSigner(keysIn(path), 'small'), shared: true });
  return {
    register,
    store,
    async close() {
      await register.close();
      await store.close();
    },
  };
}
