import type { FastifyRequest } from 'fastify';
import { ROLES } from '../../access/roles.ts';
import type { Standing } from '../../access/standing.ts';
import { isFresh } from '../../identity/sessions.ts';
import { newTotpSecret, totpAddress } from '../../identity/totp.ts';
import { instantInWords } from '../../kernel/instant.ts';
import type { Language } from '../../kernel/text.ts';
import type { FormFault } from '../forms/form-fault.ts';
import type { FormField } from '../forms/form-field.ts';
import { home } from '../reading.ts';
import { accountWords } from '../words/account.ts';
import { counted } from '../words/counted.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { mailAddressWords } from '../words/reminding.ts';
import { tokenWords } from '../words/tokens.ts';
import { confirmAddress } from './confirm-address.ts';
import { isFromOurPage, type Door, type Visitor } from './door.ts';
import { formFaults, formPage } from './form-page.ts';
import type { Outcome } from './outcome.ts';
import { accountAddress, refusedBefore, saidBy, type Posted } from './signing-in.ts';
import { accountWaysIn, newPasskeyForm } from './ways-in.ts';

/** What the register says of whoever has signed in. */
export interface AccountNames {
  readonly person: string;
  readonly standing: Standing;
  readonly postName: (ref: string) => string;
}

/** Whether a form of somebody who is signed in is theirs: from our page, with the token of their session. */
export const isTheirForm = (request: FastifyRequest, { session }: Visitor, { csrf }: Posted): boolean => isFromOurPage(request) && csrf === session.csrf;

/** Who one is here, what follows from it, and every browser that is signed in. */
export async function accountPage(door: Door, request: FastifyRequest, language: Language, visitor: Visitor, { person, standing, postName }: AccountNames, done?: string): Promise<Outcome> {
  const { account, session } = visitor;
  const t = inLanguage(accountWords, language);
  const { identity, now } = door;
  const posts = standing.posts.map(({ ref, asDeputyBy }) => (asDeputyBy === undefined ? postName(ref) : filled(t.asDeputy, { post: postName(ref) })));
  return {
    page: {
      status: 200, view: 'account.njk', writes: true, title: t.account, crumbs: [home(language)], errors: refusedBefore(language, request.query as Posted),
      model: {
        t, csrf: session.csrf, tokens: inLanguage(tokenWords, language).title,
        done: done ?? saidBy(t.done, (request.query as Posted)['done']),
        signedInAs: filled(t.signedInAs, { person, name: account.name }),
        posts,
        roles: standing.roles.size === 0 ? undefined : filled(t.yourRoles, { roles: [...standing.roles].map((role) => ROLES[role][language].toLowerCase()).join(', ') }),
        hasTotp: account.hasTotp,
        isFresh: isFresh(session, now()),
        confirm: confirmAddress(language, accountAddress(language)),
        hasPassword: account.hasPassword,
        hasSecondStep: await identity.hasSecondStep(account),
        ...(await accountWaysIn(door, request, language, visitor)),
        recoveryLeft: counted(t.recoveryLeft, await identity.recoveryCodes.left(account.id), language),
        sessions: (await identity.sessions.of(account.id, now())).map((one) => ({ id: one.id, browser: one.browser, began: instantInWords(one.beganAt, language), seen: instantInWords(one.seenAt, language), isThis: one.id === session.id })),
        mailAddress: inLanguage(mailAddressWords, language).title,
        to: { mail: accountAddress(language, '/mail'), tokens: accountAddress(language, '/tokens'), authenticator: accountAddress(language, '/authenticator'), password: accountAddress(language, '/password'), recovery: accountAddress(language, '/recovery-codes'), end: accountAddress(language, '/sessions'), signOut: `/${language}/sign-out`, removePasskey: accountAddress(language, '/passkeys/remove'), tie: accountAddress(language, '/directory'), untie: accountAddress(language, '/directory/stop') },
      },
    },
  };
}

