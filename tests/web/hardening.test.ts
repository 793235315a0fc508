import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { app } from '../../src/web/app.ts';
import { date } from '../../src/kernel/date.ts';
import { good } from '../kept/folder.ts';
import { insideSite, PASSWORD, type InsideSite } from './inside-site.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('What is sent to the pages', () => {
  let inside: InsideSite;
  before(async () => {
    inside = await insideSite();
    const account = good(await inside.identity.accounts.make({ register: 'small', person: 'persons/cai', name: 'cai@example.org' }, inside.clock.now));
    good(await inside.identity.setPassword(account, PASSWORD, []));
  });
  after(() => inside.close());

  const post = (url: string, payload: string, headers: Readonly<Record<string, string>> = {}) => inside.site.inject({ method: 'POST', url, payload, headers: { ...FORM, ...headers } });

  it('leads nobody to another site after signing in', async () => {
    for (const next of ['//elsewhere.example', 'https://elsewhere.example/', '/\\elsewhere.example', '/en//elsewhere.example', '/en/\\elsewhere.example', '\\\\elsewhere.example', 'javascript:alert(1)', '/en/ok\r\nset-cookie: a=b', '/cyelsewhere', '/en@elsewhere.example', '%2f%2felsewhere.example']) {
      const { statusCode, headers } = await post('/en/sign-in', new URLSearchParams({ name: 'cai@example.org', password: PASSWORD, next }).toString());
      assert.equal(statusCode, 303, next);
      assert.equal(headers.location, '/en/small', next);
    }
    const kept = await post('/en/sign-in', new URLSearchParams({ name: 'cai@example.org', password: PASSWORD, next: '/cy/small/records?q=a' }).toString());
    assert.equal(kept.headers.location, '/cy/small/records?q=a');
  });

  it('is no fault of ours where a name comes twice or is no word', async () => {
    const cookie = `answerable=${await inside.cookieOf('ann')}`;
    const twice = 'name=a&name=b&password=c&password=d&next=/en&next=/cy&csrf=1&csrf=2&code=1&code=2&id=1&id=2&secret=A&secret=B&present=1&present=2&answer=1&answer=2&credential=1&credential=2&act-reason=1&act-reason=2&label=1&label=2';
    const routes = ['/en/sign-in', '/en/sign-in/code', '/en/sign-in/passkey', '/en/sign-in/passkey/options', '/en/sign-out', '/en/join/nothing', '/en/account/sessions', '/en/account/authenticator', '/en/account/password', '/en/account/passkeys', '/en/account/passkeys/remove', '/en/account/confirm', '/en/small/records/posts/new-record', '/en/small/records/posts/chief/change', '/en/small/import', '/en/small/imported/0/undo', '/en/small/drafts/new'];
    for (const url of routes) for (const headers of [{}, { cookie }]) assert.ok((await post(url, twice, headers)).statusCode < 500, url);
    for (const url of ['/en/sign-in?next=a&next=b&refused=a&refused=b', '/en/account?done=a&done=b', '/en/account/confirm?next=a&next=b', '/en/small?as-at=1&as-at=2&known-at=1&known-at=2', '/en/small/records?q=a&q=b', '/en/small/kept/receipt?entry=1&entry=2', '/en/small/what-if?vacate=chief&vacate=deputy']) {
      assert.ok((await inside.site.inject({ url, headers: { cookie } })).statusCode < 500, url);
    }
  });

  it('is no fault of ours where it is of a form that nobody asked for, too large, or broken off', async () => {
    const cookie = `answerable=${await inside.cookieOf('ann')}`;
    for (const type of ['text/xml', 'application/json', 'multipart/form-data; boundary=x', 'application/octet-stream', 'nonsense']) {
      const { statusCode } = await inside.site.inject({ method: 'POST', url: '/en/small/records/posts/new-record', payload: '{"a":', headers: { cookie, 'content-type': type } });
      assert.ok(statusCode >= 400 && statusCode < 500, `${type}: ${statusCode}`);
    }
    assert.equal((await post('/en/sign-in', `name=${'a'.repeat(600_000)}`)).statusCode, 400);
  });

  it('changes nothing of what all objects share', async () => {
    await post('/en/sign-in', '__proto__[polluted]=1&constructor[prototype][polluted]=1&__proto__.polluted=1&name=x');
    await inside.site.inject({ url: '/en/small/records?__proto__[polluted]=1&constructor.prototype.polluted=1' });
    assert.equal((({}) as Readonly<Record<string, unknown>>)['polluted'], undefined);
  });

  it('makes nobody an administrator who was not invited as one', async () => {
    const secret = await inside.identity.links.make({ purpose: 'invitation', register: 'small', person: 'persons/ben', madeBy: 'clerk' }, inside.clock.now);
    await post(`/en/join/${secret}`, new URLSearchParams({ name: 'ben@example.org', password: PASSWORD, isAdministrator: 'true', is_administrator: '1', purpose: 'set-up', register: 'other', person: 'persons/ann' }).toString());
    const made = await inside.identity.accounts.named('ben@example.org');
    assert.deepEqual([made?.isAdministrator, made?.person, made?.register], [false, 'persons/ben', 'small']);
  });

  it('serves no file of the program or its data', async () => {
    for (const path of ['.git/config', '.env', 'package.json', 'src/web/app.ts', 'accounts.sqlite', 'registers.sqlite', 'keys/', 'node_modules/', 'assets/', 'assets/..%2f..%2fpackage.json', 'assets/%2e%2e/app.ts', '..%5c..%5cpackage.json']) {
      const { statusCode } = await inside.site.inject({ url: `/${path}` });
      assert.ok([400, 404].includes(statusCode), `${path}: ${statusCode}`);
    }
  });

  it('does not decide by its Host header where a page leads', async () => {
    for (const url of ['/en/sign-in', '/en/nothing', '/']) {
      const { body, headers } = await inside.site.inject({ url, headers: { host: 'elsewhere.example', 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https', forwarded: 'host=elsewhere.example' } });
      assert.doesNotMatch(body + JSON.stringify(headers), /elsewhere/);
    }
  });
});

describe('Answers', () => {
  const server = (isSecure: boolean) => app({ isSecure, shelf: { all: () => Promise.resolve([]) }, today: () => date('2026-03-02'), onFault: () => undefined, health: () => Promise.reject(new Error('not asked for here')), log: { form: 'none', level: 'info', write: () => undefined } });

  it('bind browsers to HTTPS for two years where they come over it, and only there', async () => {
    const [secure, plain] = [server(true), server(false)];
    for (const url of ['/en/', '/en/nothing', '/en/%zz']) {
      assert.equal((await secure.inject({ url })).headers['strict-transport-security'], 'max-age=63072000; includeSubDomains');
      assert.equal((await plain.inject({ url })).headers['strict-transport-security'], undefined);
    }
    await Promise.all([secure.close(), plain.close()]);
  });

  it('name no program and no version of one', async () => {
    const one = server(false);
    const { headers } = await one.inject({ url: '/en/' });
    assert.deepEqual([headers.server, headers['x-powered-by']], [undefined, undefined]);
    await one.close();
  });
});
