import type { FastifyRequest } from 'fastify';
import type { Account } from '../../identity/accounts.ts';
import { instantInWords } from '../../kernel/instant.ts';
import type { Language } from '../../kernel/text.ts';
import type { Link } from '../page.ts';
import { accountWords } from '../words/account.ts';
import { inLanguage } from '../words/pairs.ts';
import { siteOf, type Door, type Visitor } from './door.ts';

/** A form that the script of passkeys shows and answers. */
interface PasskeyForm {
  readonly is: 'make' | 'use';
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly submit: string;
  readonly failed: string;
  readonly heading?: string;
  readonly lead?: string;
  readonly label?: string;
  readonly labelHint?: string;
}

/** The ways in that need no typing, where there are any. */
export function waysIn(door: Door, request: FastifyRequest, language: Language, next: string | undefined): { readonly passkey: PasskeyForm | undefined; readonly directory: Link | undefined } {
  const t = inLanguage(accountWords, language);
  const query = next === undefined ? '' : `?next=${encodeURIComponent(next)}`;
  return {
    passkey: siteOf(door, request) === undefined ? undefined : {
      is: 'use', action: `/${language}/sign-in/passkey`, hidden: next === undefined ? [] : [{ name: 'next', value: next }], submit: t.passkeyUse, failed: t.passkeyFailed,
    },
    directory: door.identity.outside === undefined ? undefined : { href: `/${language}/sign-in/directory${query}`, said: { text: t.signInWithCouncil } },
  };
}

export function newPasskeyForm(door: Door, request: FastifyRequest, language: Language, { session }: Visitor): PasskeyForm | undefined {
  const t = inLanguage(accountWords, language);
  if (siteOf(door, request) === undefined) return undefined;
  return {
    is: 'make', action: `/${language}/account/passkeys`, hidden: [{ name: 'csrf', value: session.csrf }], heading: t.passkeyAdd, lead: t.passkeyLead,
    label: t.passkeyLabel, labelHint: t.passkeyLabelHint, submit: t.passkeyAdd, failed: t.passkeyFailed,
  };
}

/** What the account page shows of passkeys and of the council's directory. */
export const accountWaysIn = async (door: Door, request: FastifyRequest, language: Language, visitor: Visitor) => ({
  passkeys: (await door.identity.passkeys.of(visitor.account.id)).map(({ credential, label, madeAt, usedAt }) => ({
    credential, label, made: instantInWords(madeAt, language), used: usedAt === undefined ? undefined : instantInWords(usedAt, language),
  })),
  passkey: newPasskeyForm(door, request, language, visitor),
  hasDirectory: door.identity.outside !== undefined,
  isTied: (await door.identity.outside?.isTied(visitor.account.id)) === true,
});

/** Whether somebody without a password would be left with no way in. */
export const lastWayIn = async ({ identity }: Door, { id, hasPassword }: Account): Promise<boolean> =>
  !hasPassword && (await identity.passkeys.of(id)).length + ((await identity.outside?.isTied(id)) === true ? 1 : 0) <= 1;