export async function endSessions(door: Door, { account, session }: Visitor, { id }: Posted): Promise<void> {
  if (id === 'others') await door.identity.sessions.endAll(account.id, session.id);
  else if (/^\d{1,15}$/.test(id ?? '')) await door.identity.sessions.endOne(account.id, Number(id));
}

/** The key of an app that is to be set up goes with the form until a code of it was shown. */
export async function authenticatorPage(door: Door, request: FastifyRequest, language: Language, visitor: Visitor, secret = newTotpSecret(), faults: readonly FormFault[] = []): Promise<Outcome> {
  const { account, session } = visitor;
  const t = inLanguage(accountWords, language);
  const hasSecondStep = await door.identity.hasSecondStep(account);
  const fields: FormField[] = [{ is: 'line', name: 'code', id: 'field-code', label: t.code, value: '', autocomplete: 'one-time-code' }];
  const page = formPage({
    language, heading: t.authenticator, lead: [...(account.hasTotp ? [t.authenticatorOn] : hasSecondStep ? [] : [t.authenticatorNeeded]), t.authenticatorLead], secrets: [secret.replace(/(.{4})(?=.)/g, '$1 ')],
    action: accountAddress(language, '/authenticator'), hidden: { csrf: session.csrf, secret }, fields, submit: t.goOn, faults,
    below: [{ href: totpAddress(secret, account.name), said: { text: t.openApp } }],
  });
  const passkey = hasSecondStep ? undefined : newPasskeyForm(door, request, language, visitor);
  return { page: { ...page, view: 'form-or-else.njk', model: { ...page.model, passkey } } };
}

export async function setUpAuthenticator(door: Door, request: FastifyRequest, language: Language, visitor: Visitor, { code = '', secret = '' }: Posted): Promise<Outcome> {
  const t = inLanguage(accountWords, language);
  if (!/^[A-Z2-7]{32}$/.test(secret)) return await authenticatorPage(door, request, language, visitor);
  if (!(await door.identity.totp.confirm(visitor.account.id, secret, code, door.now()))) return await authenticatorPage(door, request, language, visitor, secret, [{ text: t.refusals['code-refused'], field: 'code' }]);
  return await recoveryCodes(door, language, visitor);
}

/** Makes new codes; they are shown this once. */
export async function recoveryCodes(door: Door, language: Language, { account }: Visitor): Promise<Outcome> {
  const t = inLanguage(accountWords, language);
  const items = await door.identity.recoveryCodes.make(account.id);
  return {
    page: {
      status: 200, view: 'message.njk', writes: true, title: t.recoveryCodes, crumbs: [home(language)],
      model: { heading: t.recoveryCodes, lead: [t.recoveryLead], items, below: [{ href: `/${language}/${account.register}`, said: { text: t.goOn } }] },
    },
  };
}

export function passwordPage(language: Language, { session }: Visitor, faults: readonly FormFault[] = []): Outcome {
  const t = inLanguage(accountWords, language);
  const fields: FormField[] = [
    { is: 'secret', name: 'present', id: 'field-present', label: t.password, autocomplete: 'current-password' },
    { is: 'secret', name: 'password', id: 'field-password', label: t.newPassword, hint: t.newPasswordHint, autocomplete: 'new-password' },
  ];
  return { page: formPage({ language, heading: t.changePassword, lead: [], action: accountAddress(language, '/password'), hidden: { csrf: session.csrf }, fields, submit: t.changePassword, faults }) };
}

/** Undefined where the password was changed. */
export async function changePassword(door: Door, request: FastifyRequest, language: Language, visitor: Visitor, person: string, { present = '', password = '' }: Posted): Promise<Outcome | undefined> {
  const t = inLanguage(accountWords, language);
  const { account, session } = visitor;
  const checked = await door.identity.checkPassword(account.name, present, { address: request.ip, now: door.now() });
  if (!checked.ok) return passwordPage(language, visitor, formFaults(checked.faults, t.refusals, language).map((fault) => ({ ...fault, field: 'present' })));
  const changed = await door.identity.setPassword(account, password, [person], session.id);
  return changed.ok ? undefined : passwordPage(language, visitor, formFaults(changed.faults, t.refusals, language));
}
