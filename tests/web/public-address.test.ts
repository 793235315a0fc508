import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Identity } from '../../src/identity/identity.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import { accountsIn } from '../../src/register/folder/files.ts';
import { importRequest } from '../../src/register/requests.ts';
import { sideDatabase } from '../database/side-database.ts';
import { asked, good, openFolder, temporaryFolder } from '../kept/folder.ts';
import { PASSWORD } from './inside-site.ts';
import { smallContent } from './kept-site.ts';
import { MAIN, QUIET, serving } from './serving-process.ts';
import { SMALL } from './small-site.ts';

const AT = 'https://answerable.example.org';
const DIRECTORY = { ANSWERABLE_OIDC_ISSUER: 'https://directory.example.org', ANSWERABLE_OIDC_CLIENT_ID: 'answerable', ANSWERABLE_OIDC_CLIENT_SECRET: 'a secret of the test' };

/** A folder that keeps the small council, with one account. */
async function keptFolder(): Promise<string> {
  const path = join(temporaryFolder(), 'data');
  const folder = openFolder(path);
  good(await (await folder.register(SMALL)).perform(importRequest(await smallContent(), asked())));
  await folder.close();
  const database = await sideDatabase(accountsIn(path));
  const identity = new Identity(database);
  const now = instantOf(Date.now());
  const account = good(await identity.accounts.make({ register: SMALL, person: 'persons/ann', name: 'ann@example.org' }, now));
  good(await identity.setPassword(account, PASSWORD, []));
  await database.close();
  return path;
}

describe('answerable serve --public-address', () => {
  it('has cookies go over HTTPS alone, and shows passkeys and the directory of the environment', async (test) => {
    const { url } = await serving(test, ['--data', await keptFolder(), '--port', '0', '--public-address', AT], DIRECTORY);
    const page = await (await fetch(`${url}en/sign-in`)).text();
    assert.match(page, /data-passkey="use" hidden/);
    assert.match(page, /href="\/en\/sign-in\/directory"/);
    const signedIn = await fetch(`${url}en/sign-in`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ name: 'ann@example.org', password: PASSWORD }) });
    assert.match(signedIn.headers.getSetCookie().join(), /^__Host-answerable=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const offered = await fetch(`${url}en/sign-in/passkey/options`, { method: 'POST' });
    assert.equal((await offered.json() as { rpId: string }).rpId, 'answerable.example.org');
  });

  it('is taken from the environment, and without a directory none is spoken of', async (test) => {
    const { url } = await serving(test, ['--data', await keptFolder(), '--port', '0'], { ANSWERABLE_PUBLIC_ADDRESS: AT });
    const page = await (await fetch(`${url}en/sign-in`)).text();
    assert.match(page, /data-passkey="use"/);
    assert.doesNotMatch(page, /sign-in\/directory/);
  });

  it('is refused with what is wrong, before anything is served', async () => {
    const folder = await keptFolder();
    const refused = (args: readonly string[], env: Readonly<Record<string, string>> = {}): string => {
      const { status, stderr } = spawnSync(process.execPath, [MAIN, 'serve', ...args], { env: { ...QUIET, ...env }, encoding: 'utf8', timeout: 60_000 });
      assert.equal(status, 2, stderr);
      return stderr;
    };
    for (const address of ['answerable.example.org', 'http://answerable.example.org', `${AT}/register`, 'https://ann@answerable.example.org']) {
      assert.match(refused(['--data', folder, '--public-address', address]), /is no address of pages.*write scheme and host and nothing after them/, address);
    }
    assert.match(refused(['--data', folder], DIRECTORY), /say with `--public-address` or ANSWERABLE_PUBLIC_ADDRESS where browsers find these pages/);
    assert.match(refused(['--data', folder, '--public-address', AT], { ANSWERABLE_OIDC_ISSUER: 'https://directory.example.org' }), /ANSWERABLE_OIDC_CLIENT_ID and ANSWERABLE_OIDC_CLIENT_SECRET/);
    assert.match(refused(['--data', folder, '--public-address', AT], { ...DIRECTORY, ANSWERABLE_OIDC_ISSUER: 'http://directory.example.org' }), /is no issuer/);
    assert.match(refused(['--demo', '--public-address', AT]), /is for registers that are kept/);
  });
});
