import type { FastifyRequest } from 'fastify';
import type { Account } from '../../identity/accounts.ts';
import type { Proved } from '../../identity/sessions.ts';
import type { Language } from '../../kernel/text.ts';
import type { FormFault } from '../forms/form-fault.ts';
import type { FormField } from '../forms/form-field.ts';
import type { Page } from '../page.ts';
import { accountWords } from '../words/account.ts';
import { inLanguage } from '../words/pairs.ts';
import { isFromOurPage, secretOf, visitorOf, type Door } from './door.ts';
import { formFaults, formPage } from './form-page.ts';
import { safeNext, type Outcome } from './outcome.ts';
import { waysIn } from './ways-in.ts';

export type Faults = readonly FormFault[];

/** What a form posted, each name once. */
export type Posted = Readonly<Record<string, string | undefined>>;

export const signInAddress = (language: Language, next?: string): string => `/${language}/sign-in${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`;
export const accountAddress = (language: Language, page = ''): string => `/${language}/account${page}`;

/** What the page of a step is shown with. */
interface Step {
  readonly next?: string | undefined;
  readonly name?: string;
  readonly faults?: Faults;
}

export function signInPage(door: Door, request: FastifyRequest, language: Language, { next, name = '', faults = [] }: Step): Outcome {
  const t = inLanguage(accountWords, language);
  const fields: FormField[] = [
    { is: 'line', name: 'name', id: 'field-name', label: t.name, value: name, autocomplete: 'username' },
    { is: 'secret', name: 'password', id: 'field-password', label: t.password, autocomplete: 'current-password' },
  ];
  const page = formPage({ language, heading: t.signIn, lead: [t.signInLead], action: `/${language}/sign-in`, hidden: next === undefined ? {} : { next }, fields, submit: t.signIn, faults });
  return { page: withWaysIn(door, request, language, next, page) };
}

const withWaysIn = (door: Door, request: FastifyRequest, language: Language, next: string | undefined, page: Page): Page => ({
  ...page, view: 'form-or-else.njk', model: { ...page.model, ...waysIn(door, request, language, next) },
});

/** The first step: name and password. */
export async function signIn(door: Door, request: FastifyRequest, language: Language, posted: Posted): Promise<Outcome> {
  const t = inLanguage(accountWords, language);
  const { name = '', password = '', next } = posted;
  if (!isFromOurPage(request)) return signInPage(door, request, language, { next, name, faults: [{ text: t.formTooOld }] });
  const checked = await door.identity.checkPassword(name, password, { address: request.ip, now: door.now() });
  if (!checked.ok) return signInPage(door, request, language, { next, name, faults: formFaults(checked.faults, t.refusals, language).map((fault) => ({ ...fault, field: 'name' })) });
  return await begun(door, request, language, checked.value.account, checked.value.proved, next);
}

export function codePage(door: Door, request: FastifyRequest, language: Language, { next, faults = [] }: Step): Outcome {
  const t = inLanguage(accountWords, language);
  const fields: FormField[] = [{ is: 'line', name: 'code', id: 'field-code', label: t.code, value: '', autocomplete: 'one-time-code' }];
  const page = formPage({ language, heading: t.codeHeading, lead: [t.codeLead], action: `/${language}/sign-in/code`, hidden: next === undefined ? {} : { next }, fields, submit: t.goOn, faults });
  return { page: withWaysIn(door, request, language, next, page) };
}

/** The second step, for a browser that has shown the password. */
export async function giveCode(door: Door, request: FastifyRequest, language: Language, { code = '', next }: Posted): Promise<Outcome> {
  const visitor = await visitorOf(door, request);
  if (visitor === undefined || !isFromOurPage(request)) return { to: signInAddress(language, next) };
  const checked = await door.identity.checkSecondFactor(visitor.account.id, code, { address: request.ip, now: door.now() });
  if (!checked.ok) return codePage(door, request, language, { next, faults: formFaults(checked.faults, inLanguage(accountWords, language).refusals, language).map((fault) => ({ ...fault, field: 'code' })) });
  return begun(door, request, language, visitor.account, 'full', next);
}

export async function signOut(door: Door, request: FastifyRequest, language: Language): Promise<Outcome> {
  const secret = secretOf(door, request);
  if (secret !== undefined && isFromOurPage(request)) await door.identity.sessions.end(secret);
  return { to: signInAddress(language), session: { secret: undefined } };
}

/** A new session with a new secret, and on to where they wanted to be: or to what is still missing. */
export async function begun(door: Door, request: FastifyRequest, language: Language, account: Account, proved: Proved, next: string | undefined): Promise<Outcome> {
  const secret = await door.identity.sessions.begin(account.id, proved, request.headers['user-agent'] ?? '', door.now(), secretOf(door, request));
  const usual = `/${language}/${account.register}`;
  const to = proved === 'password' ? `/${language}/sign-in/code${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}` : safeNext(next, usual);
  return { to, session: { secret } };
}

/** The sentence of a code that stands in an address: of those that there are, and no words from elsewhere. */
export function saidBy(words: Readonly<Record<string, string>>, code: string | undefined): string | undefined {
  return code !== undefined && Object.hasOwn(words, code) ? words[code] : undefined;
}

/** What went wrong elsewhere, told by the page that one was sent back to. */
export function refusedBefore(language: Language, { refused }: Posted): Faults {
  const text = saidBy(inLanguage(accountWords, language).refusals, refused);
  return text === undefined ? [] : [{ text }];
}
