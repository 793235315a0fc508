import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { temporaryFolder } from '../kept/folder.ts';
import { newDatabase } from '../postgres/databases.ts';
import { noPostgres, startPostgres, type Postgres } from '../postgres/start-postgres.ts';
import { ANSWERS } from './set-up-site.ts';
import { setUpLink } from './setting-up.ts';
import { ended, MAIN, QUIET, serving, type Running } from './serving-process.ts';

const answerable = (...args: readonly string[]) => spawnSync(process.execPath, [MAIN, ...args], { env: QUIET, encoding: 'utf8', timeout: 60_000 });
const page = async (url: string): Promise<{ readonly status: number; readonly at: string; readonly body: string }> => {
  const answer = await fetch(url);
  return { status: answer.status, at: new URL(answer.url).pathname, body: await answer.text() };
};

/** Answers everything by the link, as a browser without cookies would. */
async function setUp(link: string): Promise<Response> {
  for (const [step, fields] of ANSWERS) await fetch(`${link}/${step}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  return fetch(`${link}/check`, { method: 'POST', redirect: 'manual' });
}

const setUpLinks = ({ out }: Running): readonly string[] => out().match(/^http\S+\/set-up\/\S+$/gm) ?? [];

describe('The first start of answerable serve', () => {
  for (const made of [true, false]) {
    it(`begins with a folder that is ${made ? 'empty' : 'not there'}, prints one link for setting up, and asks everybody to sign in afterwards`, async (test) => {
      const folder = join(temporaryFolder(), 'data');
      if (made) mkdirSync(join(folder, 'lost+found'), { recursive: true });
      const first = await serving(test, ['--data', folder, '--port', '0']);
      const old = await setUpLink(first);
      assert.match(first.out(), /^http\S+\/\nNothing is set up here yet\. Set up your authority by this link, which works once, for 24 hours:\nhttp\S+\n$/);
      await ended(first.child, 'SIGTERM');
      const second = await serving(test, ['--data', folder, '--port', '0']);
      const link = await setUpLink(second);
      assert.equal((await page(new URL(new URL(old).pathname, second.url).href)).status, 404, 'a new start makes a new link');
      assert.equal((await setUp(link)).headers.get('location'), '/en/set-up/done');
      assert.equal((await page(`${second.url}en/glan`)).at, '/en/sign-in');
      await ended(second.child, 'SIGTERM');
      assert.ok(![...second.log(), ...first.log()].some((line) => JSON.stringify(line).includes(new URL(link).pathname.slice(-20))), 'no log tells the link');
      const third = await serving(test, ['--data', folder, '--port', '0']);
      assert.equal((await page(`${third.url}en/`)).at, '/en/sign-in');
      assert.deepEqual(setUpLinks(third), []);
      await ended(third.child, 'SIGTERM');
      assert.match(answerable('verify', '--data', folder).stdout, /intact/);
    });
  }

  it('leaves a folder alone that holds something else', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'letter.txt'), 'Not a register.');
    const { status, stderr } = answerable('serve', '--data', folder, '--port', '0');
    assert.equal(status, 3);
    assert.match(stderr, /This folder keeps no register/);
    assert.deepEqual(readdirSync(folder), ['letter.txt']);
    assert.equal(existsSync(join(folder, 'registers.sqlite')), false);
  });

  it('behind a proxy shows nothing before it is set up, and prints the link as browsers find it', async (test) => {
    const running = await serving(test, ['--data', join(temporaryFolder(), 'data'), '--port', '0', '--public-address', 'https://answerable.example.org']);
    assert.match(await setUpLink(running), /^https:\/\/answerable\.example\.org\/en\/set-up\//);
    assert.ok(running.log().some(({ level, msg }) => level === 'warn' && String(msg).startsWith('nobody can sign in yet')));
    await ended(running.child, 'SIGTERM');
  });
});

describe('The first start of answerable serve over PostgreSQL', { skip: noPostgres }, () => {
  let server: Postgres;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  it('sets up by the link of the newest of two servers, and both ask to sign in from then on', async (test) => {
    const place = ['--database-url', await newDatabase(server), '--keys', join(temporaryFolder(), 'keys'), '--port', '0'];
    const one = await serving(test, place);
    await setUpLink(one);
    const other = await serving(test, place);
    const link = await setUpLink(other);
    assert.equal((await page(`${one.url}en/`)).at, '/en/set-up');
    assert.equal((await setUp(new URL(new URL(link).pathname, one.url).href)).headers.get('location'), '/en/set-up/done', 'the answers are kept beside the registers');
    for (const { url } of [one, other]) assert.equal((await page(`${url}en/glan`)).at, '/en/sign-in');
    for (const { child } of [one, other]) await ended(child, 'SIGTERM');
  });
});
