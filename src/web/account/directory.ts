import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OutsideIdentity, OutsideSignIn } from '../../identity/outside-sign-in.ts';
import { LANGUAGES, type Language } from '../../kernel/text.ts';
import { preferredLanguage } from '../preferred-language.ts';
import { home } from '../reading.ts';
import { accountWords } from '../words/account.ts';
import { inLanguage } from '../words/pairs.ts';
import { confirmAddress } from './confirm-address.ts';
import { visitorOf, type Door, type Visitor } from './door.ts';
import { safeNext, type Outcome } from './outcome.ts';
import { accountAddress, begun, signInAddress } from './signing-in.ts';
import { lastWayIn } from './ways-in.ts';

/** Where the directory sends browsers back to. One address for every purpose: it is registered there. */
export const DIRECTORY_BACK = '/directory/back';

/** What a browser went to the directory for. */
interface Errand {
  readonly language: Language;
  readonly next?: string | undefined;
  /** Tying to the account of the session whose forms carry this. */
  readonly csrf?: string | undefined;
  /** Showing again who one is, in the session whose forms carry this. */
  readonly proves?: string | undefined;
  /** Joining by the invitation with this secret, with this name. */
  readonly invitation?: string | undefined;
  readonly name?: string | undefined;
}

const COOKIE_LASTS_S = 600;
const cookieName = ({ isSecure }: Door): string => (isSecure ? '__Host-answerable-directory' : 'answerable-directory');
const cookieOptions = ({ isSecure }: Door) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure }) as const;

/** Begins at the directory and gives the address there; undefined where it cannot be reached. The errand stays with the browser, whose own it is. */
export async function toDirectory(door: Door, outside: OutsideSignIn, request: FastifyRequest, reply: FastifyReply, errand: Errand): Promise<string | undefined> {
  try {
    const { address, secret } = await outside.begin(door.now(), errand.proves !== undefined);
    const written = new URLSearchParams(Object.entries({ ...errand, secret }).filter((pair): pair is [string, string] => pair[1] !== undefined));
    void reply.setCookie(cookieName(door), written.toString(), { ...cookieOptions(door), maxAge: COOKIE_LASTS_S });
    return address.href;
  } catch (error) {
    request.log.warn({ err: error }, 'directory not reached');
    return undefined;
  }
}

/** A browser comes back from the directory, which said who it is or did not. */
export async function backFromDirectory(door: Door, outside: OutsideSignIn, request: FastifyRequest, reply: FastifyReply): Promise<Outcome> {
  const kept = new URLSearchParams(request.cookies[cookieName(door)] ?? '');
  void reply.clearCookie(cookieName(door), cookieOptions(door));
  const language = LANGUAGES.find((one) => one === kept.get('language')) ?? preferredLanguage(request.headers['accept-language']);
  const errand: Errand = { language, next: kept.get('next') ?? undefined, csrf: kept.get('csrf') ?? undefined, proves: kept.get('proves') ?? undefined, invitation: kept.get('invitation') ?? undefined, name: kept.get('name') ?? undefined };
  const found = await outside.finish(kept.get('secret') ?? '', request.url.split('?').slice(1).join('?'), door.now(), errand.proves !== undefined);
  if (!found.ok) return refusedTo(errand, 'outside-sign-in-refused');
  if (errand.proves !== undefined) return await provedAgain(door, outside, request, errand, found.value);
  if (errand.csrf !== undefined) return await tied(door, outside, request, errand, found.value);
  if (errand.invitation !== undefined) return await joined(door, outside, request, errand, errand.invitation, found.value);
  const account = await door.identity.accounts.get((await outside.accountOf(found.value)) ?? -1);
  return account === undefined ? refusedTo(errand, 'outside-identity-unknown') : await begun(door, request, language, account, 'full', errand.next);
}

