import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import type { Instant } from '../../kernel/instant.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { databaseIn, lockIn } from '../folder/files.ts';
import { lockFolder } from '../folder/folder-lock.ts';
import { cosign } from '../log/cosignature.ts';
import type { CosigningKey } from '../log/witness-key.ts';
import { judge, type Judgement, type Trusted } from './judge.ts';
import { keyForMemory, memoryIn } from './witness-folder.ts';
import { WitnessMemory } from './witness-memory.ts';

/** What a witness answers: its cosignature, as signature lines of the note, or why there is none. */
export type Answer = { readonly state: 'cosigned'; readonly lines: string } | Exclude<Judgement, { readonly state: 'cosign' }>;

/** Where a witness lies and what it is called; the name counts at its first start. */
export interface WitnessPlace {
  readonly folder: string;
  readonly name?: string | undefined;
  readonly trusted: Trusted;
  readonly now: Instant;
}

/** A witness: remembers the newest checkpoint of every log that it watches, and cosigns what continues it. Alone in its folder. */
export class Witness {
  readonly key: CosigningKey;
  readonly #trusted: Trusted;
  readonly #memory: WitnessMemory;
  readonly #release: () => void;

  private constructor(key: CosigningKey, trusted: Trusted, memory: WitnessMemory, release: () => void) {
    this.key = key;
    this.#trusted = trusted;
    this.#memory = memory;
    this.#release = release;
  }

  /** Opens the witness of the folder; makes folder, memory and key at its first start. @throws NotIntact */
  static open({ folder, name, trusted, now }: WitnessPlace): Result<Witness> {
    if (existsSync(databaseIn(folder))) return refused({ category: 'misuse', code: 'witness-among-registers', sentence: 'Registers are kept in this folder. A witness needs a folder of its own, best on the machine of another organisation.', place: { file: folder } });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    closeSync(openSync(lockIn(folder), 'a', 0o600));
    const lock = lockFolder(folder, now);
    if (!lock.ok) return lock;
    let memory: WitnessMemory | undefined;
    try {
      memory = WitnessMemory.open(memoryIn(folder));
      const key = keyForMemory(folder, memory, name);
      if (key.ok) return ok(new Witness(key.value, trusted, memory, lock.value.release));
      memory.close();
      lock.value.release();
      return key;
    } catch (error) {
      memory?.close();
      lock.value.release();
      throw error;
    }
  }

  /**
   * Answers a submission. A cosignature is given only once the checkpoint is kept, and its time is never before that of the one before,
   * whatever the clock says: it states what was the newest checkpoint then.
   *
   * @param seconds now, in whole seconds since 1970
   * @throws where the checkpoint cannot be kept: nothing is cosigned then
   */
  answer(body: Uint8Array, seconds: number): Answer {
    return this.#memory.atomically(() => {
      const judged = judge(body, this.#trusted, (origin) => this.#memory.seen(origin));
      if (judged.state !== 'cosign') return judged;
      const { origin, size, root, text, note } = judged.checkpoint;
      const time = Math.max(seconds, this.#memory.seen(origin)?.time ?? 0);
      const lines = cosign(text, time, this.key);
      this.#memory.keep({ origin, size, root, time, note: note + lines });
      return { state: 'cosigned', lines };
    });
  }

  close(): void {
    this.#memory.close();
    this.#release();
  }
}
