import type { FastifyRequest } from 'fastify';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Language } from '../../kernel/text.ts';
import { accountWords } from '../words/account.ts';
import { inLanguage } from '../words/pairs.ts';
import { siteOf, type Door, type Visitor } from './door.ts';
import type { Outcome } from './outcome.ts';
import { lastWayIn } from './ways-in.ts';
import { accountAddress, begun, signInPage, type Posted } from './signing-in.ts';
import { recoveryCodes } from './your-account.ts';

/** A passkey that the browser made. A label that nobody typed is the plain word. */
export async function addPasskey(door: Door, request: FastifyRequest, language: Language, visitor: Visitor, { answer = '', label = '' }: Posted): Promise<Outcome> {
  const { identity } = door;
  const { account } = visitor;
  const site = siteOf(door, request);
  const response = answerIn(answer);
  const added = site !== undefined && response !== undefined && (await identity.passkeys.add(account, response as RegistrationResponseJSON, label.trim() || inLanguage(accountWords, language).passkeyUnnamed, site, door.now())).ok;
  if (!added) return { to: accountAddress(language, '?refused=passkey-refused') };
  // A password is of no use alone from here on: the codes are for the day on which the passkey is lost.
  if (account.hasPassword && !account.hasTotp && identity.recoveryCodes.left(account.id) === 0) return recoveryCodes(door, language, visitor);
  return { to: accountAddress(language, '?done=passkey-added') };
}

export function removePasskey(door: Door, language: Language, { account }: Visitor, { credential = '' }: Posted): Outcome {
  if (lastWayIn(door, account)) return { to: accountAddress(language, '?refused=last-way-in') };
  door.identity.passkeys.remove(account.id, credential);
  return { to: accountAddress(language, '?done=passkey-removed') };
}

/** A passkey is both factors: whoever shows one is in. */
export async function signInWithPasskey(door: Door, request: FastifyRequest, language: Language, { answer = '', next }: Posted): Promise<Outcome> {
  const site = siteOf(door, request);
  const response = answerIn(answer);
  const checked = site === undefined || response === undefined ? undefined : await door.identity.passkeys.check(response as AuthenticationResponseJSON, site, door.now());
  const account = checked?.ok === true ? door.identity.accounts.get(checked.value) : undefined;
  if (account === undefined) return signInPage(door, request, language, { next, faults: [{ text: inLanguage(accountWords, language).refusals['passkey-refused'] }] });
  return begun(door, request, language, account, 'full', next);
}

/** Whatever was posted that looks like an answer; whether it is one is for the library to say. */
function answerIn(text: string): { readonly id: string; readonly response: object } | undefined {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null || !('id' in found) || !('response' in found)) return undefined;
    const { id, response } = found;
    return typeof id === 'string' && typeof response === 'object' && response !== null ? { ...found, id, response } : undefined;
  } catch {
    return undefined;
  }
}
