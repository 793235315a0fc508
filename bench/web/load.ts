import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { openRegister } from '../../src/assessment/open-register.ts';
import { TABLES } from '../../src/compose/tables.ts';
import { openSqlite } from '../../src/database/open-sqlite.ts';
import { openPostgres } from '../../src/database/postgres/open-postgres.ts';
import type { Database } from '../../src/database/database.ts';
import { date } from '../../src/kernel/date.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import type { Result } from '../../src/kernel/result.ts';
import { appRoleIn } from '../../src/register/database/app-role.ts';
import { DatabaseRegisters } from '../../src/register/database/database-registers.ts';
import { DataFolder } from '../../src/register/folder/data-folder.ts';
import { accountsIn } from '../../src/register/folder/files.ts';
import type { Registers } from '../../src/register/registers.ts';
import { noPostgres, startPostgres } from '../../tests/postgres/start-postgres.ts';
import { megabytes, ms, ratio, type Goal, type Report } from '../report.ts';
import { diskNote, place } from '../storage/place.ts';
import { crowd, READERS, WRITERS, type Crowded } from './crowd.ts';
import { peopleOf, type People } from './ours.ts';
import { started, type Server } from './process.ts';
import { fillUsualTables } from './usual-tables.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const USUAL = fileURLToPath(new URL('usual.ts', import.meta.url));
const EXAMPLE = fileURLToPath(new URL('../../examples/demo-wales/register.yaml', import.meta.url));
const SECONDS = 6;
const DISTINCT_READERS = 10;
const SECRET = 'of a reader at the peer';

/** A server that is measured: its two pages, who reads them, and an act that changes what they show. */
interface Measured {
  readonly name: string;
  readonly server: Server;
  readonly pages: Readonly<Record<'assurance' | 'list', string>>;
  readonly as: readonly Readonly<Record<string, string>>[];
  readonly write: (writer: number, act: number) => Promise<void>;
}

