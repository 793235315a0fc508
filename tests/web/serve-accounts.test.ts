import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { temporaryFolder } from '../kept/folder.ts';
import { newDatabase, sql, urlOf } from '../postgres/databases.ts';
import { noPostgres, startPostgres, type Postgres } from '../postgres/start-postgres.ts';
import { PASSWORD } from './inside-site.ts';
import { WAITING } from './partner-site.ts';
import { MAIN, QUIET, serving, until } from './serving-process.ts';

const keyIn = (html: string): string => /<code class="app-secret">([^<]+)</.exec(html)?.[1]?.replaceAll(' ', '') ?? assert.fail(html);
const csrfIn = (html: string): string => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? assert.fail(html);

describe('Two servers over one database', { skip: noPostgres }, () => {
  let server: Postgres;
  let owner = '';
  let place: readonly string[] = [];
  const answerable = (...args: readonly string[]) => spawnSync(process.execPath, [MAIN, ...args], { env: QUIET, encoding: 'utf8' });
  before(async () => {
    server = await startPostgres();
    owner = await newDatabase(server);
    const role = `app_${new URL(owner).pathname.slice(1)}`;
    await sql(server.url, `CREATE ROLE ${role} LOGIN`);
    place = ['--database-url', urlOf(server, new URL(owner).pathname.slice(1), role), '--keys', join(temporaryFolder(), 'keys')];
  });
  after(() => server.stop());

  it('are refused to a role for which nothing was prepared, and share accounts once it is', async (test: TestContext) => {
    const role = new URL(place[1] ?? '').username;
    const prepare = () => answerable('database', 'prepare', '--database-url', owner, '--app-role', role);
    assert.match(prepare().stdout, /^Prepared: /);
    const file = join(temporaryFolder(), 'council.yaml');
    writeFileSync(file, WAITING);
    assert.equal(answerable('import', file, ...place).status, 0);
    // As a database was left by a version that kept no accounts in it.
    await sql(owner, 'DROP SCHEMA answerable_accounts CASCADE');
    const refused = answerable('serve', ...place, '--port', '0');
    assert.deepEqual([refused.status, refused.stdout], [3, '']);
    assert.match(refused.stderr, /holds no accounts of Answerable that the role `app_\w+` may use.*`answerable database prepare --database-url URL`/);
    assert.match(answerable('user', 'list', ...place).stderr, /holds no accounts of Answerable/);
    assert.equal(prepare().status, 0);

    const invited = answerable('user', 'invite', 'ben', ...place);
    const [, secret = ''] = /\/en\/join\/([\w-]{43})\n$/.exec(invited.stdout) ?? assert.fail(invited.stderr);
    const [one, other] = await Promise.all([serving(test, [...place, '--port', '0']), serving(test, [...place, '--port', '0'])]);
    const at = ({ url }: { readonly url: string }, path: string): string => new URL(path, url).href;
    const post = (to: typeof one, path: string, fields: Readonly<Record<string, string>>, cookie = '') => fetch(at(to, path), { method: 'POST', redirect: 'manual', headers: { cookie }, body: new URLSearchParams(fields) });
    const page = async (from: typeof one, path: string, cookie: string): Promise<string> => (await fetch(at(from, path), { headers: { cookie } })).text();
    const cookieIn = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? assert.fail(String(answer.status));

    // Joins at the one, sets up the second step at the other, and reads at both.
    const joined = await post(one, `/en/join/${secret}`, { name: 'ben@example.org', password: PASSWORD });
    assert.equal(joined.headers.get('location'), '/en/account/authenticator');
    const cookie = cookieIn(joined);
    const form = await page(other, '/en/account/authenticator', cookie);
    const key = keyIn(form);
    assert.equal((await post(other, '/en/account/authenticator', { csrf: csrfIn(form), secret: key, code: new TOTP({ secret: Secret.fromBase32(key) }).generate() }, cookie)).status, 200);
    for (const from of [one, other]) assert.match(await page(from, '/en/small/records/requests/vacancies', cookie), /Vacancies in homes/);

    // A link that is made at the one opens at the other, and is written down by neither.
    const links = '/en/small/records/requests/vacancies/links';
    const made = await (await post(one, links, { csrf: csrfIn(await page(one, links, cookie)), recipient: 'organisations/health', days: '7' }, cookie)).text();
    const [, link = ''] = /(\/en\/link\/[\w-]{43})</.exec(made) ?? assert.fail(made);
    assert.match(await page(other, link, ''), /Vacancies in homes/);
    assert.equal((await post(other, link, { answer: 'Three posts.' })).status, 303);
    assert.match(await page(one, link, ''), /Thank you: your answer was received/);
    for (const { log, err } of [one, other]) {
      // The line of the last answer may still be on its way here.
      await until(() => Promise.resolve(log()), (lines) => lines.some(({ route }) => route === '/en/link/:secret'));
      assert.ok(log().some(({ route }) => route === '/en/link/:secret'));
      assert.ok(!err().includes(link.split('/').at(-1) ?? ''));
      assert.ok(!err().includes(secret));
    }

    // A file that is sent to the one is decided on at the other.
    const upload = new FormData();
    upload.set('csrf', csrfIn(await page(one, '/en/small/import', cookie)));
    upload.set('file', new File([WAITING.replace('Cai Example', 'Cai Changed')], 'council.yaml'));
    const sent = await fetch(at(one, '/en/small/import'), { method: 'POST', redirect: 'manual', headers: { cookie }, body: upload });
    assert.match(await page(other, sent.headers.get('location') ?? assert.fail(String(sent.status)), cookie), /What council.yaml would change/);

    // Tries at either count for both.
    for (const to of [one, other, one, other, one]) assert.match(await (await post(to, '/en/sign-in', { name: 'ben@example.org', password: 'wrong' })).text(), /not right/);
    assert.match(await (await post(other, '/en/sign-in', { name: 'ben@example.org', password: PASSWORD })).text(), /too many tries/);

    assert.match(answerable('user', 'list', ...place).stdout, /^ben@example\.org {2}persons\/ben {2}with a second step\n$/);
    assert.equal(answerable('user', 'close', 'ben@example.org', ...place).status, 0);
    for (const from of [one, other]) assert.equal((await fetch(at(from, '/en/small/records'), { redirect: 'manual', headers: { cookie } })).status, 303, 'signed out everywhere');
    assert.match(answerable('user', 'invite', 'ben', ...place).stdout, /\/en\/join\//, 'and may be invited again');
  });
});
