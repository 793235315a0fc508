import type { Database } from '../database/database.ts';
import type { Instant } from '../kernel/instant.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import { Accounts, type Account } from './accounts.ts';
import { Links } from './links.ts';
import { MailAddresses } from './mail-addresses.ts';
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
  readonly mailAddresses: MailAddresses;
  readonly totp: TotpFactors;
  readonly recoveryCodes: RecoveryCodes;
  readonly passkeys: Passkeys;
  /** Absent where no directory is configured. */
  readonly outside: OutsideSignIn | undefined;
  readonly #throttle: Throttle;
  readonly #database: Database;

  /** @param database with `ACCOUNT_TABLES`; whoever opened it closes it */
  constructor(database: Database, provider?: Provider) {
    this.#database = database;
    this.accounts = new Accounts(database);
    this.sessions = new Sessions(database);
    this.links = new Links(database);
    this.mailAddresses = new MailAddresses(database);
    this.totp = new TotpFactors(database);
    this.recoveryCodes = new RecoveryCodes(database);
    this.passkeys = new Passkeys(database);
    this.outside = provider === undefined ? undefined : new OutsideSignIn(database, provider);
    this.#throttle = new Throttle(database);
  }

  /** Whether anybody was ever invited: from then on people sign in. */
  async isUsed(): Promise<boolean> {
    return (await this.#database.one(`SELECT 1 WHERE EXISTS (SELECT 1 FROM accounts) OR EXISTS (SELECT 1 FROM links WHERE purpose <> 'set-up') OR EXISTS (SELECT 1 FROM closed_accounts)`)) !== undefined;
  }

  /** Whether the account can show more than a password: by an app, a passkey, or the directory, which sees to that itself. */
  async hasSecondStep({ id, hasTotp }: Account): Promise<boolean> {
    return hasTotp || (await this.passkeys.of(id)).length > 0 || (await this.outside?.isTied(id)) === true;
  }

  /** For somebody who lost it: they set up another when they next sign in. Every session ends. */
  async forgetSecondStep(account: number): Promise<void> {
    await this.totp.remove(account);
    for (const { credential } of await this.passkeys.of(account)) await this.passkeys.remove(account, credential);
    await this.recoveryCodes.clear(account);
    await this.sessions.endAll(account);
  }

  /**
   * Checks name and password, the first step. The refusal is the same whether the name, the password or both are wrong, and takes as long.
   * `proved` is `full` only where the account has no second factor yet: it must then set one up before it goes on.
   */
  async checkPassword(name: string, password: string, { address, now }: From): Promise<Result<{ readonly account: Account; readonly proved: Proved }>> {
    const subjects = [`name:${name.trim().toLowerCase()}`, `address:${address}`];
    const waiting = await this.#throttle.begin(subjects, now);
    if (waiting > 0) return tooMany(waiting);
    const account = await this.accounts.named(name);
    // Asked for in either case, so that it takes as long where there is no account.
    const digest = await this.accounts.passwordDigest(account?.id ?? 0);
    const isRight = await isPassword(password, digest);
    if (!isRight || account === undefined) return refused({ category: 'forbidden', code: 'sign-in-refused', sentence: 'The name or the password is not right.' });
    await this.#throttle.succeeded(subjects);
    return ok({ account, proved: (await this.hasSecondStep(account)) ? 'password' : 'full' });
  }

  /** Checks a code of the authenticator app, or a recovery code: the second step. */
  async checkSecondFactor(account: number, code: string, { address, now }: From): Promise<Result<undefined>> {
    const subjects = [`second:${account}`, `address:${address}`];
    const waiting = await this.#throttle.begin(subjects, now);
    if (waiting > 0) return tooMany(waiting);
    if ((await this.totp.check(account, code, now)) || (await this.recoveryCodes.use(account, code))) {
      await this.#throttle.succeeded(subjects);
      return ok(undefined);
    }
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
    await this.accounts.setPassword(account.id, await passwordDigest(password));
    await this.sessions.endAll(account.id, keepSession);
    return ok(undefined);
  }

  /** Does away with what has run out; nothing of it let anybody in any more. */
  async sweep(now: Instant): Promise<void> {
    for (const kept of [this.sessions, this.links, this.passkeys, this.#throttle, this.outside]) await kept?.sweep(now);
  }
}

const tooMany = (waiting: number): Result<never> => {
  const seconds = Math.ceil(waiting / 1000);
  const time = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return refused({ category: 'forbidden', code: 'too-many-tries', sentence: `There were too many tries. Wait ${time} and try again.` });
};