/** Only in the session that asked for it: nobody ties what is theirs to the account of somebody else. */
async function tied(door: Door, outside: OutsideSignIn, request: FastifyRequest, errand: Errand, identity: OutsideIdentity): Promise<Outcome> {
  const visitor = await visitorOf(door, request);
  if (visitor?.session.proved !== 'full' || visitor.session.csrf !== errand.csrf) return { to: `${signInAddress(errand.language)}?refused=outside-sign-in-refused` };
  return (await outside.tie(visitor.account.id, identity)).ok ? { to: accountAddress(errand.language, '?done=council-account-tied') } : refusedTo(errand, 'outside-identity-taken');
}

/** Only whose session it is shows who they are in it. */
async function provedAgain(door: Door, outside: OutsideSignIn, request: FastifyRequest, errand: Errand, identity: OutsideIdentity): Promise<Outcome> {
  const visitor = await visitorOf(door, request);
  if (visitor?.session.proved !== 'full' || visitor.session.csrf !== errand.proves || (await outside.accountOf(identity)) !== visitor.account.id) return refusedTo(errand, 'outside-sign-in-refused');
  await door.identity.sessions.prove(visitor.session.id, door.now());
  return { to: safeNext(errand.next, accountAddress(errand.language)) };
}

/** Makes the account, uses the invitation up and signs in: no password, and no second step beside the directory's own. */
async function joined(door: Door, outside: OutsideSignIn, request: FastifyRequest, errand: Errand, secret: string, identity: OutsideIdentity): Promise<Outcome> {
  const { accounts, links } = door.identity;
  const now = door.now();
  const link = await links.find(secret, now);
  if (link === undefined || link.person === '' || link.purpose === 'new-password') return refusedTo(errand, 'outside-sign-in-refused');
  if ((await outside.accountOf(identity)) !== undefined) return refusedTo(errand, 'outside-identity-taken');
  const made = await accounts.make({ register: link.register, person: link.person, name: errand.name ?? '', isAdministrator: link.purpose === 'set-up' }, now);
  if (!made.ok) return refusedTo(errand, made.faults[0]?.code ?? 'wrong-account-name');
  await outside.tie(made.value.id, identity);
  await links.use(secret, now);
  return begun(door, request, errand.language, made.value, 'full', undefined);
}

/** Back to where they set out from, which says why. */
function refusedTo({ language, next, csrf, proves, invitation }: Errand, code: string): Outcome {
  if (proves !== undefined) return { to: confirmAddress(language, next, code) };
  if (csrf !== undefined) return { to: accountAddress(language, `?refused=${code}`) };
  if (invitation !== undefined) return { to: `/${language}/join/${encodeURIComponent(invitation)}?refused=${code}` };
  const query = new URLSearchParams({ refused: code, ...(next === undefined ? {} : { next }) });
  return { to: `${signInAddress(language)}?${query.toString()}` };
}

/** A form may not lead to another site, a link may: so it is one click more. */
export async function tieDirectory(door: Door, outside: OutsideSignIn, request: FastifyRequest, reply: FastifyReply, language: Language, { session }: Visitor): Promise<Outcome> {
  const address = await toDirectory(door, outside, request, reply, { language, csrf: session.csrf });
  return address === undefined ? { to: accountAddress(language, '?refused=directory-unreachable') } : onwardPage(language, address);
}

export function onwardPage(language: Language, address: string): Outcome {
  const t = inLanguage(accountWords, language);
  return { page: { status: 200, view: 'message.njk', writes: true, title: t.useCouncilAccount, crumbs: [home(language)], model: { heading: t.useCouncilAccount, lead: [t.councilAccountGo], below: [{ href: address, said: { text: t.councilAccountLink } }] } } };
}

export async function untieDirectory(door: Door, outside: OutsideSignIn, language: Language, { account }: Visitor): Promise<Outcome> {
  if (await lastWayIn(door, account)) return { to: accountAddress(language, '?refused=last-way-in') };
  await outside.untie(account.id);
  return { to: accountAddress(language, '?done=council-account-untied') };
}
