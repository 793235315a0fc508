import { Secret, TOTP } from 'otpauth';
import type { Database } from '../database/database.ts';
import type { Instant } from '../kernel/instant.ts';

const PERIOD_S = 30;
/** Clocks that are a step off are forgiven. */
const WINDOW = 1;

const totp = (secret: string, label = ''): TOTP => new TOTP({ issuer: 'Answerable', label, secret: Secret.fromBase32(secret), period: PERIOD_S, digits: 6, algorithm: 'SHA1' });

/** A secret that is not an account's yet: it becomes so once a code of it was shown. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that an authenticator app reads, from a QR code or as a link. */
export const totpAddress = (secret: string, accountName: string): string => totp(secret, accountName).toString();

/** The step of the code, counted in half minutes since 1970; undefined where it is not a code of now. */
export function totpStep(secret: string, code: string, now: Instant): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const timestamp = Date.parse(now);
  const delta = totp(secret).validate({ token, timestamp, window: WINDOW });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_S) + delta;
}

/** The codes of accounts from an authenticator app (RFC 6238). Each code opens once: one that was seen over a shoulder is of no use. */
export class TotpFactors {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes the secret the account's, given a code that shows that it was taken over rightly. */
  async confirm(account: number, secret: string, code: string, now: Instant): Promise<boolean> {
    const step = totpStep(secret, code, now);
    if (step === undefined) return false;
    return (await this.#database.run('UPDATE accounts SET totp_secret = ?, totp_step = ? WHERE id = ?', secret, step, account)) === 1;
  }

  async check(account: number, code: string, now: Instant): Promise<boolean> {
    const row = await this.#database.one('SELECT totp_secret FROM accounts WHERE id = ?', account);
    const secret = row?.['totp_secret'];
    const step = typeof secret === 'string' ? totpStep(secret, code, now) : undefined;
    if (step === undefined) return false;
    return (await this.#database.run('UPDATE accounts SET totp_step = ? WHERE id = ? AND totp_step < ?', step, account, step)) === 1;
  }

  async remove(account: number): Promise<void> {
    await this.#database.run('UPDATE accounts SET totp_secret = NULL, totp_step = 0 WHERE id = ?', account);
  }
}
