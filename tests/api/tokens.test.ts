import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { instantOf } from '../../src/kernel/instant.ts';
import { good, request } from '../kept/folder.ts';
import { act, apiSite, type ApiSite } from './api-site.ts';

const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const code = ({ body }: { readonly body: unknown }): string => (body as { code: string }).code;

/** A browser in which the person is signed in with a second step. */
async function browserOf(site: ApiSite, person: string) {
  const { identity, clock } = site;
  const account = (await identity.accounts.ofPerson('small', `persons/${person}`)) ?? good(await identity.accounts.make({ register: 'small', person: `persons/${person}`, name: `${person}@example.org` }, clock.now));
  await identity.totp.confirm(account.id, TOTP_SECRET, new TOTP({ secret: Secret.fromBase32(TOTP_SECRET) }).generate({ timestamp: Date.parse(clock.now) }), clock.now);
  const cookie = `answerable=${await identity.sessions.begin(account.id, 'full', 'a browser of the tests', clock.now)}`;
  const get = (path: string) => site.site.inject({ url: path, headers: { cookie } });
  const csrf = /name="csrf" value="([^"]+)"/.exec((await get('/en/account')).body)?.[1] ?? '';
  const post = (path: string, fields: Readonly<Record<string, string>>) => site.site.inject({ method: 'POST', url: path, headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }, payload: new URLSearchParams({ csrf, ...fields }).toString() });
  return { get, post, account };
}

