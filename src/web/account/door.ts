import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../../database/database.ts';
import type { Identity } from '../../identity/identity.ts';
import type { Site } from '../../identity/passkeys.ts';
import type { SignedIn } from '../../identity/sessions.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Mailer } from '../../mail/mail.ts';
import type { ReminderPeriods } from '../../reminders/reminder-days.ts';
import type { FirstStart } from '../set-up/first-start.ts';

/** How these pages reach people by e-mail. */
export interface ReachesByMail {
  readonly mailer: Mailer;
  /** False where mail is only written into a folder of the server. */
  readonly leaves: boolean;
  /** Where browsers find these pages, as a mail writes it: never what a request says of itself. */
  readonly origin: () => string;
  readonly reminding: ReminderPeriods & { readonly isOn: boolean; readonly hour: number };
}

/** Where people come in: who is who, and how their browser is told apart from others. */
export interface Door {
  readonly identity: Identity;
  /** What else is kept of those who come in, such as files that they have sent. */
  readonly database: Database;
  /** True where browsers come over HTTPS, by a proxy in front: cookies then go over nothing else. */
  readonly isSecure: boolean;
  /** Whether people may come in through a directory outside: known before anybody is there to come in. */
  readonly hasDirectory: boolean;
  /** True where a password alone lets nobody in. */
  readonly needsSecondFactor: boolean;
  /** Where browsers find these pages, where that was said; a site of this machine alone needs no saying. */
  readonly publicAddress?: URL | undefined;
  /** Whether anybody can sign in yet; absent where that is settled. */
  readonly firstStart?: FirstStart | undefined;
  /** Absent where no mail is sent. */
  readonly reaches?: ReachesByMail | undefined;
  readonly now: () => Instant;
}

export type Visitor = SignedIn;

/** Over HTTPS the browser itself sees to it that no other host and no other path sets the cookie. */
const cookieName = ({ isSecure }: Door): string => (isSecure ? '__Host-answerable' : 'answerable');

export async function visitorOf(door: Door, request: FastifyRequest): Promise<Visitor | undefined> {
  const secret = secretOf(door, request);
  return secret === undefined ? undefined : door.identity.sessions.signedIn(secret, door.now());
}

export const secretOf = (door: Door, { cookies }: FastifyRequest): string | undefined => cookies[cookieName(door)];

/** Gives the browser its secret; takes it away where there is none. */
export function setSecret(door: Door, reply: FastifyReply, secret: string | undefined): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: door.isSecure } as const;
  if (secret === undefined) void reply.clearCookie(cookieName(door), options);
  else void reply.setCookie(cookieName(door), secret, options);
}

/** The site that passkeys are for; undefined where browsers make none, as at an address in figures. */
export function siteOf({ publicAddress }: Door, { headers }: FastifyRequest): Site | undefined {
  const here = `http://${headers.host ?? ''}`;
  const address = publicAddress ?? (URL.canParse(here) ? new URL(here) : undefined);
  if (address === undefined || (publicAddress === undefined && address.hostname !== 'localhost') || /^\[|^[\d.]+$/.test(address.hostname)) return undefined;
  return { id: address.hostname, name: 'Answerable', origin: address.origin };
}

/** Whether what was posted came from a page of ours: a browser says where a form stood, in the one way or the other. */
export function isFromOurPage({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin === undefined || (URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host);
}
