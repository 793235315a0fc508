import { MOST_TOKENS, SCOPES, Tokens, type Scope, type Token } from '../../identity/tokens.ts';
import { dateInWords } from '../../kernel/date.ts';
import { dateInLondon, instantInWords } from '../../kernel/instant.ts';
import type { Language } from '../../kernel/text.ts';
import type { Page, PageError } from '../page.ts';
import { home } from '../reading.ts';
import { accountWords } from '../words/account.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { tokenWords } from '../words/tokens.ts';
import type { Door, Visitor } from './door.ts';
import type { Outcome } from './outcome.ts';
import { accountAddress, saidBy, type Posted } from './signing-in.ts';

const DAYS = [30, 90, 180, 365] as const;

export const tokensAddress = (language: Language): string => accountAddress(language, '/tokens');

/** The tokens that somebody has, and the form for another, with what was typed and what is wrong with it. */
export async function tokensPage(door: Door, language: Language, { account, session }: Visitor, asked: Posted = {}, wrong: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  if (await needsSecondStep(door, account)) return { to: accountAddress(language, '/authenticator') };
  const t = inLanguage(tokenWords, language);
  const tokens = await new Tokens(door.database).of(account.id, door.now());
  const errors = Object.entries(wrong).map(([field, text]): PageError => ({ text, href: `#${field}` }));
  const page: Page = {
    status: errors.length > 0 ? 400 : 200, view: 'tokens.njk', writes: true, title: t.title,
    crumbs: [home(language), { href: accountAddress(language), said: { text: inLanguage(accountWords, language).account } }],
    errors,
    model: {
      t, wrong, csrf: session.csrf, action: tokensAddress(language), revoke: `${tokensAddress(language)}/revoke`,
      done: saidBy({ revoked: t.revoked }, asked['done']),
      tokens: tokens.map((token) => row(token, language)),
      label: asked['label'] ?? '',
      scopes: SCOPES.map((scope) => ({ name: `scope-${scope}`, value: 'yes', text: t.scope[scope], checked: asked[`scope-${scope}`] === 'yes' })),
      days: DAYS.map((days) => ({ value: String(days), text: t.after[days], checked: (asked['days'] ?? '90') === String(days) })),
    },
  };
  return { page };
}

function row({ id, label, scopes, expiresAt, usedAt }: Token, language: Language) {
  const t = inLanguage(tokenWords, language);
  return {
    id, label,
    may: [...scopes].map((scope) => t.short[scope]).join(', '),
    expires: dateInWords(dateInLondon(expiresAt), language),
    used: usedAt === undefined ? t.never : instantInWords(usedAt, language),
    revoke: filled(t.revokeOne, { name: label }),
  };
}

/** Makes a token and shows it this once. */
export async function makeToken(door: Door, language: Language, visitor: Visitor, posted: Posted): Promise<Outcome> {
  if (await needsSecondStep(door, visitor.account)) return { to: accountAddress(language, '/authenticator') };
  const t = inLanguage(tokenWords, language);
  const tokens = new Tokens(door.database);
  const label = (posted['label'] ?? '').trim();
  const scopes = new Set<Scope>(SCOPES.filter((scope) => posted[`scope-${scope}`] === 'yes'));
  const days = DAYS.find((one) => String(one) === posted['days']);
  const count = (await tokens.of(visitor.account.id, door.now())).length;
  const wrong = {
    ...(count < MOST_TOKENS ? {} : { tokens: filled(t.tooMany, { count }) }),
    ...(label === '' ? { label: t.labelMissing } : {}),
    ...(scopes.size === 0 ? { scopes: t.scopesMissing } : {}),
    ...(days === undefined ? { days: t.daysMissing } : {}),
  };
  if (days === undefined || Object.keys(wrong).length > 0) return tokensPage(door, language, visitor, posted, wrong);
  const secret = await tokens.make({ account: visitor.account.id, label, scopes, days }, door.now());
  return {
    page: {
      status: 200, view: 'message.njk', writes: true, title: t.made, crumbs: [home(language)],
      model: { heading: t.made, lead: [t.madeLead, t.warning], items: [secret], below: [{ href: tokensAddress(language), said: { text: t.back } }] },
    },
  };
}

/** A token is no way round the second step. */
const needsSecondStep = async ({ identity, needsSecondFactor }: Door, account: Visitor['account']): Promise<boolean> => needsSecondFactor && !(await identity.hasSecondStep(account));

export async function revokeToken(door: Door, language: Language, { account }: Visitor, { id = '' }: Posted): Promise<Outcome> {
  await new Tokens(door.database).revoke(account.id, id);
  return { to: `${tokensAddress(language)}?done=revoked` };
}
