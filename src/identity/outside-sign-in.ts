import type { DatabaseSync } from 'node:sqlite';
import {
  allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, discovery, randomNonce, randomPKCECodeVerifier, randomState, type Configuration,
} from 'openid-client';
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

/** Signing in through a provider by the authorization code flow with PKCE, state and nonce, each used once and held by the server. */
export class OutsideSignIn {
  readonly #database: DatabaseSync;
  readonly #provider: Provider;
  #configuration: Promise<Configuration> | undefined;

  constructor(database: DatabaseSync, provider: Provider) {
    this.#database = database;
    this.#provider = provider;
  }

  /** Where to send the browser, and a secret for its cookie: only the browser that began may finish. @throws where the provider cannot be reached */
  async begin(now: Instant): Promise<{ readonly address: URL; readonly secret: string }> {
    const configuration = await this.#configured();
    const [secret, state, nonce, verifier] = [newSecret(), randomState(), randomNonce(), randomPKCECodeVerifier()];
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: this.#provider.redirect.href, scope: 'openid', state, nonce, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    });
    this.#database.prepare('DELETE FROM outside_requests WHERE expires_at < ?').run(now);
    this.#database.prepare('INSERT INTO outside_requests VALUES (?, ?, ?, ?, ?)').run(digestOf(secret), state, nonce, verifier, instantOf(Date.parse(now) + LASTS_MS));
    return { address, secret };
  }

  /** @param query what stands after `?` in the address that the browser came back to */
  async finish(secret: string, query: string, now: Instant): Promise<Result<OutsideIdentity>> {
    const row = this.#database.prepare('DELETE FROM outside_requests WHERE digest = ? AND expires_at > ? RETURNING state, nonce, verifier').get(digestOf(secret), now);
    if (row === undefined) return notSignedIn('This sign-in took too long, or was begun in another browser. Begin again.');
    const back = new URL(this.#provider.redirect);
    back.search = query;
    try {
      const tokens = await authorizationCodeGrant(await this.#configured(), back, {
        expectedState: String(row['state']), expectedNonce: String(row['nonce']), pkceCodeVerifier: String(row['verifier']), idTokenExpected: true,
      });
      const claims = tokens.claims();
      return claims === undefined ? notSignedIn('The directory did not say who you are.') : ok({ issuer: claims.iss, subject: claims.sub });
    } catch {
      return notSignedIn('The directory did not let you in, or its answer was not one to trust. Begin again.');
    }
  }

  accountOf({ issuer, subject }: OutsideIdentity): number | undefined {
    const row = this.#database.prepare('SELECT o.account FROM outside_identities o JOIN accounts a ON a.id = o.account WHERE o.issuer = ? AND o.subject = ? AND a.closed_at IS NULL').get(issuer, subject);
    return row === undefined ? undefined : Number(row['account']);
  }

  /** Ties an identity to an account, in place of one that it had. Refused where it is another's, unless that one is closed. */
  tie(account: number, { issuer, subject }: OutsideIdentity): Result<undefined> {
    const { changes } = this.#database
      .prepare(`INSERT INTO outside_identities VALUES (?, ?, ?) ON CONFLICT (issuer, subject) DO UPDATE SET account = excluded.account
        WHERE account = excluded.account OR account IN (SELECT id FROM accounts WHERE closed_at IS NOT NULL)`)
      .run(issuer, subject, account);
    if (changes === 0) return refused({ category: 'conflict', code: 'outside-identity-taken', sentence: 'This identity in the directory is tied to another account here.' });
    this.#database.prepare('DELETE FROM outside_identities WHERE account = ? AND NOT (issuer = ? AND subject = ?)').run(account, issuer, subject);
    return ok(undefined);
  }

  isTied(account: number): boolean {
    return this.#database.prepare('SELECT 1 FROM outside_identities WHERE account = ?').get(account) !== undefined;
  }

  untie(account: number): void {
    this.#database.prepare('DELETE FROM outside_identities WHERE account = ?').run(account);
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
