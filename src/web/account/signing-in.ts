import type { FastifyRequest } from 'fastify';
import type { Account } from '../../identity/accounts.ts';
import type { Proved } from '../../identity/sessions.ts';
import type { Language } from '../../kernel/text.ts';
import type { FormField } from '../forms/form-field.ts';
import { accountWords } from '../words/account.ts';
import { inLanguage } from '../words/pairs.ts';
import { isFromOurPage, secretOf, visitorOf, type Door } from './door.ts';
import { formFaults, formPage } from './form-page.ts';
import { safeNext, type Outcome } from './outcome.ts';

type Faults = readonly { readonly text: string; readonly field?: string }[];

/** What a form posted, each name once. */
export type Posted = Readonly<Record<string, string | undefined>>;

export const signInAddress = (language: Language, next?: string): string => `/${language}/sign-in${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`;
export const accountAddress = (language: Language, page = ''): string => `/${language}/account${page}`;

export function signInPage(language: Language, next: string | null, name = '', faults: Faults = []): Outcome {
  const t = inLanguage(accountWords, language);
  const fields: FormField[] = [
    { is: 'line', name: 'name', id: 'field-name', label: t.name, value: name, autocomplete: 'username' },
    { is: 'secret', name: 'password', id: 'field-password', label: t.password, autocomplete: 'current-password' },
  ];
  return { page: formPage({ language, heading: t.signIn, lead: [t.signInLead], action: `/${language}/sign-in`, hidden: next === null ? {} : { next }, fields, submit: t.signIn, faults }) };
}

/** The first step: name and password. */
export async function signIn(door: Door, request: FastifyRequest, language: Language, posted: Posted): Promise<Outcome> {
  const t = inLanguage(accountWords, language);
  const { name = '', password = '', next } = posted;
  if (!isFromOurPage(request)) return signInPage(language, next ?? null, name, [{ text: t.formTooOld }]);
  const checked = await door.identity.checkPassword(name, password, { address: request.ip, now: door.now() });
  if (!checked.ok) return signInPage(language, next ?? null, name, formFaults(checked.faults, t.refusals).map(({ text }) => ({ text, field: 'name' })));
  return begun(door, request, language, checked.value.account, checked.value.proved, next);
}

export function codePage(language: Language, next: string | null, faults: Faults = []): Outcome {
  const t = inLanguage(accountWords, language);
  const fields: FormField[] = [{ is: 'line', name: 'code', id: 'field-code', label: t.code, value: '', autocomplete: 'one-time-code' }];
  return { page: formPage({ language, heading: t.codeHeading, lead: [t.codeLead], action: `/${language}/sign-in/code`, hidden: next === null ? {} : { next }, fields, submit: t.goOn, faults }) };
}

/** The second step, for a browser that has shown the password. */
export function giveCode(door: Door, request: FastifyRequest, language: Language, { code = '', next }: Posted): Outcome {
  const visitor = visitorOf(door, request);
  if (visitor === undefined || !isFromOurPage(request)) return { to: signInAddress(language, next) };
  const checked = door.identity.checkSecondFactor(visitor.account.id, code, { address: request.ip, now: door.now() });
  if (!checked.ok) return codePage(language, next ?? null, formFaults(checked.faults, inLanguage(accountWords, language).refusals).map(({ text }) => ({ text, field: 'code' })));
  return begun(door, request, language, visitor.account, 'full', next);
}

export function signOut(door: Door, request: FastifyRequest, language: Language): Outcome {
  const secret = secretOf(door, request);
  if (secret !== undefined && isFromOurPage(request)) door.identity.sessions.end(secret);
  return { to: signInAddress(language), session: { secret: undefined } };
}

/** A new session with a new secret, and on to where they wanted to be: or to what is still missing. */
export function begun(door: Door, request: FastifyRequest, language: Language, account: Account, proved: Proved, next: string | undefined): Outcome {
  const secret = door.identity.sessions.begin(account.id, proved, request.headers['user-agent'] ?? '', door.now(), secretOf(door, request));
  const usual = `/${language}/${account.register}`;
  const to = proved === 'password' ? `/${language}/sign-in/code${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}` : safeNext(next, usual);
  return { to, session: { secret } };
}
