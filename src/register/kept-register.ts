import type { Result } from '../kernel/result.ts';
import type { Kept } from './keeping/catch-up.ts';
import { commit } from './keeping/commit.ts';
import { InStep, OutcomeUnknown } from './keeping/in-step.ts';
import { InTurn, together } from './keeping/in-turn.ts';
import type { Image } from './image.ts';
import { notTried, outcomeUnknown, overtaken, readOnly } from './keeping/not-kept.ts';
import { ReadOnly, type RegisterState } from './keeping/read-only.ts';
import type { Loaded } from './keeping/loaded.ts';
import { replay } from './keeping/replay.ts';
import { WaitingActs, type Waiting } from './keeping/waiting-acts.ts';
import { misasked, type Performed, type Request } from './request.ts';
import type { Signed } from './signed.ts';
import { OutOfStep, type KeptEntry } from './store/store.ts';
import { withCosignatures } from './witness/cosigned-note.ts';

export interface KeptOptions extends Kept {
  /** True where other processes write to the store too. */
  readonly shared: boolean;
  /** Told whenever the register was used. */
  readonly used?: ((register: KeptRegister) => void) | undefined;
}

/**
 * A register that is kept: the only way in is `perform`. Acts are decided one after the other; those that wait together share one
 * commit, and each is answered only after it. Memory holds what is kept and nothing else, so that nobody reads what may yet be lost.
 */
export class KeptRegister {
  readonly id: string;
  readonly #options: KeptOptions;
  readonly #step: InStep;
  readonly #turns = new InTurn();
  readonly #readOnly: ReadOnly;
  readonly #look = together(() => this.#lookNow());
  readonly #waiting = new WaitingActs(this.#turns, (batch) => this.#performed(batch));

  private constructor(options: KeptOptions) {
    this.id = options.id;
    this.#options = options;
    this.#step = new InStep(options);
    this.#readOnly = new ReadOnly(async () => {
      await options.store.probe();
      await this.#step.upToDate();
    });
  }

  /** @throws NotIntact where what is kept is not what was acknowledged */
  static async open(options: KeptOptions): Promise<KeptRegister> {
    const register = new KeptRegister(options);
    await register.latest();
    return register;
  }

  /** What is in memory. @throws RangeError where it was let go of: `latest` loads it again */
  get image(): Image {
    const { loaded } = this.#step;
    if (loaded === undefined) throw new RangeError(`The register \`${this.id}\` is not in memory.`);
    return loaded.image;
  }

  get state(): RegisterState {
    return this.#readOnly.state;
  }

  /** About how much memory it takes, in bytes. */
  get bytes(): number {
    return this.#step.loaded?.bytes ?? 0;
  }

  /**
   * The register with everything that was acknowledged before this was asked, by this process or another; while the store fails, with
   * what was known when it began to. It grows with the next commit: take a snapshot to read the same in several turns.
   *
   * @throws NotIntact where what is kept is not what was acknowledged
   */
  async latest(): Promise<Image> {
    return (await this.#latest()).image;
  }

  /** What was signed last, as far as `latest` knows, with what witnesses said of it; undefined before the first entry. @throws as `latest` */
  async signed(): Promise<Signed | undefined> {
    const { tree, note } = await this.#latest();
    if (note === undefined) return undefined;
    const { store, signer } = this.#options;
    const { size } = tree;
    // While the store fails it cannot tell who witnessed: what is known is shown without.
    const lines = await store.cosignatures(this.id, size).catch(() => []);
    return { size, note: withCosignatures(note, lines), tree, verifierKey: signer.verifierKey };
  }

  /** Records what the request decides: durable once answered. A request that is refused leaves nothing behind. */
  perform(request: Request): Promise<Result<Performed>> {
    const wrong = misasked(request);
    return wrong === undefined ? this.#waiting.ask(request) : Promise.resolve(wrong);
  }

  /**
   * Takes over the entries of a history of this register: those that are here already must be the same, and the rest are kept as
   * they are, all in one commit. Answers how many were added.
   */
  replay(entries: readonly KeptEntry[]): Promise<Result<number>> {
    return this.#turns.run(async () => {
      if (!(await this.#readOnly.tried())) return readOnly(this.state);
      return replay(entries, this.#step, this.#options).catch((error: unknown) => (error instanceof OutOfStep ? overtaken(1) : this.#fail(error)));
    });
  }

  /** Whether everything that was erased is out of the files of the store too; where it is not, tries again. */
  purged(): Promise<boolean> {
    return this.#turns.run(() => this.#options.store.purge());
  }

  /** Lets go of the memory, which the next use loads again; not where something is under way. */
  letGo(): void {
    if (this.#turns.isIdle && this.state.mode === 'ready') this.#step.letGo();
  }

  /** Settles when everything asked for has been answered. */
  settled(): Promise<void> {
    return this.#turns.run(() => Promise.resolve());
  }

  /** Lets what was asked for finish; nothing may be asked for afterwards. */
  async close(): Promise<void> {
    this.#readOnly.stop();
    await this.settled();
    await this.#options.signer.flush();
  }

  async #latest(): Promise<Loaded> {
    this.#readOnly.check();
    const { loaded } = this.#step;
    const latest = loaded === undefined || (this.#options.shared && this.state.mode === 'ready') ? await this.#look() : loaded;
    this.#options.used?.(this);
    return latest;
  }

  async #performed(batch: readonly Waiting[]): Promise<void> {
    try {
      if (await this.#readOnly.tried()) await commit(batch, this.#step, this.#options);
      else for (const { answer } of batch) answer(readOnly(this.state));
    } catch (error) {
      const refusal = this.#fail(error);
      for (const { answer } of batch) answer(refusal);
    }
    this.#options.used?.(this);
  }

  async #lookNow(): Promise<Loaded> {
    const { loaded } = this.#step;
    if (loaded !== undefined && (await this.#step.isCurrent().catch(() => false))) return loaded;
    return this.#turns.run(() => this.#step.upToDate().catch((error: unknown) => this.#asItWas(error)));
  }

  /** What was known when the store began to fail, unless it is well again at once. */
  async #asItWas(error: unknown): Promise<Loaded> {
    if (this.#step.loaded === undefined) throw error;
    this.#fail(error);
    await this.#readOnly.tried();
    this.#readOnly.check();
    return this.#step.loaded;
  }

  /** From here on acts are refused, until it works again; answers what those under way are told. */
  #fail(error: unknown): Result<never> {
    const cause = error instanceof OutcomeUnknown ? error.cause : error;
    this.#readOnly.failed(cause, () => void this.#turns.run(() => this.#readOnly.tried()));
    return error instanceof OutcomeUnknown ? outcomeUnknown(cause) : notTried(cause);
  }
}
