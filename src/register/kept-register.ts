import { ok, refused, type Result } from '../kernel/result.ts';
import { checkSigned } from './check-signed.ts';
import { decide } from './decide.ts';
import { Image } from './image.ts';
import { bodyOf, entryOf } from './kept-form.ts';
import { checkpointOf } from './ledger.ts';
import { MerkleTree } from './log/merkle.ts';
import type { SigningKey } from './log/note-key.ts';
import { misasked, type Performed, type Request } from './request.ts';
import type { Appended, KeptEntry, Store } from './store/store.ts';

/** Gives the signing key of a register; makes one where the register is to have its first entry. */
export type KeyGiver = (isNew: boolean) => SigningKey;

interface Waiting {
  readonly request: Request;
  readonly answer: (result: Result<Performed>) => void;
}

/**
 * A register that is kept: the only way in is `perform`. Acts are decided one after the other; those that wait together share one
 * commit, and each is answered only after it.
 */
export class KeptRegister {
  readonly id: string;
  readonly #store: Store;
  readonly #key: KeyGiver;
  #image = new Image();
  #tree = new MerkleTree();
  #loaded = false;
  #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;

  private constructor(id: string, store: Store, key: KeyGiver) {
    this.id = id;
    this.#store = store;
    this.#key = key;
  }

  /**
   * @throws NotIntact
   */
  static async open(id: string, store: Store, key: KeyGiver): Promise<KeptRegister> {
    const register = new KeptRegister(id, store, key);
    await register.#load();
    return register;
  }

  /** The register in memory, as of the last commit. */
  get image(): Image {
    return this.#image;
  }

  /** Records what the request decides: durable once answered. A request that is refused leaves nothing behind. */
  perform(request: Request): Promise<Result<Performed>> {
    const wrong = misasked(request);
    if (wrong !== undefined) return Promise.resolve(wrong);
    return new Promise((answer) => {
      this.#waiting.push({ request, answer });
      this.#working ??= this.#work();
    });
  }

  /**
   * Takes over the entries of a history of this register: those that are here already must be the same, and the rest are kept as
   * they are, all in one commit. Answers how many were added.
   */
  async replay(entries: readonly KeptEntry[]): Promise<Result<number>> {
    await this.settled();
    const after = this.#tree.size;
    for (let number = 0; number < Math.min(after, entries.length); number += 1) {
      if (!Buffer.from(this.#tree.completeSubtree(0, number)).equals(entries[number]?.leafHash ?? new Uint8Array())) {
        return refused({ category: 'conflict', code: 'other-history', sentence: `This history and the register part at entry ${number}: they are not of one register.` });
      }
    }
    const fresh = entries.slice(after);
    if (fresh.length === 0) return ok(0);
    try {
      for (const entry of fresh) this.#apply(entry);
      await this.#store.append(this.id, { after, entries: fresh, checkpoint: checkpointOf(this.#tree, this.#key(after === 0)), current: this.#current(fresh) });
    } catch (error) {
      await this.#load();
      throw error;
    }
    return ok(fresh.length);
  }

  /** Settles when everything asked for has been answered. */
  async settled(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<void> {
    // Whatever is asked for in the same turn of the event loop shares the commit.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        if (!this.#loaded) await this.#load();
        await this.#commit(batch);
      } catch (error) {
        // What is in memory may be ahead of what is kept.
        this.#loaded = false;
        const why = error instanceof Error ? error.message : String(error);
        const sentence = `It is not known whether this was kept (${why}). Ask again with the same key: it is done once at most.`;
        for (const { answer } of batch) answer(refused({ category: 'ours', code: 'outcome-unknown', sentence }));
      }
    }
    this.#working = undefined;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const after = this.#tree.size;
    const entries: KeptEntry[] = [];
    const answers: [Waiting['answer'], Result<Performed>][] = [];
    for (const { request, answer } of batch) {
      const decided = decide(request, this.#image);
      if (decided.ok) {
        for (const entry of decided.value.entries) this.#apply(entry);
        entries.push(...decided.value.entries);
      }
      answers.push([answer, decided.ok ? ok(decided.value.performed) : decided]);
    }
    if (entries.length > 0) {
      const checkpoint = checkpointOf(this.#tree, this.#key(after === 0));
      await this.#store.append(this.id, { after, entries, checkpoint, current: this.#current(entries) });
    }
    for (const [answer, result] of answers) answer(result);
  }

  #apply(entry: KeptEntry): void {
    this.#tree.append(entry.leafHash);
    this.#image.apply(entryOf(entry), entry.key);
  }

  /** The rows of every record that the entries touch, as they now are. */
  #current(entries: readonly KeptEntry[]): Appended['current'] {
    const touched = new Map(entries.flatMap((entry) => entryOf(entry).changes).map(({ kind, id }) => [`${kind}/${id}`, { kind, id }]));
    return [...touched.values()].map(({ kind, id }) => ({
      kind,
      id,
      versions: this.#image.versions(kind, id).map((record) => ({ ...record.valid, body: bodyOf(record), entry: this.#image.lastChanged(record.ref) ?? 0 })),
    }));
  }

  async #load(): Promise<void> {
    this.#image = new Image();
    this.#tree = new MerkleTree();
    for (const entry of await this.#store.entries(this.id)) this.#apply(entry);
    if (this.#tree.size > 0) await checkSigned(this.#store, this.id, this.#tree, this.#key(false));
    this.#loaded = true;
  }
}
