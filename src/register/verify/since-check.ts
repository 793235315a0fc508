import type { KeyChain } from './key-chain.ts';
import type { RunningRoot } from './recompute.ts';
import { signedCheckpoint, type Signed } from './signed-checkpoint.ts';

/** The register is not what an older checkpoint says that it began with, or the checkpoint is none of it. */
export class Inconsistent extends Error {}

/** Holds an older checkpoint against the entries as they are added up: it was signed with the key of its time. */
export class SinceCheck {
  readonly #note: string | undefined;
  readonly #chain: KeyChain;
  /** How many entries it says that it is of; nothing of it is relied on yet. */
  readonly #size: number | undefined;

  constructor(note: string | undefined, chain: KeyChain) {
    this.#note = note;
    this.#chain = chain;
    const size = note?.split('\n')[1] ?? '';
    this.#size = /^\d{1,15}$/.test(size) ? Number(size) : undefined;
  }

  /** @throws Inconsistent where it is of just so many entries, and not of these */
  check(running: RunningRoot): void {
    if (this.#note === undefined || this.#size !== running.size) return;
    const { root } = this.#signed(this.#note, running.size);
    if (root !== running.root().toString('base64')) throw new Inconsistent(`The register does not begin with the ${running.size} entries of that checkpoint: it was rewritten.`);
  }

  /** @throws Inconsistent where it is of more entries than there are, or is none */
  end(size: number): void {
    if (this.#note === undefined || (this.#size !== undefined && this.#size <= size)) return;
    const signed = this.#signed(this.#note, Number.POSITIVE_INFINITY);
    throw new Inconsistent(`That checkpoint is of ${signed.size} entries and the register has ${size}: it is older than the checkpoint, or was cut.`);
  }

  #signed(note: string, size: number): Signed {
    let why = '';
    for (const key of this.#chain.keysAt(size)) {
      const signed = signedCheckpoint(note, key);
      if (typeof signed !== 'string') return signed;
      why = signed;
    }
    throw new Inconsistent(`That checkpoint cannot be held against the register: ${why}.`);
  }
}
