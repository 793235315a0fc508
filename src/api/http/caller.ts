import type { Identity } from '../../identity/identity.ts';
import type { Tokens } from '../../identity/tokens.ts';
import type { Instant } from '../../kernel/instant.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { Caller } from './operation.ts';

interface Parts {
  readonly identity: Pick<Identity, 'accounts'>;
  readonly tokens: Tokens;
  readonly now: () => Instant;
}

/** Whose token the header shows. Told the same of one that never was, has expired or was revoked, and of one whose account is closed. */
export async function callerOf(authorization: string | undefined, { identity, tokens, now }: Parts): Promise<Result<Caller>> {
  if (authorization === undefined) return refused({ category: 'forbidden', code: 'token-missing', sentence: 'Show a token: `Authorization: Bearer answerable_…`. You make one on your account page.' });
  const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const token = secret === undefined ? undefined : await tokens.find(secret, now());
  const account = token === undefined ? undefined : await identity.accounts.get(token.account);
  if (token === undefined || account === undefined) return refused({ category: 'forbidden', code: 'token-refused', sentence: 'This token is of no use here: it has expired, was revoked or never was.' });
  return ok({ token, account });
}
