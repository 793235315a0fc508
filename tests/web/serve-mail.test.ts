import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { Identity } from '../../src/identity/identity.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import { accountsIn } from '../../src/register/folder/files.ts';
import { importRequest } from '../../src/register/requests.ts';
import type { Health } from '../../src/web/operation/health.ts';
import { sideDatabase } from '../database/side-database.ts';
import { asked, contentOf, good, openFolder, temporaryFolder } from '../kept/folder.ts';
import { readMail } from '../mail/read-mail.ts';
import { BUSY } from '../reminders/reminded.ts';
import { TOTP_SECRET } from './inside-site.ts';
import { ended, serving, until } from './serving-process.ts';

/** A folder with the council, and the cookie of a browser that is signed in as its director. */
async function folderWithBen(): Promise<{ readonly path: string; readonly cookie: string; readonly csrf: string }> {
  const path = join(temporaryFolder(), 'data');
  const folder = openFolder(path);
  good(await (await folder.register('small')).perform(importRequest(await contentOf(BUSY), asked())));
  await folder.close();
  const database = await sideDatabase(accountsIn(path));
  const { accounts, sessions, totp } = new Identity(database);
  const now = instantOf(Date.now());
  const { id } = good(await accounts.make({ register: 'small', person: 'persons/ben', name: 'ben@example.org' }, now));
  await totp.confirm(id, TOTP_SECRET, new TOTP({ secret: Secret.fromBase32(TOTP_SECRET) }).generate({ timestamp: Date.parse(now) }), now);
  const cookie = await sessions.begin(id, 'full', 'a browser of the tests', now);
  const csrf = (await sessions.find(cookie, now))?.csrf ?? '';
  await database.close();
  return { path, cookie, csrf };
}

const health = async (url: string): Promise<Health> => (await (await fetch(`${url}health`)).json()) as Health;

describe('answerable serve', () => {
  it('writes its mail into the data folder where nobody says otherwise, with links to where it is found', async (test) => {
    const { path, cookie, csrf } = await folderWithBen();
    const { child, url } = await serving(test, ['--data', path, '--port', '0', '--public-address', 'https://answerable.example.org'], { ANSWERABLE_REMINDERS_HOUR: '0' });
    assert.equal(existsSync(join(path, 'mail')), false);
    const answer = await fetch(`${url}en/account/mail`, { method: 'POST', redirect: 'manual', headers: { cookie: `__Host-answerable=${cookie}`, 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-host': 'elsewhere.example.net' }, body: new URLSearchParams({ csrf, address: 'ben@example.org' }).toString() });
    assert.equal(answer.status, 303);
    const [file = ''] = readdirSync(join(path, 'mail'));
    const mail = readMail(readFileSync(join(path, 'mail', file), 'latin1'));
    assert.equal(mail.header('to'), 'ben@example.org');
    assert.match(mail.text, /https:\/\/answerable\.example\.org\/en\/confirm-mail\/[\w-]{43}\n/);
    assert.doesNotMatch(mail.text, /elsewhere/);
    assert.deepEqual(await ended(child, 'SIGTERM'), [0, null]);
  });

  it('says on its health page when it last looked whom to remind, what is not sent yet, and that nobody is late', async (test) => {
    const { path } = await folderWithBen();
    const { child, url } = await serving(test, ['--data', path, '--port', '0']);
    const found = await until(() => health(url), ({ scheduler }) => scheduler.jobs.some(({ name, outcome }) => name === 'reminders' && outcome !== 'not-run'));
    const job = found.scheduler.jobs.find(({ name }) => name === 'reminders');
    assert.deepEqual([job?.outcome, job?.isLate, job?.everySeconds, found.reminders?.unsent], ['ok', false, 60, 0]);
    assert.deepEqual(await ended(child, 'SIGTERM'), [0, null]);
    const off = await serving(test, ['--data', path, '--port', '0'], { ANSWERABLE_REMINDERS: 'off' });
    assert.deepEqual([(await health(off.url)).reminders, (await health(off.url)).scheduler.jobs.some(({ name }) => name === 'reminders')], [null, false]);
    await ended(off.child, 'SIGTERM');
  });
});
