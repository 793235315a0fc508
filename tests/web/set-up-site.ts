import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { date } from '../../src/kernel/date.ts';
import type { Database } from '../../src/database/database.ts';
import { Identity } from '../../src/identity/identity.ts';
import { instantOf, type Instant } from '../../src/kernel/instant.ts';
import { accountsIn } from '../../src/register/folder/files.ts';
import type { Registers } from '../../src/register/registers.ts';
import { importRequest } from '../../src/register/requests.ts';
import { app } from '../../src/web/app.ts';
import { inside } from '../../src/web/inside.ts';
import { KeptShelf } from '../../src/web/kept-shelf.ts';
import { FirstStart } from '../../src/web/set-up/first-start.ts';
import { sideDatabase } from '../database/side-database.ts';
import { asked, contentOf, good, openFolder, temporaryFolder } from '../kept/folder.ts';

export interface SetUpSite {
  readonly site: FastifyInstance;
  readonly identity: Identity;
  readonly registers: Registers;
  readonly database: Database;
  readonly firstStart: FirstStart;
  readonly clock: { now: Instant };
  /** The secret of the one link that a start makes. */
  readonly link: () => Promise<string>;
  readonly get: (url: string, cookie?: string) => Promise<LightMyRequestResponse>;
  readonly post: (url: string, fields?: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>;
  readonly close: () => Promise<void>;
}

/** The pages over a folder to which nobody can sign in. @param text of the register that it keeps; nothing is kept where absent */
export async function setUpSite({ text, isPrivate = true }: { readonly text?: string; readonly isPrivate?: boolean } = {}): Promise<SetUpSite> {
  const folder = join(temporaryFolder(), 'data');
  const registers = openFolder(folder);
  if (text !== undefined) {
    const content = await contentOf(text);
    good(await (await registers.register(content.header.id)).perform(importRequest(content, asked())));
  }
  const database = await sideDatabase(accountsIn(folder));
  const identity = new Identity(database);
  const clock = { now: instantOf(Date.parse('2026-03-02T09:00:00Z')) };
  const faults: unknown[] = [];
  const onFault = (error: unknown): void => void faults.push(error);
  const firstStart = new FirstStart({ identity, registers, only: undefined, isPrivate, onFault });
  const site = app({
    inside: inside({ identity, database, firstStart, isSecure: false, hasDirectory: false, needsSecondFactor: true, now: () => clock.now }, registers),
    shelf: new KeptShelf(registers, undefined, undefined),
    today: () => date('2026-03-02'),
    onFault,
    health: () => Promise.reject(new Error('not asked for here')),
    log: { form: 'none', level: 'info', write: () => undefined },
  });
  return {
    site, identity, registers, database, firstStart, clock,
    async link() {
      const [link] = await firstStart.links(clock.now);
      if (link === undefined) throw new Error('There is no link.');
      return link.secret;
    },
    get: (url, cookie = '') => site.inject({ url, headers: { cookie } }),
    post: (url, fields = {}, headers = {}) => site.inject({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, payload: new URLSearchParams(fields).toString() }),
    async close() {
      await site.close();
      await database.close();
      await registers.close();
      if (faults.length > 0) throw faults[0];
    },
  };
}

/** What somebody answers, step by step. */
export const ANSWERS: readonly (readonly [step: string, fields: Readonly<Record<string, string>>])[] = [
  ['authority', { 'authority.en': 'Glan Dychymyg Council (fictional)', 'authority.cy': 'Cyngor Glan Dychymyg (dychmygol)', 'authority.nation': 'wales', 'authority.id': 'glan' }],
  ['guidance', { 'guidance.pack': 'wales-2014' }],
  ['head-of-paid-service', { 'head-of-paid-service.en': 'Chief Executive', 'head-of-paid-service.cy': 'Prif Weithredwr', 'head-of-paid-service.holder': 'Ann Example', 'head-of-paid-service.since.day': '1', 'head-of-paid-service.since.month': '9', 'head-of-paid-service.since.year': '2021', 'head-of-paid-service.basis': 'permanent' }],
  ['statutory-officer', { 'statutory-officer.en': 'Director of Social Services', 'statutory-officer.reports': 'head-of-paid-service' }],
  ['account', { 'account.who': 'other', 'other.name': 'Cai Example', 'other.post': 'monitoring-officer', 'other.since.day': '2', 'other.since.month': '3', 'other.since.year': '2026', 'other.basis': 'interim', 'account.name': 'Cai@Example.org', 'account.password': 'lantern gravel otter pedal' }],
];
