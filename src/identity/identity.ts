import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../kernel/instant.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import { Accounts, type Account } from './accounts.ts';
import { openAccountsDatabase } from './accounts-database.ts';
import { Links } from './links.ts';
import { acceptablePassword } from './password-rules.ts';
import { isPassword, passwordDigest } from './password.ts';
import { OutsideSignIn, type Provider } from './outside-sign-in.ts';
import { Passkeys } from './passkeys.ts';
import { RecoveryCodes } from './recovery-codes.ts';
import { Sessions, type Proved } from './sessions.ts';
import { Throttle } from './throttle.ts';
import { TotpFactors } from './totp.ts';

/** Where a try to sign in comes from. */
export interface From {
  readonly address: string;
  readonly now: Instant;
}

/** Who is who: accounts, how they show it, and the sessions that follow. */
export class Identity {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly links: Links;
  readonly totp: TotpFactors;
  readonly recoveryCodes: RecoveryCodes;
  readonly passkeys: Passkeys;
  /** Absent where no directory is configured. */
  readonly outside: OutsideSignIn | undefined;
  readonly #throttle: Throttle;
  readonly #database: DatabaseSync;

  constructor(path: string, provider?: Provider) {
    this.#database = openAccountsDatabase(path);
    this.accounts = new Accounts(this.#database);
    this.sessions = new Sessions(this.#database);
    this.links = new Links(this.#database);
    this.totp = new TotpFactors(this.#database);
    this.recoveryCodes = new RecoveryCodes(this.#database);
    this.passkeys = new Passkeys(this.#database);
    this.outside = provider === undefined ? undefined : new OutsideSignIn(this.#database, provider);
    this.#throttle = new Throttle(this.#database);
  }

  /** Whether the account can show more than a password: by an app, a passkey, or the directory, which sees to that itself. */
  hasSecondStep({ id, hasTotp }: Account): boolean {
    return hasTotp || this.passkeys.of(id).length > 0 || this.outside?.isTied(id) === true;
  }

  /** For somebody who lost it: they set up another when they next sign in. Every session ends. */
  forgetSecondStep(account: number): void {
    this.totp.remove(account);
    for (const { credential } of this.passkeys.of(account)) this.passkeys.remove(account, credential);
    this.recoveryCodes.clear(account);
    this.sessions.endAll(account);
  }

  /**
   * Checks name and password, the first step. The refusal is the same whether the name, the password or both are wrong, and takes as long.
   * `proved` is `full` only where the account has no second factor yet: it must then set one up before it goes on.
   */
  async checkPassword(name: string, password: string, { address, now }: From): Promise<Result<{ readonly account: Account; readonly proved: Proved }>> {
    const subjects = [`name:${name.trim().toLowerCase()}`, `address:${address}`];
    const waiting = this.#throttle.wait(subjects, now);
    if (waiting > 0) return tooMany(waiting);
    const account = this.accounts.named(name);
    const isOpen = account !== undefined && account.closedAt === undefined;
    // Counted before it is known to be wrong: tries at the same moment count each.
    this.#throttle.failed(subjects, now);
    const isRight = await isPassword(password, isOpen ? this.accounts.passwordDigest(account.id) : undefined);
    if (!isRight || !isOpen) return refused({ category: 'forbidden', code: 'sign-in-refused', sentence: 'The name or the password is not right.' });
    this.#throttle.succeeded(subjects);
    return ok({ account, proved: this.hasSecondStep(account) ? 'password' : 'full' });
  }

  /** Checks a code of the authenticator app, or a recovery code: the second step. */
  checkSecondFactor(account: number, code: string, { address, now }: From): Result<undefined> {
    const subjects = [`second:${account}`, `address:${address}`];
    const waiting = this.#throttle.wait(subjects, now);
    if (waiting > 0) return tooMany(waiting);
    if (this.totp.check(account, code, now) || this.recoveryCodes.use(account, code)) {
      this.#throttle.succeeded(subjects);
      return ok(undefined);
    }
    this.#throttle.failed(subjects, now);
    return refused({ category: 'forbidden', code: 'code-refused', sentence: 'This code is not right, or was used before. Take the next one.' });
  }

  /** Whether a password may be taken, before there is an account. @param names what an attacker knows of whoever takes it */
  acceptsPassword(password: string, names: readonly string[]): Result<string> {
    return acceptablePassword(password, names);
  }

  /** Gives an account a new password, by the rules; every other session of it ends. */
  async setPassword(account: Account, password: string, names: readonly string[], keepSession?: number): Promise<Result<undefined>> {
    const acceptable = acceptablePassword(password, [account.name, ...names]);
    if (!acceptable.ok) return acceptable;
    this.accounts.setPassword(account.id, await passwordDigest(password));
    this.sessions.endAll(account.id, keepSession);
    return ok(undefined);
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

const tooMany = (waiting: number): Result<never> => {
  const seconds = Math.ceil(waiting / 1000);
  const time = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return refused({ category: 'forbidden', code: 'too-many-tries', sentence: `There were too many tries. Wait ${time} and try again.` });
};
