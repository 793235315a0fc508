import { openContent } from '../assessment/open-register.ts';
import { refused, type Result } from '../kernel/result.ts';
import type { KeptRegister } from '../register/kept-register.ts';
import { NotIntact } from '../register/not-intact.ts';
import type { Registers } from '../register/registers.ts';
import { isStoreFault } from '../register/store/store-fault.ts';
import { placed, type Glance, type Shelf, type Standing, type Unplaced } from './shelf.ts';

/** How a register that this server reads is, as far as it knows. */
export type KeptMode = 'ready' | 'read-only' | 'not-intact';

/** Registers that are kept, each read anew for every request, so that what was just entered shows. */
export class KeptShelf implements Shelf {
  readonly #registers: Registers;
  readonly #only: string | undefined;
  readonly #guidance: string | undefined;
  #ids: readonly string[] | undefined;
  readonly #known = new Map<string, KeptRegister | 'not-intact'>();

  /** @param only the one register to show; all of them where absent */
  constructor(registers: Registers, only: string | undefined, guidance: string | undefined) {
    this.#registers = registers;
    this.#only = only;
    this.#guidance = guidance;
  }

  async all() {
    return placed((await this.#idsNow()).map((id): Unplaced => ({ id, isCase: false, glance: () => this.#glance(id), open: () => this.#open(id) })));
  }

  /** While their store fails, those that were there before it did. */
  async #idsNow(): Promise<readonly string[]> {
    if (this.#only !== undefined) return [this.#only];
    try {
      return (this.#ids = await this.#registers.registers());
    } catch (error) {
      if (this.#ids === undefined || !isStoreFault(error)) throw error;
      return this.#ids;
    }
  }

  /** The mode of every register that was read; reads nothing. */
  modes(): ReadonlyMap<string, KeptMode> {
    return new Map([...this.#known].map(([id, known]) => [id, known === 'not-intact' ? known : known.state.mode]));
  }

  async #open(id: string): Promise<Result<Standing>> {
    try {
      const register = await this.#registers.register(id);
      const image = await register.latest();
      this.#known.set(id, register);
      const [first] = image.entries;
      const opened = openContent(image.content(), this.#guidance);
      if (!opened.ok || first === undefined) return opened.ok ? refused({ category: 'not-found', code: 'no-register', sentence: 'The register has no entry yet.' }) : opened;
      const { state } = register;
      const kept = { image, state, begun: first.recordedAt, signed: () => register.signed() };
      return { ok: true, value: { ...opened.value, edition: `${image.entries.length} ${state.mode}`, kept } };
    } catch (error) {
      if (!(error instanceof NotIntact)) throw error;
      this.#known.set(id, 'not-intact');
      return refused({ category: 'ours', code: 'not-intact', sentence: error.message });
    }
  }

  async #glance(id: string): Promise<Glance> {
    const opened = await this.#open(id);
    if (!opened.ok) return { header: undefined, edition: 'unread', isReadOnly: false };
    const { content, edition, kept } = opened.value;
    return { header: content.header, edition, isReadOnly: kept?.state.mode === 'read-only' };
  }
}
