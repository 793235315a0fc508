import type { FastifyRequest } from 'fastify';
import type { Language } from '../../kernel/text.ts';
import type { FormField } from '../forms/form-field.ts';
import { accountWords } from '../words/account.ts';
import { inLanguage } from '../words/pairs.ts';
import { siteOf, type Door, type Visitor } from './door.ts';
import { formFaults, formPage } from './form-page.ts';
import { safeNext, type Outcome } from './outcome.ts';
import { passkeyAccount } from './passkey-forms.ts';
import { accountAddress, type Faults, type Posted } from './signing-in.ts';

/** Asks somebody who is signed in to show again who they are, by any way in that they have: before they change one. */
export async function confirmPage(door: Door, request: FastifyRequest, language: Language, { account, session }: Visitor, next: string | undefined, faults: Faults = []): Promise<Outcome> {
  const { identity } = door;
  const t = inLanguage(accountWords, language);
  const hidden = { csrf: session.csrf, ...(next === undefined ? {} : { next }) };
  const action = accountAddress(language, '/confirm');
  const fields: FormField[] = account.hasPassword
    ? [{ is: 'secret', name: 'password', id: 'field-password', label: t.password, autocomplete: 'current-password' }]
    : [{ is: 'line', name: 'code', id: 'field-code', label: t.code, value: '', autocomplete: 'one-time-code' }];
  const page = formPage({ language, heading: t.confirmHeading, lead: [t.confirmLead], action, hidden, fields, submit: t.goOn, faults });
  const hasPasskey = (await identity.passkeys.of(account.id)).length > 0 && siteOf(door, request) !== undefined;
  const passkey = hasPasskey ? { is: 'use', action: `${action}/passkey`, hidden: Object.entries(hidden).map(([name, value]) => ({ name, value })), submit: t.confirmPasskey, failed: t.passkeyFailed } : undefined;
  const directory = (await identity.outside?.isTied(account.id)) === true ? { href: `${action}/directory?${new URLSearchParams(next === undefined ? {} : { next }).toString()}`, said: { text: t.confirmDirectory } } : undefined;
  const hasForm = account.hasPassword || account.hasTotp || (await identity.recoveryCodes.left(account.id)) > 0;
  return { page: { ...page, view: 'form-or-else.njk', model: { ...page.model, isWithoutForm: !hasForm, passkey, directory } } };
}

/** The password, or for those who have none a code. */
export async function confirm(door: Door, request: FastifyRequest, language: Language, visitor: Visitor, { password = '', code = '', next }: Posted): Promise<Outcome> {
  const { account } = visitor;
  const from = { address: request.ip, now: door.now() };
  const checked = account.hasPassword ? await door.identity.checkPassword(account.name, password, from) : await door.identity.checkSecondFactor(account.id, code, from);
  if (checked.ok) return confirmed(door, language, visitor, next);
  const field = account.hasPassword ? 'password' : 'code';
  return confirmPage(door, request, language, visitor, next, formFaults(checked.faults, inLanguage(accountWords, language).refusals, language).map((fault) => ({ ...fault, field })));
}

export async function confirmByPasskey(door: Door, request: FastifyRequest, language: Language, visitor: Visitor, posted: Posted): Promise<Outcome> {
  const account = await passkeyAccount(door, request, posted);
  if (account?.id === visitor.account.id) return confirmed(door, language, visitor, posted['next']);
  return confirmPage(door, request, language, visitor, posted['next'], [{ text: inLanguage(accountWords, language).refusals['passkey-refused'] }]);
}

async function confirmed(door: Door, language: Language, { session }: Visitor, next: string | undefined): Promise<Outcome> {
  await door.identity.sessions.prove(session.id, door.now());
  return { to: safeNext(next, accountAddress(language)) };
}