describe('A personal token', () => {
  let site: ApiSite;
  before(async () => { site = await apiSite(); });
  after(() => site.close());

  it('is made on the account page, shown once, kept as a digest, listed with its last use and revoked', async () => {
    const { get, post } = await browserOf(site, 'ann');
    assert.match((await get('/en/account')).body, /href="\/en\/account\/tokens"/);
    const wrong = await post('/en/account/tokens', { label: ' ', days: '9999' });
    assert.equal(wrong.statusCode, 400);
    for (const text of ['Error: ', 'Say what the token is for', 'Tick at least one thing that it may do', 'Choose when it ends']) assert.ok(wrong.body.includes(text), text);
    const made = await post('/en/account/tokens', { label: 'The <b>dashboard</b>', 'scope-read': 'yes', days: '90' });
    const secret = /answerable_[\w-]{43}/.exec(made.body)?.[0] ?? assert.fail(made.body);
    assert.equal(made.headers['cache-control'], 'no-store');
    assert.ok(!JSON.stringify(await site.database.all('SELECT * FROM tokens')).includes(secret));
    assert.match((await get('/cy/account/tokens')).body, /Erioed/);
    assert.equal((await site.ask('/registers', { token: secret })).status, 200);
    const listed = (await get('/en/account/tokens')).body;
    assert.ok(listed.includes('The &lt;b&gt;dashboard&lt;/b&gt;') && listed.includes('2 March 2026 at 09:00') && listed.includes('31 May 2026') && !listed.includes(secret));
    assert.equal(code(await site.ask('/registers/small/export', { token: secret })), 'scope-missing');
    const id = /name="id" value="([^"]+)" aria-label="Revoke The/.exec(listed)?.[1] ?? '';
    const ben = await browserOf(site, 'ben');
    await ben.post('/en/account/tokens/revoke', { id });
    assert.equal((await site.ask('/registers', { token: secret })).status, 200, 'another revokes what is not theirs');
    assert.equal((await post('/en/account/tokens/revoke', { id })).headers.location, '/en/account/tokens?done=revoked');
    assert.equal(code(await site.ask('/registers', { token: secret })), 'token-refused');
  });

  it('is made by nobody without a session, its form token and a second step', async () => {
    assert.equal((await site.site.inject('/en/account/tokens')).statusCode, 303);
    const { post } = await browserOf(site, 'ann');
    const before_ = (await site.database.all('SELECT id FROM tokens')).length;
    await post('/en/account/tokens', { csrf: 'wrong', label: 'x', 'scope-read': 'yes', days: '30' });
    const bare = good(await site.identity.accounts.make({ register: 'small', person: 'persons/cai', name: 'cai@example.org' }, site.clock.now));
    const cookie = `answerable=${await site.identity.sessions.begin(bare.id, 'full', 'b', site.clock.now)}`;
    assert.equal((await site.site.inject({ url: '/en/account/tokens', headers: { cookie } })).headers.location, '/en/account/authenticator');
    assert.equal((await site.database.all('SELECT id FROM tokens')).length, before_);
  });

  it('is asked for, and nothing else will do in its place', async () => {
    const { status, headers, body } = await site.ask('/registers');
    assert.deepEqual([status, headers.get('www-authenticate'), code({ body })], [401, 'Bearer realm="Answerable"', 'token-missing']);
    const session = await browserOf(site, 'ann');
    assert.equal((await session.get('/api/v1/registers')).statusCode, 401);
    for (const authorization of ['Basic YTpi', 'Bearer', 'Bearer answerable_x', `Bearer ${'x'.repeat(5000)}`, 'Bearer answerable_x, Bearer y']) assert.equal((await site.ask('/registers', { headers: { authorization } })).status, 401, authorization.slice(0, 40));
  });

  it('opens no page', async () => {
    const token = await site.tokenOf('ann');
    for (const url of ['/en/small', '/en/small/records/posts', '/en/account', '/en/small/export.xlsx']) {
      const answer = await site.site.inject({ url, headers: { authorization: `Bearer ${token}`, cookie: `answerable=${token}` } });
      assert.equal(answer.statusCode, 303, url);
    }
  });

  it('lets no page of another site ask', async () => {
    const token = await site.tokenOf('ann');
    const preflight = await site.ask('/registers', { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' } });
    const asked = await site.ask('/registers', { token, headers: { origin: 'https://elsewhere.example' } });
    assert.equal(preflight.status, 405);
    for (const { headers } of [preflight, asked]) assert.deepEqual([...headers.keys()].filter((name) => name.startsWith('access-control')), []);
  });

  it('may do no more than its owner may at that moment, and dies with what they are', async () => {
    const other = await apiSite();
    const token = await other.tokenOf('ben');
    const body = (key: string) => other.ask(...act('record.put', token, key, { reason: 'A body.', changes: [{ kind: 'bodies', id: key, body: { name: key, type: 'forum' } }] }));
    assert.equal((await body('first')).status, 201);
    good(await other.register.perform(request('record.end', { kind: 'appointments', id: 'a2', from: '2012-12-01' })));
    assert.equal(code(await body('second')), 'no-standing');
    assert.equal(code(await other.ask('/registers/small/assessment', { token })), 'no-standing');
    good(await other.register.perform(request('record.put', { kind: 'appointments', id: 'a9', from: '2012-12-01', body: { person: 'ben', post: 'deputy', basis: 'acting' } })));
    assert.equal((await other.ask('/registers/small/records/posts', { token })).status, 200);
    assert.equal(code(await body('third')), 'not-allowed');
    await other.identity.accounts.close((await other.identity.accounts.ofPerson('small', 'persons/ben'))?.id ?? 0, other.clock.now);
    assert.equal(code(await other.ask('/registers', { token })), 'token-refused');
    await other.close();
  });

  it('ends when it was to end', async () => {
    const other = await apiSite();
    const token = await other.tokenOf('ann');
    const day = 86_400_000;
    other.clock.now = instantOf(Date.parse(other.clock.now) + 30 * day - 1000);
    assert.equal((await other.ask('/registers', { token })).status, 200);
    other.clock.now = instantOf(Date.parse(other.clock.now) + 1000);
    assert.equal((await other.ask('/registers', { token })).status, 401);
    await assert.rejects(other.tokens.make({ account: 1, label: 'x', scopes: new Set(['read']), days: 366 }, other.clock.now), RangeError);
    await other.close();
  });

  it('of an account of another register is answered 404 by this one', async () => {
    const token = await site.tokenOf('zed', ['read', 'write', 'export'], { register: 'elsewhere' });
    for (const path of ['', '/assessment', '/records/posts', '/entries', '/export', '/webhooks']) assert.equal((await site.ask(`/registers/small${path}`, { token })).status, 404, path);
    assert.equal((await site.ask(...act('record.put', token, 'k', { reason: 'x', changes: [] }))).status, 404);
  });

  it('is slowed down, as is an address that guesses', async () => {
    const other = await apiSite({ allowances: { token: { burst: 3, aSecond: 0.1 }, address: { burst: 60, aSecond: 0.1 } } });
    const [ann, ben] = [await other.tokenOf('ann'), await other.tokenOf('ben')];
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await other.ask('/registers', { token: ann })).status);
    assert.deepEqual(statuses, [200, 200, 200, 429]);
    const slowed = await other.ask('/registers', { token: ann });
    assert.ok(Number(slowed.headers.get('retry-after')) >= 1 && code(slowed) === 'too-many-requests');
    assert.equal((await other.ask('/registers', { token: ben })).status, 200);
    for (let count = 0; count < 3; count += 1) await other.ask('/registers', { token: 'answerable_guess' });
    assert.equal((await other.ask('/openapi.json')).status, 429);
    await other.close();
  });
});
