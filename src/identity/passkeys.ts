import {
  generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse,
  type AuthenticationResponseJSON, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON, type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Database } from '../database/database.ts';
import { instantOf, type Instant } from '../kernel/instant.ts';
import { refused, ok, type Result } from '../kernel/result.ts';
import type { Account } from './accounts.ts';

/** The site that passkeys are for: they open nothing at any other. */
export interface Site {
  /** The host name, without port. */
  readonly id: string;
  readonly name: string;
  /** Scheme, host and port, as a browser sends them. */
  readonly origin: string;
}

export interface Passkey {
  readonly credential: string;
  readonly label: string;
  readonly madeAt: Instant;
  readonly usedAt: Instant | undefined;
}

const CHALLENGE_LASTS_MS = 5 * 60_000;

/** Passkeys (WebAuthn, with the person verified by the device): one step that is both factors, and cannot be typed into another site. */
export class Passkeys {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async of(account: number): Promise<readonly Passkey[]> {
    return (await this.#database.all('SELECT * FROM passkeys WHERE account = ? ORDER BY made_at, credential', account)).map((row) => ({
      credential: String(row['credential']),
      label: String(row['label']),
      madeAt: String(row['made_at']) as Instant,
      usedAt: typeof row['used_at'] === 'string' ? (row['used_at'] as Instant) : undefined,
    }));
  }

  /** What the browser needs to make a passkey for the account. */
  async offer(account: Account, shownName: string, site: Site, now: Instant): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const options = await generateRegistrationOptions({
      rpName: site.name,
      rpID: site.id,
      userName: account.name,
      userDisplayName: shownName,
      userID: new TextEncoder().encode(String(account.id)),
      excludeCredentials: (await this.of(account.id)).map(({ credential }) => ({ id: credential })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await this.#issue(options.challenge, account.id, now);
    return options;
  }

  async add(account: Account, response: RegistrationResponseJSON, label: string, site: Site, now: Instant): Promise<Result<undefined>> {
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response, expectedOrigin: site.origin, expectedRPID: site.id, requireUserVerification: true,
        expectedChallenge: (challenge) => this.#take(challenge, account.id, now),
      });
      if (!verified) return notTaken();
      const { id, publicKey, counter } = registrationInfo.credential;
      await this.#database.run(
        'INSERT INTO passkeys (credential, account, public_key, counter, transports, label, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        id, account.id, publicKey, counter, JSON.stringify(response.response.transports ?? []), label.slice(0, 100), now,
      );
      return ok(undefined);
    } catch {
      return notTaken();
    }
  }

  /** What the browser needs to ask for any passkey of this site. */
  async ask(site: Site, now: Instant): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const options = await generateAuthenticationOptions({ rpID: site.id, userVerification: 'required' });
    await this.#issue(options.challenge, null, now);
    return options;
  }

  /** The account whose passkey answered. */
  async check(response: AuthenticationResponseJSON, site: Site, now: Instant): Promise<Result<number>> {
    const row = await this.#database.one('SELECT * FROM passkeys WHERE credential = ?', response.id);
    if (row === undefined) return notTaken();
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response, expectedOrigin: site.origin, expectedRPID: site.id, requireUserVerification: true,
        expectedChallenge: (challenge) => this.#take(challenge, null, now),
        credential: { id: response.id, publicKey: Uint8Array.from(row['public_key'] as Uint8Array), counter: Number(row['counter']) },
      });
      if (!verified) return notTaken();
      await this.#database.run('UPDATE passkeys SET counter = ?, used_at = ? WHERE credential = ?', authenticationInfo.newCounter, now, response.id);
      return ok(Number(row['account']));
    } catch {
      return notTaken();
    }
  }

  async remove(account: number, credential: string): Promise<void> {
    await this.#database.run('DELETE FROM passkeys WHERE account = ? AND credential = ?', account, credential);
  }

  async sweep(now: Instant): Promise<void> {
    await this.#database.run('DELETE FROM challenges WHERE expires_at < ?', now);
  }

  async #issue(challenge: string, account: number | null, now: Instant): Promise<void> {
    await this.#database.run('INSERT INTO challenges (challenge, account, expires_at) VALUES (?, ?, ?)', challenge, account, instantOf(Date.parse(now) + CHALLENGE_LASTS_MS));
  }

  /** Each challenge is answered once. */
  async #take(challenge: string, account: number | null, now: Instant): Promise<boolean> {
    return (await this.#database.run('DELETE FROM challenges WHERE challenge = ? AND account IS NOT DISTINCT FROM ? AND expires_at > ?', challenge, account, now)) === 1;
  }
}

const notTaken = (): Result<never> => refused({ category: 'forbidden', code: 'passkey-refused', sentence: 'This passkey was not accepted. Try again, or use another way to sign in.' });
