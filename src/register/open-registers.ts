import { ID } from '../model/kind.ts';
import { KeptRegister } from './kept-register.ts';
import { MemoryBudget } from './keeping/memory-budget.ts';
import type { Signer } from './signer.ts';
import type { Store } from './store/store.ts';

/** The memory that the registers of one process take together before some are let go of, in bytes. */
export const MEMORY = 256 * 1024 * 1024;

export interface OpenOptions {
  readonly store: Store;
  /** What signs for a register; called once for each. */
  readonly signer: (id: string) => Signer;
  /** True where other processes write to the store too. */
  readonly shared: boolean;
  /** In bytes; MEMORY unless told. */
  readonly memory?: number | undefined;
}

/** The registers of one store that this process has open: one object for each, its memory let go of and loaded again as needed. */
export class OpenRegisters {
  readonly #options: OpenOptions;
  readonly #open = new Map<string, Promise<KeptRegister>>();
  readonly #budget: MemoryBudget;

  constructor(options: OpenOptions) {
    this.#options = options;
    this.#budget = new MemoryBudget(options.memory ?? MEMORY);
  }

  /** The register, loaded when first asked for; one that has no entry yet begins with its first. @throws NotIntact */
  register(id: string): Promise<KeptRegister> {
    // The id names files.
    if (!ID.test(id)) return Promise.reject(new RangeError(`\`${id}\` is not the id of a register.`));
    let opened = this.#open.get(id);
    if (opened === undefined) {
      opened = this.#opened(id);
      this.#open.set(id, opened);
      // What could not be opened is tried again when it is next asked for.
      opened.catch(() => this.#open.delete(id));
    }
    return opened;
  }

  /** Lets what was asked for finish. The store stays open. */
  async close(): Promise<void> {
    for (const register of this.#open.values()) await register.then((one) => one.close(), () => undefined);
  }

  async #opened(id: string): Promise<KeptRegister> {
    const { store, signer, shared } = this.#options;
    return KeptRegister.open({ id, store, signer: signer(id), shared, used: (register) => this.#budget.used(register) });
  }
}
