import { catchUp, load, type Kept } from './catch-up.ts';
import type { Entry } from '../entry.ts';
import type { Loaded } from './loaded.ts';
import { OutOfStep, type Appended } from '../store/store.ts';

/** A commit that may or may not be kept; `cause` is what went wrong. */
export class OutcomeUnknown extends Error {}

/** A register in memory, in step with where it is kept. Its methods are called one after the other. */
export class InStep {
  readonly #kept: Kept;
  #loaded: Loaded | undefined;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** Undefined before it is loaded and after it was let go of. */
  get loaded(): Loaded | undefined {
    return this.#loaded;
  }

  /** Whether nobody has added anything since. May be asked at any time. */
  async isCurrent(): Promise<boolean> {
    return this.#loaded !== undefined && (await this.#kept.store.checkpoint(this.#kept.id)) === this.#loaded.note;
  }

  /** What is in memory, loaded where nothing is. @throws NotIntact */
  inMemory(): Promise<Loaded> {
    return this.#loaded === undefined ? this.upToDate() : Promise.resolve(this.#loaded);
  }

  /** What is kept by now. @throws NotIntact */
  async upToDate(): Promise<Loaded> {
    const before = this.#loaded?.note;
    this.#loaded = this.#loaded === undefined ? await load(this.#kept) : await catchUp(this.#loaded, this.#kept);
    const { note } = this.#loaded;
    if (note !== undefined && note !== before) this.#kept.signer.kept(note);
    return this.#loaded;
  }

  /**
   * Keeps a commit, then has it in memory. @param read its entries as the program reads them
   *
   * @throws OutOfStep where nothing was kept because others wrote, and OutcomeUnknown
   */
  async append(appended: Appended, read: readonly Entry[]): Promise<void> {
    const { id, store, signer } = this.#kept;
    const { entries, checkpoint, erased = [] } = appended;
    try {
      await store.append(id, appended);
      signer.follow(entries);
      signer.kept(checkpoint.note);
      this.#loaded?.grow(entries, read, checkpoint.note);
    } catch (error) {
      throw error instanceof OutOfStep ? error : new OutcomeUnknown('It is not known whether this was kept.', { cause: error });
    }
    // Where it cannot be done now, it stays due.
    if (erased.length > 0) await store.purge().catch(() => false);
  }

  letGo(): void {
    this.#loaded = undefined;
  }
}
