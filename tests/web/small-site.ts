import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { openRegisterBytes, type OpenRegister } from '../../src/assessment/open-register.ts';
import { date } from '../../src/kernel/date.ts';
import { app } from '../../src/web/app.ts';
import { Operation } from '../../src/web/operation/operation.ts';
import { alreadyOpen, fromFile, shelve, type Unplaced } from '../../src/web/shelf.ts';
import { generateAuthority } from '../../examples/generated/generate.ts';

export const SMALL_FILE = fileURLToPath(new URL('./fixtures/glan-dychymyg.yaml', import.meta.url));

/** The ids of the registers on the site. */
export const SMALL = 'glan-dychymyg';
export const LARGE = 'generated-3';

async function register(name: string, bytes: Uint8Array): Promise<OpenRegister> {
  const opened = await openRegisterBytes(name, bytes);
  assert.ok(opened.ok, opened.ok ? '' : JSON.stringify(opened.faults));
  return opened.value;
}

/** How a server is that keeps nothing. */
const health = () => new Operation({ place: undefined, modes: () => new Map(), jobs: [], happenings: { mode: () => undefined, jobFailed: () => undefined } }).health();

/** The pages over a small council that is known by heart, a large generated one and one whose records cannot be read. */
export async function smallSite(faults: unknown[] = []): Promise<FastifyInstance> {
  const small = await register('glan-dychymyg.yaml', readFileSync(SMALL_FILE));
  const large = await register('generated.json', Buffer.from(JSON.stringify(generateAuthority({ seed: 3, records: 500, people: 24 }))));
  const unreadable: Unplaced = fromFile({ ...small.content.header, id: 'unreadable' }, false, () =>
    Promise.resolve({ ok: false, faults: [{ category: 'input', code: 'unknown-kind', sentence: '`postz` is not a kind of record.', place: { file: 'unreadable.yaml', line: 4 } }] }));
  const shelf = shelve([alreadyOpen(small), alreadyOpen(large), unreadable]);
  return app({ shelf, today: () => date('2026-03-01'), onFault: (fault) => faults.push(fault), health, log: { form: 'none', level: 'info', write: () => undefined } });
}

/** The small site listening while the tests of a file run; gives the address of a path. */
export function listeningSite(): (path: string) => string {
  let server: FastifyInstance | undefined;
  let port = 0;
  before(async () => {
    server = await smallSite();
    await server.listen({ host: '127.0.0.1', port: 0 });
    ({ port } = server.server.address() as AddressInfo);
  });
  after(() => server?.close());
  return (path) => `http://127.0.0.1:${port}${path}`;
}

/** One address of every kind of page, after the language. */
export const EVERY_PAGE: Readonly<Record<string, string>> = {
  'the start page': '/',
  'an authority': `/${LARGE}`,
  'an authority in two languages': `/${SMALL}`,
  'a filtered grid': `/${LARGE}?diagnosis=not-known`,
  'a date that is none': `/${LARGE}?day=31&month=2&year=2012`,
  'an expectation': `/${SMALL}/expectations/access.corporate-management-team`,
  'an expectation that rests on somebody': `/${SMALL}/expectations/designation.post`,
  'a record': `/${SMALL}/records/posts/director`,
  'a record with versions': `/${SMALL}/records/seats/director-cmt`,
  'a record with groups': `/${SMALL}/records/meetings/m1`,
  'the reach matrix': `/${SMALL}/reach`,
  'the timeline': `/${SMALL}/timeline`,
  'a search': `/${SMALL}/search?q=director`,
  'the form of what if': `/${SMALL}/what-if`,
  'what if a post were vacant': `/${SMALL}/what-if?vacate=director`,
  'what if a post that is none': `/${SMALL}/what-if?vacate=nobody`,
  'the accessibility statement': '/accessibility',
  'a page that is not there': `/${SMALL}/expectations/access.corporate-team`,
  'a register that cannot be read': '/unreadable',
};
