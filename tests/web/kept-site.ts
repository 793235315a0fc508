import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { openRegisterBytes } from '../../src/assessment/open-register.ts';
import { date } from '../../src/kernel/date.ts';
import type { Instant } from '../../src/kernel/instant.ts';
import type { RegisterContent } from '../../src/model/register-header.ts';
import { testFolder } from '../../src/register/folder/self-test.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import type { Registers } from '../../src/register/registers.ts';
import { importRequest } from '../../src/register/requests.ts';
import { app } from '../../src/web/app.ts';
import { KeptShelf } from '../../src/web/kept-shelf.ts';
import { lastRunsIn } from '../../src/web/operation/last-runs.ts';
import type { LogSettings } from '../../src/web/operation/log.ts';
import { Operation } from '../../src/web/operation/operation.ts';
import { at, good, openFolder, request, temporaryFolder } from '../kept/folder.ts';
import { SMALL, SMALL_FILE } from './small-site.ts';

/** When the council's first file came in, and when each of the acts after it. */
export const BEGUN = at('2013-01-10T09:30:00Z');
export const JOINED = at('2013-02-01T10:00:00Z');
export const MENDED = at('2013-03-01T11:15:00Z');

/** The person who is entered second, and misspelt until `MENDED`. */
export const MISSPELT = 'Fictionel Person Four';
export const SPELT = 'Fictional Person Four';

export const smallContent = async (): Promise<RegisterContent> => good(await openRegisterBytes('glan-dychymyg.yaml', readFileSync(SMALL_FILE))).content;

const by = (now: Instant, reason: string) => ({ actor: { person: 'p2', post: 'chief-executive' }, now, reason });

/** Enters the council, then a person with a slip of the pen, then corrects it. */
export async function enterCouncil(register: KeptRegister): Promise<void> {
  good(await register.perform(importRequest(await smallContent(), { ...by(BEGUN, 'The arrangements as the council wrote them down.'), actor: { person: 'A clerk of the council' } })));
  good(await register.perform(request('record.put', { kind: 'persons', id: 'p4', body: { name: MISSPELT } }, by(JOINED, 'Joined the council.'))));
  good(await register.perform(request('record.correct', { kind: 'persons', id: 'p4', body: { name: SPELT } }, by(MENDED, 'The name was misspelt.'))));
}

export interface KeptSite {
  readonly site: FastifyInstance;
  readonly register: KeptRegister;
  readonly shelf: KeptShelf;
  readonly operation: Operation;
  readonly close: () => Promise<void>;
}

const QUIET: LogSettings = { form: 'none', level: 'info', write: () => undefined };

/** The pages over registers that are kept; nothing is entered. */
export async function siteOver(registers: Registers, folder: string, log: LogSettings = QUIET, selfTest = () => testFolder(folder)): Promise<KeptSite> {
  const shelf = new KeptShelf(registers, undefined, undefined);
  const place = { selfTest, folder, lastRuns: lastRunsIn(join(folder, 'jobs.json')) };
  const operation = new Operation({ place, modes: () => shelf.modes(), jobs: [], happenings: { mode: () => undefined, jobFailed: () => undefined } });
  const site = app({ shelf, today: () => date('2026-03-01'), onFault: (error) => site.log.error({ err: error }, 'fault'), health: () => operation.health(), log });
  const close = async (): Promise<void> => {
    await site.close();
    await operation.stop();
  };
  return { site, register: await registers.register(SMALL), shelf, operation, close };
}

/** The pages over a folder of their own that keeps the small council. */
export async function keptSite(log?: LogSettings): Promise<KeptSite & { readonly folder: string }> {
  const folder = join(temporaryFolder(), 'data');
  const registers = openFolder(folder);
  const site = await siteOver(registers, folder, log);
  await enterCouncil(site.register);
  return {
    ...site,
    folder,
    async close() {
      await site.close();
      await registers.close();
    },
  };
}

/** The kept site listening while the tests of a file run; gives the address of a path. */
export function listeningKeptSite(): (path: string) => string {
  let kept: KeptSite | undefined;
  let port = 0;
  before(async () => {
    kept = await keptSite();
    await kept.site.listen({ host: '127.0.0.1', port: 0 });
    ({ port } = kept.site.server.address() as AddressInfo);
  });
  after(() => kept?.close());
  return (path) => `http://127.0.0.1:${port}${path}`;
}

/** One address of every kind of page that only a kept register has, after the language. */
export const EVERY_KEPT_PAGE: Readonly<Record<string, string>> = {
  'the start page of a kept register': `/${SMALL}`,
  'a kept register as it was known': `/${SMALL}?known-at=${BEGUN}`,
  'a day on which nothing was known': `/${SMALL}?known-day=1&known-month=1&known-year=2001`,
  'a record with who entered it': `/${SMALL}/records/persons/p4`,
  'a record as it was known': `/${SMALL}/records/persons/p4?known-at=${JOINED}`,
  'how a register is kept': `/${SMALL}/kept`,
  'a receipt of no entry': `/${SMALL}/kept/receipt?entry=9`,
};
