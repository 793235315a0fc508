import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { apiSurface, type ApiParts } from '../../src/api/surface.ts';
import type { Database } from '../../src/database/database.ts';
import { Identity } from '../../src/identity/identity.ts';
import { SCOPES, Tokens, type Scope } from '../../src/identity/tokens.ts';
import { date } from '../../src/kernel/date.ts';
import { instantOf, type Instant } from '../../src/kernel/instant.ts';
import { accountsIn } from '../../src/register/folder/files.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import { importRequest } from '../../src/register/requests.ts';
import { app } from '../../src/web/app.ts';
import { inside } from '../../src/web/inside.ts';
import { KeptShelf } from '../../src/web/kept-shelf.ts';
import { sideDatabase } from '../database/side-database.ts';
import { asked, contentOf, good, openFolder, temporaryFolder } from '../kept/folder.ts';
import { COUNCIL } from '../web/inside-site.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

export interface ApiSite {
  readonly base: string;
  readonly site: FastifyInstance;
  readonly identity: Identity;
  readonly tokens: Tokens;
  readonly database: Database;
  readonly register: KeptRegister;
  readonly folder: string;
  readonly clock: { now: Instant };
  /** A token of the person, who gets an account where they have none. */
  readonly tokenOf: (person: string, scopes?: readonly Scope[], as?: { readonly isAdministrator?: boolean; readonly register?: string }) => Promise<string>;
  /** Asks over HTTP, at an address after `/api/v1`. */
  readonly ask: (path: string, sent?: Sent) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface ApiSiteOptions {
  readonly text?: string;
  readonly allowances?: ApiParts['allowances'];
  readonly toLoopback?: boolean;
  readonly folder?: string;
  readonly now?: () => Instant;
}

/** The server over a folder that keeps the council, listening. @param folder one that keeps it already */
export async function apiSite({ text = COUNCIL, allowances, toLoopback = false, folder: kept, now }: ApiSiteOptions = {}): Promise<ApiSite> {
  const folder = kept ?? join(temporaryFolder(), 'data');
  const registers = openFolder(folder);
  const register = await registers.register('small');
  if (kept === undefined) good(await register.perform(importRequest(await contentOf(text), asked())));
  const database = await sideDatabase(accountsIn(folder));
  const identity = new Identity(database);
  const tokens = new Tokens(database);
  const clock = { now: instantOf(Date.parse('2026-03-02T09:00:00Z')) };
  const at = now ?? ((): Instant => clock.now);
  const today = () => date('2026-03-02');
  const faults: unknown[] = [];
  const site = app({
    inside: inside({ identity, database, isSecure: false, hasDirectory: false, needsSecondFactor: true, now: () => clock.now }, registers),
    beside: apiSurface({ registers, database, identity, toLoopback, now: at, ...(allowances === undefined ? {} : { allowances }) }),
    shelf: new KeptShelf(registers, undefined, undefined),
    today,
    onFault: (error) => faults.push(error),
    health: () => Promise.reject(new Error('not asked for here')),
    log: { form: 'none', level: 'info', write: () => undefined },
  });
  await site.listen({ host: '127.0.0.1', port: 0 });
  const base = `http://127.0.0.1:${(site.server.address() as AddressInfo).port}`;
  return {
    base, site, identity, tokens, database, register, folder, clock,
    async tokenOf(person, scopes = SCOPES, { isAdministrator = false, register: of = 'small' } = {}) {
      const account = (await identity.accounts.ofPerson(of, `persons/${person}`)) ?? good(await identity.accounts.make({ register: of, person: `persons/${person}`, name: `${person}@${of}.example.org`, isAdministrator }, at()));
      return tokens.make({ account: account.id, label: 'a program of the tests', scopes: new Set(scopes), days: 30 }, at());
    },
    async ask(path, { method = 'GET', token, headers = {}, json } = {}) {
      const answer = await fetch(`${base}/api/v1${path}`, {
        method, redirect: 'manual',
        headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
      const written = await answer.text();
      return { status: answer.status, headers: answer.headers, text: written, body: /json/.test(answer.headers.get('content-type') ?? '') ? (JSON.parse(written) as unknown) : undefined };
    },
    async close() {
      await site.close();
      await database.close();
      await registers.close();
      assert.deepEqual(faults, []);
    },
  };
}

/** Sends an act. @param key of one's own choosing */
export const act = (name: string, token: string, key: string, json: unknown, headers: Readonly<Record<string, string>> = {}, query = ''): [string, Sent] =>
  [`/registers/small/acts/${name}${query}`, { method: 'POST', token, json, headers: { 'idempotency-key': key, ...headers } }];
