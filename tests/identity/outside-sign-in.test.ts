import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Provider from 'oidc-provider';
import { instantOf } from '../../src/kernel/instant.ts';
import type { Database } from '../../src/database/database.ts';
import { Identity } from '../../src/identity/identity.ts';

import { sideDatabase } from '../database/side-database.ts';

const NOW = instantOf(Date.parse('2026-03-02T09:00:00Z'));
const REDIRECT = new URL('http://127.0.0.1:9/outside/back');

/** A browser that follows redirects, keeps cookies and fills in the provider's own forms, until it is sent back to us. */
async function throughProvider(start: URL, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let [address, body]: [URL, URLSearchParams | undefined] = [start, undefined];
  for (let step = 0; step < 20; step += 1) {
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    const answer = await fetch(address, { redirect: 'manual', headers, ...(body === undefined ? {} : { method: 'POST', body }) });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location !== null) {
      [address, body] = [new URL(location, address), undefined];
      if (address.href.startsWith(REDIRECT.href)) return address.search.slice(1);
      continue;
    }
    const html = await answer.text();
    const [, action = ''] = /action="([^"]+)"/.exec(html) ?? [];
    const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(html) ?? [];
    assert.notEqual(prompt, '', `the provider showed no form: ${html.slice(0, 300)}`);
    [address, body] = [new URL(action, address), new URLSearchParams(prompt === 'login' ? { prompt, login, password: 'any' } : { prompt })];
  }
  return assert.fail('the provider never sent the browser back');
}

describe('Signing in through a directory outside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outside-'));
  let server: Server;
  let database: Database;
  let identity: Identity;
  before(async () => {
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const provider = new Provider(issuer.href.replace(/\/$/, ''), {
      clients: [{ client_id: 'answerable', client_secret: 'a secret of the test', redirect_uris: [REDIRECT.href], grant_types: ['authorization_code'], response_types: ['code'] }],
      cookies: { keys: ['of the test'] },
    });
    const answer = provider.callback();
    server.on('request', (request, response) => void answer(request, response));
    database = await sideDatabase(join(folder, 'accounts.sqlite'));
    identity = new Identity(database, { issuer, clientId: 'answerable', clientSecret: 'a secret of the test', redirect: REDIRECT });
  });
  after(async () => {
    await database.close();
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives issuer and subject, which are somebody here only once they are tied to an account', async () => {
    const outside = identity.outside ?? assert.fail();
    const { address, secret } = await outside.begin(NOW);
    const found = await outside.finish(secret, await throughProvider(address, 'ann'), NOW);
    assert.ok(found.ok);
    assert.equal(found.value.subject, 'ann');
    assert.equal(await outside.accountOf(found.value), undefined);
    const account = await identity.accounts.make({ register: 'small', person: 'persons/ann', name: 'ann@example.org' }, NOW);
    assert.ok(account.ok);
    assert.equal(await identity.hasSecondStep(account.value), false);
    assert.ok((await outside.tie(account.value.id, found.value)).ok);
    assert.equal(await outside.accountOf(found.value), account.value.id);
    assert.equal(await identity.hasSecondStep(account.value), true, 'the directory sees to that: a password is half the way from here on');
    const other = await identity.accounts.make({ register: 'small', person: 'persons/dee', name: 'dee@example.org' }, NOW);
    assert.ok(other.ok);
    assert.ok(!(await outside.tie(other.value.id, found.value)).ok, 'it is another account’s');
    await identity.accounts.close(account.value.id, NOW);
    assert.equal(await outside.accountOf(found.value), undefined);
    assert.ok((await outside.tie(other.value.id, found.value)).ok, 'of a closed account it is free again');
    assert.equal(await outside.accountOf(found.value), other.value.id);
    await outside.untie(other.value.id);
    assert.equal(await outside.accountOf(found.value), undefined);
  });

  it('is refused in another browser, a second time, after its time, and with an answer that was changed', async () => {
    const outside = identity.outside ?? assert.fail();
    const first = await outside.begin(NOW);
    const query = await throughProvider(first.address, 'ben');
    const other = await outside.begin(NOW);
    assert.ok(!(await outside.finish(other.secret, query, NOW)).ok, 'the state is of another browser');
    assert.ok((await outside.finish(first.secret, query, NOW)).ok);
    assert.ok(!(await outside.finish(first.secret, query, NOW)).ok, 'it was used');
    const late = await outside.begin(NOW);
    assert.ok(!(await outside.finish(late.secret, await throughProvider(late.address, 'ben'), instantOf(Date.parse(NOW) + 600_000))).ok);
    const changed = await outside.begin(NOW);
    const answer = new URLSearchParams(await throughProvider(changed.address, 'ben'));
    answer.set('code', `${answer.get('code') ?? ''}x`);
    assert.ok(!(await outside.finish(changed.secret, answer.toString(), NOW)).ok);
  });
});
