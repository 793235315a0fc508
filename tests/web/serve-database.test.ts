import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { DatabaseRegisters } from '../../src/register/database/database-registers.ts';
import { importRequest } from '../../src/register/requests.ts';
import type { Health } from '../../src/web/operation/health.ts';
import { asked, good, temporaryFolder } from '../kept/folder.ts';
import { newDatabase } from '../postgres/databases.ts';
import { noPostgres, startPostgres, type Postgres } from '../postgres/start-postgres.ts';
import { smallContent } from './kept-site.ts';
import { ended, MAIN, QUIET, serving, until } from './serving-process.ts';
import { SMALL } from './small-site.ts';

describe('answerable serve --database-url', { skip: noPostgres }, () => {
  let server: Postgres;
  let place: readonly string[];
  before(async () => {
    server = await startPostgres();
    const [url, keys] = [await newDatabase(server), join(temporaryFolder(), 'keys')];
    place = ['--database-url', url, '--keys', keys];
    const registers = good(await DatabaseRegisters.open({ url, keys }));
    good(await (await registers.register(SMALL)).perform(importRequest(await smallContent(), asked())));
    await registers.close();
  });
  after(() => server.stop());

  const page = async (url: string, path: string): Promise<string> => (await fetch(`${url}${path}`)).text();
  const health = async (url: string): Promise<{ readonly code: number; readonly found: Health }> => {
    const answer = await fetch(`${url}health`);
    return { code: answer.status, found: (await answer.json()) as Health };
  };

  it('shows an act of a third process at once, on each of two servers', async (test) => {
    const [one, other] = await Promise.all([serving(test, [...place, '--port', '0']), serving(test, [...place, '--port', '0'])]);
    for (const { url } of [one, other]) assert.match(await page(url, `en/${SMALL}/records/persons/p1`), /Fictional Person One/);
    const input = join(temporaryFolder(), 'input.yaml');
    writeFileSync(input, '{ kind: persons, id: p1, body: { name: Somebody Else Entirely } }');
    const act = spawnSync(process.execPath, [MAIN, 'act', 'record.put', ...place, '--input', input, '--as', 'clerk', '--reason', 'The name was wrong.'], { env: QUIET, encoding: 'utf8' });
    assert.deepEqual([act.status, act.stdout], [0, '1\n'], act.stderr);
    for (const { url } of [one, other]) {
      assert.match(await page(url, `en/${SMALL}/records/persons/p1`), /Somebody Else Entirely/);
      assert.match(await page(url, `en/${SMALL}`), /holds 2 entries/);
      assert.equal((await health(url)).code, 200);
    }
    for (const { child } of [one, other]) assert.deepEqual(await ended(child, 'SIGTERM'), [0, null]);
  });

  it('shows what it knows while the database is gone, says so on the pages and on /health, and goes on by itself', async (test) => {
    const { child, url, log } = await serving(test, [...place, '--port', '0']);
    assert.doesNotMatch(await page(url, `en/${SMALL}`), /govuk-notification-banner/);
    await server.kill();
    const banner = await until(() => page(url, `en/${SMALL}`), (html) => html.includes('govuk-notification-banner'));
    assert.match(banner, /Nothing can be added to this register at the moment/);
    assert.match(banner, /Glan Dychymyg Council \(fictional\)/);
    assert.match(await page(url, `cy/${SMALL}/records/persons/p2`), /Ni ellir ychwanegu dim at y gofrestr hon ar hyn o bryd/);
    assert.match(await page(url, `en/${SMALL}/kept`), /Nothing can be added/);
    const gone = await health(url);
    assert.deepEqual([gone.code, gone.found.registers[SMALL], gone.found.status === 'ok'], [503, 'read-only', false]);
    await server.start();
    await until(() => page(url, `en/${SMALL}`), (html) => !html.includes('govuk-notification-banner'));
    await until(() => health(url), ({ code }) => code === 200);
    await ended(child, 'SIGTERM');
    const modes = log().filter(({ msg }) => msg === 'mode').map(({ register, from, to }) => [register, from, to]);
    assert.deepEqual(modes[0], [SMALL, 'ready', 'read-only']);
    assert.deepEqual(modes.at(-1), [SMALL, 'read-only', 'ready']);
  });

  it('does not start where the server would lose what it acknowledged, and says what to set', async () => {
    await server.halt();
    await server.start({ fsync: 'off' });
    const refused = spawnSync(process.execPath, [MAIN, 'serve', ...place, '--port', '0'], { env: QUIET, encoding: 'utf8', timeout: 60_000 });
    assert.deepEqual([refused.status, refused.stdout], [3, '']);
    assert.match(refused.stderr, /`fsync = off`: what it acknowledged could be lost/);
    await server.halt();
    await server.start({ fsync: 'on' });
  });
});