/** The assurance page and a list of records under many readers, still and while others write, beside the same pages built the usual way. */
export default async function load(): Promise<Report> {
  const base = place();
  const register = given(await openRegister(EXAMPLE));
  const closing: (() => Promise<unknown>)[] = [];
  const usualFile = join(base, 'usual.sqlite');
  fillUsualTables(usualFile, register, register.content.header.asAt ?? date('2026-01-01'), [SECRET]);
  const folder = given(DataFolder.open(join(base, 'data'), nowIs(), true));
  const people = await enter(folder, given(await openSqlite(accountsIn(join(base, 'data')), TABLES)));
  const all: Measured[] = [usual(await started([USUAL, usualFile])), ours('Answerable, embedded store', await started([MAIN, 'serve', '--data', join(base, 'data'), '--port', '0', '--log', 'none']), people)];
  if (noPostgres === false) {
    const postgres = await startPostgres({ settings: { wal_recycle: 'on' } });
    closing.push(() => postgres.stop());
    const keys = join(base, 'keys');
    const registers = given(await DatabaseRegisters.open({ url: postgres.url, keys }));
    const others = await enter(registers, given(await openPostgres({ url: postgres.url, role: given(await appRoleIn(postgres.url)) }, TABLES)));
    all.push(ours('Answerable, PostgreSQL', await started([MAIN, 'serve', '--database-url', postgres.url, '--keys', keys, '--port', '0', '--log', 'none']), others));
  }
  const rows: (readonly string[])[] = [];
  const goals: Goal[] = [];
  for (const page of ['assurance', 'list'] as const) {
    for (const isWritten of [false, true]) {
      const found: (readonly [Measured, Crowded])[] = [];
      for (const one of all) {
        const asked = { url: one.server.url, path: one.pages[page], as: one.as, write: isWritten ? one.write : undefined };
        await crowd({ ...asked, seconds: 2 });
        found.push([one, await crowd({ ...asked, seconds: SECONDS })]);
      }
      const peer = found[0]?.[1].perSecond ?? Number.NaN;
      rows.push(...found.map(([{ name }, { perSecond, half, most }]) => [page === 'assurance' ? 'assurance page' : '200 meetings', isWritten ? `${WRITERS} write` : 'nobody writes', name, perSecond.toFixed(0), ms(half), ms(most), ratio(perSecond / peer)]));
      const [, [, mine] = []] = found;
      const least = isWritten ? 1.5 : 4;
      if (page === 'assurance' && mine !== undefined) goals.push({ goal: `the assurance page under ${READERS} readers ${isWritten ? `while ${WRITERS} write (cold again after each)` : 'while nobody writes (warm)'} at least ${least} times the usual way`, measured: ratio(mine.perSecond / peer), reached: mine.perSecond >= least * peer });
    }
  }
  const weight = await firstVisit(all[1]);
  goals.push({ goal: 'a first visit to the assurance page under 60 KB', measured: `${(weight / 1024).toFixed(1)} KB`, reached: weight < 60 * 1024 });
  const memory = all.map(({ name, server }) => [name, megabytes(server.memory() ?? Number.NaN)] as const);
  for (const { server } of all) await server.stop();
  for (const close of closing) await close();
  return {
    title: `${READERS} readers at a page`,
    goals,
    tables: [
      { caption: 'Pages a second', head: ['page', '', '', 'a second', 'half within', '97.5 in 100 within', 'to the usual way'], rows },
      { caption: 'Memory after all of it', head: ['', 'resident'], rows: memory },
    ],
    notes: [
      `Server, database and the ${READERS} readers share the two processors of one machine. Each reader asks again once it is answered; ${DISTINCT_READERS} people are signed in, and each page is made for each of them, as what they may see differs.`,
      `The usual way is Express and Nunjucks with the same GOV.UK components, a session and SQL for each request over the same rows; its verdicts were typed in, so it works out nothing. Each of the ${WRITERS} writers enters a meeting a second; ours is an act that is checked, signed and on the disk.`,
      diskNote(base),
    ],
  };

  async function enter(registers: Registers & { close: () => Promise<void> }, database: Database): Promise<People> {
    const made = await peopleOf(await registers.register(register.content.header.id), register.content, database, DISTINCT_READERS, WRITERS);
    await database.close();
    await registers.close();
    return made;
  }

  function ours(name: string, server: Server, { cookies, tokens }: People): Measured {
    const { id, asAt } = register.content.header;
    const run = randomUUID().slice(0, 8);
    return {
      name, server,
      pages: { assurance: `/en/${id}`, list: `/en/${id}/records/meetings` },
      as: cookies.map((cookie) => ({ cookie: `answerable=${cookie}` })),
      async write(writer, act) {
        const number = `${run}-${writer}-${act}-${randomUUID().slice(0, 8)}`;
        const { status, statusText } = await fetch(`${server.url}/api/v1/registers/${id}/acts/record.put`, {
          method: 'POST',
          headers: { authorization: `Bearer ${tokens[writer]}`, 'content-type': 'application/json', 'idempotency-key': number },
          body: JSON.stringify({ reason: 'To be measured.', changes: [{ kind: 'meetings', id: number, body: { body: register.content.records.bodies?.[0]?.id, on: asAt, held: true, record: 'minutes' } }] }),
        });
        if (status !== 201) throw new Error(`An act was answered ${status} ${statusText}.`);
      },
    };
  }
}

function usual(server: Server): Measured {
  const cookie = `usual=${SECRET}`;
  return {
    name: 'the usual way', server, pages: { assurance: '/', list: '/meetings' }, as: [{ cookie }],
    async write() {
      const body = new URLSearchParams({ id: randomUUID(), series: '', on: '2026-01-01' });
      const { status } = await fetch(`${server.url}/meetings`, { method: 'POST', headers: { cookie }, body, redirect: 'manual' });
      if (status !== 303) throw new Error(`The peer answered ${status}.`);
    },
  };
}

/** Bytes on the wire of the page and of all that it loads. */
async function firstVisit(measured: Measured | undefined): Promise<number> {
  if (measured === undefined) throw new Error('Ours is always measured.');
  const { server, pages, as: [headers = {}] } = measured;
  const bytesOf = async (path: string): Promise<readonly [number, string]> => {
    const answered = await fetch(`${server.url}${path}`, { headers: { ...headers, 'accept-encoding': 'br, gzip' } });
    const body = await answered.text();
    return [Number(answered.headers.get('content-length') ?? body.length), body];
  };
  const [page, html] = await bytesOf(pages.assurance);
  const loaded = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  const sizes = await Promise.all([...new Set(loaded)].map(async (path) => (await bytesOf(path))[0]));
  return sizes.reduce((sum, size) => sum + size, page);
}

const nowIs = () => instantOf(Date.now());

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.faults.map(({ sentence }) => sentence).join(' '));
  return result.value;
}
