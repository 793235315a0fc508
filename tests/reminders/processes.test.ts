import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { TABLES } from '../../src/compose/tables.ts';
import type { Database } from '../../src/database/database.ts';
import { openPostgres } from '../../src/database/postgres/open-postgres.ts';
import { smtpMailer } from '../../src/mail/smtp-mailer.ts';
import { prepareIn } from '../../src/register/database/prepare-database.ts';
import { sideDatabase } from '../database/side-database.ts';
import { at, good, temporaryFolder } from '../kept/folder.ts';
import { mailServer, type MailServer } from '../mail/mail-server.ts';
import { newDatabase } from '../postgres/databases.ts';
import { noPostgres, startPostgres, type Postgres } from '../postgres/start-postgres.ts';
import { reminding, shelfOf, withAddress } from './reminded.ts';

const PROCESS = fileURLToPath(new URL('remind-process.ts', import.meta.url));
const FIRST = '2026-05-28T08:00:00Z';

interface Place {
  readonly path: string;
  readonly role: string;
  readonly database: Database;
}

/** A process that is ready to remind and waits to be told. */
async function ready(test: TestContext, { path, role }: Place, server: MailServer, now: string): Promise<ChildProcessWithoutNullStreams> {
  const child = spawn(process.execPath, [PROCESS, path, role, String(server.port), now], { stdio: 'pipe' });
  test.after(() => child.kill('SIGKILL'));
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => assert.fail(err))]);
  return child;
}

function behaviour(name: string, open: () => Promise<Place>): void {
  it(`with ${name}, of several processes one sends each mail, once`, async (test) => {
    const place = await open();
    const server = await mailServer(test);
    for (const person of ['ben', 'cai']) await withAddress(place.database, person, at('2026-05-01T09:00:00Z'));
    const running = await Promise.all([1, 2, 3].map(() => ready(test, place, server, FIRST)));
    const ends = running.map((child) => once(child, 'exit'));
    for (const child of running) child.stdin.write('go\n');
    assert.deepEqual((await Promise.all(ends)).map(([code]: unknown[]) => code), [0, 0, 0]);
    // Those that found another at it left it to that one: whatever is left over is sent with the next look.
    await reminding(place.database, await shelfOf(), smtpMailer({ host: '127.0.0.1', port: server.port, isSecure: false }, 'answerable@example.org'), { now: at('2026-05-28T08:30:00Z') }).run();
    assert.deepEqual([server.taken().length, new Set(server.taken().map(({ header }) => header('to')))], [2, new Set(['ben@example.org', 'cai@example.org'])]);
    await place.database.close();
  });

  it(`with ${name}, a process that is killed after it took a mail on leaves it to another, under the same id`, async (test) => {
    const place = await open();
    const server = await mailServer(test);
    await withAddress(place.database, 'ben', at('2026-05-01T09:00:00Z'));
    server.mood = 'says nothing';
    const child = await ready(test, place, server, FIRST);
    const [exit, reached] = [once(child, 'exit'), server.reached()];
    child.stdin.write('go\n');
    await reached;
    child.kill('SIGKILL');
    await exit;
    server.mood = 'takes';
    const claimed = await place.database.one('SELECT id, state FROM reminder_mails');
    assert.equal(claimed?.['state'], 'claimed');
    const mailer = smtpMailer({ host: '127.0.0.1', port: server.port, isSecure: false }, 'answerable@example.org');
    const shelf = await shelfOf();
    // While its lease holds nobody sends; then the mail waits for its time; then it goes out.
    const counts: number[] = [];
    for (const now of ['2026-05-28T08:01:00Z', '2026-05-28T08:06:00Z', '2026-05-28T08:11:00Z', '2026-05-29T08:11:00Z']) {
      await reminding(place.database, shelf, mailer, { now: at(now) }).run();
      counts.push(server.taken().length);
    }
    assert.deepEqual(counts, [0, 0, 1, 1]);
    assert.equal(server.taken()[0]?.header('message-id'), `<reminder-${String(claimed?.['id'])}@answerable.example.org>`);
    await place.database.close();
  });
}

describe('Several processes that remind', () => {
  behaviour('SQLite', async () => {
    const path = join(temporaryFolder(), 'accounts.sqlite');
    return { path, role: '', database: await sideDatabase(path) };
  });
});

describe('Several processes that remind, on one database', { skip: noPostgres }, () => {
  let server: Postgres;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  behaviour('PostgreSQL', async () => {
    const path = await newDatabase(server);
    const { role } = good(await prepareIn(path));
    return { path, role, database: good(await openPostgres({ url: path, role }, TABLES)) };
  });
});
