import type { FastifyRequest } from 'fastify';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Account } from '../../identity/accounts.ts';
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
  if (account.hasPassword && !account.hasTotp && (await identity.recoveryCodes.left(account.id)) === 0) return await recoveryCodes(door, language, visitor);
  return { to: accountAddress(language, '?done=passkey-added') };
}

export async function removePasskey(door: Door, language: Language, { account }: Visitor, { credential = '' }: Posted): Promise<Outcome> {
  if (await lastWayIn(door, account)) return { to: accountAddress(language, '?refused=last-way-in') };
  await door.identity.passkeys.remove(account.id, credential);
  return { to: accountAddress(language, '?done=passkey-removed') };
}

/** A passkey is both factors: whoever shows one is in. */
export async function signInWithPasskey(door: Door, request: FastifyRequest, language: Language, posted: Posted): Promise<Outcome> {
  const { next } = posted;
  const account = await passkeyAccount(door, request, posted);
  if (account === undefined) return signInPage(door, request, language, { next, faults: [{ text: inLanguage(accountWords, language).refusals['passkey-refused'] }] });
  return await begun(door, request, language, account, 'full', next);
}

/** The account whose passkey answered; undefined where none did. */
export async function passkeyAccount(door: Door, request: FastifyRequest, { answer = '' }: Posted): Promise<Account | undefined> {
  const site = siteOf(door, request);
  const response = answerIn(answer);
  const checked = site === undefined || response === undefined ? undefined : await door.identity.passkeys.check(response as AuthenticationResponseJSON, site, door.now());
  return checked?.ok === true ? await door.identity.accounts.get(checked.value) : undefined;
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
