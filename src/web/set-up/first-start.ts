import type { Identity } from '../../identity/identity.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Registers } from '../../register/registers.ts';

export interface FirstStartParts {
  readonly identity: Identity;
  readonly registers: Registers;
  /** The one register that is served; all of them where absent. */
  readonly only: string | undefined;
  /** Whether nobody reaches the server but on this machine. */
  readonly isPrivate: boolean;
  /** Told where it cannot be found out whether anybody can sign in: what keeps accounts fails. */
  readonly onFault: (error: unknown) => void;
}

/** A link that sets up: a new register, or the first account of one that is there. */
export interface SetUpLink {
  /** Undefined for a new one. */
  readonly register: string | undefined;
  readonly secret: string;
}

/** Whether anybody can sign in yet, and the links by which the first one comes to. */
export class FirstStart {
  readonly isPrivate: boolean;
  readonly #parts: FirstStartParts;
  /** As it was last found: once somebody was invited it never goes back. */
  #isSetUp: boolean | undefined;

  constructor(parts: FirstStartParts) {
    this.#parts = parts;
    this.isPrivate = parts.isPrivate;
  }

  /** New links while nobody has an account that is open, or an invitation; those of earlier starts are dead then. */
  async links(now: Instant): Promise<readonly SetUpLink[]> {
    const { identity } = this.#parts;
    const registers = await this.#registers();
    for (const register of registers) {
      const isInvited = (await identity.links.open(register, now)).some(({ purpose }) => purpose === 'invitation');
      if (isInvited || (await identity.accounts.count(register)) > 0) return [];
    }
    const links: SetUpLink[] = [];
    for (const register of registers.length === 0 ? [''] : registers) {
      const secret = await identity.links.make({ purpose: 'set-up', register, person: '', madeBy: 'the start' }, now);
      links.push({ register: register === '' ? undefined : register, secret });
    }
    return links;
  }

  /** Whether a link may still be used: nothing has been set up meanwhile. @param register empty for a new one */
  async mayUse(register: string): Promise<boolean> {
    const registers = await this.#registers();
    if (register === '') return registers.length === 0;
    return registers.includes(register) && (await this.#parts.identity.accounts.count(register)) === 0;
  }

  /** Whether anybody was ever given an account or an invitation: then everybody signs in. */
  async isSetUp(): Promise<boolean> {
    if (this.#isSetUp === true) return true;
    try {
      this.#isSetUp = await this.#parts.identity.isUsed();
    } catch (error) {
      // Nobody can have been let in since it was last found out.
      if (this.#isSetUp === undefined) throw error;
      this.#parts.onFault(error);
    }
    return this.#isSetUp;
  }

  /** Whether no register has begun. */
  async isEmpty(): Promise<boolean> {
    return (await this.#registers()).length === 0;
  }

  async #registers(): Promise<readonly string[]> {
    return this.#parts.only === undefined ? this.#parts.registers.registers() : [this.#parts.only];
  }
}
