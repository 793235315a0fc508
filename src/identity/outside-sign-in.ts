import {
  allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, discovery, randomNonce, randomPKCECodeVerifier, randomState, type Configuration,
} from 'openid-client';
import type { Database } from '../database/database.ts';
import { instantOf, type Instant } from '../kernel/instant.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import { digestOf, newSecret } from './secret.ts';

/** A directory outside that says who somebody is (OpenID Connect): a council's Entra ID. */
export interface Provider {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the browser comes back to; registered with the provider. */
  readonly redirect: URL;
}

/** Who the provider says it is. Only issuer and subject together are somebody: an e-mail address there may be anybody's choice. */
export interface OutsideIdentity {
  readonly issuer: string;
  readonly subject: string;
}

const LASTS_MS = 10 * 60_000;
/** How long ago, in seconds, somebody who is to show again who they are may have done so at the directory. */
const AGAIN_S = 600;

/** Signing in through a provider by the authorization code flow with PKCE, state and nonce, each used once and held by the server. */
export class OutsideSignIn {
  readonly #database: Database;
  readonly #provider: Provider;
  #configuration: Promise<Configuration> | undefined;

  constructor(database: Database, provider: Provider) {
    this.#database = database;
    this.#provider = provider;
  }

  /** Where to send the browser, and a secret for its cookie: only the browser that began may finish. @param again whether the directory is to ask anew who they are @throws where the provider cannot be reached */
  async begin(now: Instant, again = false): Promise<{ readonly address: URL; readonly secret: string }> {
    const configuration = await this.#configured();
    const [secret, state, nonce, verifier] = [newSecret(), randomState(), randomNonce(), randomPKCECodeVerifier()];
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: this.#provider.redirect.href, scope: 'openid', state, nonce, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
      ...(again ? { prompt: 'login', max_age: String(AGAIN_S) } : {}),
    });
    await this.#database.run('INSERT INTO outside_requests (digest, state, nonce, verifier, expires_at) VALUES (?, ?, ?, ?, ?)', digestOf(secret), state, nonce, verifier, instantOf(Date.parse(now) + LASTS_MS));
    return { address, secret };
  }

  /** @param query what stands after `?` in the address that the browser came back to @param again refuses who has not just now shown there who they are */
  async finish(secret: string, query: string, now: Instant, again = false): Promise<Result<OutsideIdentity>> {
    const row = await this.#database.one('DELETE FROM outside_requests WHERE digest = ? AND expires_at > ? RETURNING state, nonce, verifier', digestOf(secret), now);
    if (row === undefined) return notSignedIn('This sign-in took too long, or was begun in another browser. Begin again.');
    const back = new URL(this.#provider.redirect);
    back.search = query;
    try {
      const tokens = await authorizationCodeGrant(await this.#configured(), back, {
        expectedState: String(row['state']), expectedNonce: String(row['nonce']), pkceCodeVerifier: String(row['verifier']), idTokenExpected: true, ...(again ? { maxAge: AGAIN_S } : {}),
      });
      const claims = tokens.claims();
      return claims === undefined ? notSignedIn('The directory did not say who you are.') : ok({ issuer: claims.iss, subject: claims.sub });
    } catch {
      return notSignedIn('The directory did not let you in, or its answer was not one to trust. Begin again.');
    }
  }

  async accountOf({ issuer, subject }: OutsideIdentity): Promise<number | undefined> {
    const row = await this.#database.one('SELECT account FROM outside_identities WHERE issuer = ? AND subject = ?', issuer, subject);
    return row === undefined ? undefined : Number(row['account']);
  }

  /** Ties an identity to an account, in place of one that it had. Refused where it is another's. */
  tie(account: number, { issuer, subject }: OutsideIdentity): Promise<Result<undefined>> {
    return this.#database.transaction(async (inside) => {
      const tied = await inside.run(`INSERT INTO outside_identities (issuer, subject, account) VALUES (?, ?, ?)
        ON CONFLICT (issuer, subject) DO UPDATE SET account = excluded.account WHERE outside_identities.account = excluded.account`, issuer, subject, account);
      if (tied === 0) return refused({ category: 'conflict', code: 'outside-identity-taken', sentence: 'This identity in the directory is tied to another account here.' });
      await inside.run('DELETE FROM outside_identities WHERE account = ? AND NOT (issuer = ? AND subject = ?)', account, issuer, subject);
      return ok(undefined);
    });
  }

  async isTied(account: number): Promise<boolean> {
    return (await this.#database.one('SELECT 1 FROM outside_identities WHERE account = ?', account)) !== undefined;
  }

  async untie(account: number): Promise<void> {
    await this.#database.run('DELETE FROM outside_identities WHERE account = ?', account);
  }

  async sweep(now: Instant): Promise<void> {
    await this.#database.run('DELETE FROM outside_requests WHERE expires_at < ?', now);
  }

  #configured(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#provider;
    // Plain HTTP is for a provider on this machine alone.
    const isLoopback = issuer.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(issuer.hostname);
    this.#configuration ??= discovery(issuer, clientId, clientSecret, undefined, isLoopback ? { execute: [allowInsecureRequests] } : {}).catch((error: unknown) => {
      this.#configuration = undefined;
      throw error;
    });
    return this.#configuration;
  }
}

const notSignedIn = (sentence: string): Result<never> => refused({ category: 'forbidden', code: 'outside-sign-in-refused', sentence });
