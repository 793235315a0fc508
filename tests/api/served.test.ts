import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { Identity } from '../../src/identity/identity.ts';
import { Tokens } from '../../src/identity/tokens.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import { accountsIn } from '../../src/register/folder/files.ts';
import { sideDatabase } from '../database/side-database.ts';
import { good, temporaryFolder } from '../kept/folder.ts';
import { COUNCIL } from '../web/inside-site.ts';
import { ended, MAIN, QUIET, serving } from '../web/serving-process.ts';

it('A server of the command line answers the API beside the pages, sees to webhooks on this machine only where it is told to, and logs no token', async (test) => {
  const folder = temporaryFolder();
  const [data, file] = [join(folder, 'data'), join(folder, 'council.yaml')];
  writeFileSync(file, COUNCIL);
  execFileSync(process.execPath, [MAIN, 'import', file, '--data', data, '--as', 'clerk', '--reason', 'Begin.'], { env: QUIET });
  const database = await sideDatabase(accountsIn(data));
  const now = instantOf(Date.now());
  const account = good(await new Identity(database).accounts.make({ register: 'small', person: 'persons/ann', name: 'ann@example.org', isAdministrator: true }, now));
  const token = await new Tokens(database).make({ account: account.id, label: 'test', scopes: new Set(['read', 'write']), days: 1 }, now);
  await database.close();
  const tried = { address: 'http://127.0.0.1:9/inbox', events: ['entry.recorded'] };
  for (const [env, status] of [[{}, 422], [{ ANSWERABLE_WEBHOOKS_TO_LOOPBACK: 'on' }, 201]] as const) {
    const { child, url, log } = await serving(test, ['--data', data, '--port', '0'], env);
    const ask = (path: string, init: RequestInit = {}) => fetch(`${url}api/v1${path}`, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });
    assert.equal((await ask('/openapi.json')).status, 200);
    assert.equal((await ask('/registers/small/assessment')).status, 200);
    assert.equal((await fetch(`${url}api/v1/registers`)).status, 401);
    assert.equal((await fetch(`${url}en/small`, { redirect: 'manual' })).status, 303);
    assert.equal((await ask('/registers/small/webhooks', { method: 'POST', body: JSON.stringify(tried) })).status, status);
    await ended(child, 'SIGTERM');
    assert.ok(log().some(({ route }) => route === '/api/v1/registers/:register/assessment'));
    assert.ok(!JSON.stringify(log()).includes('answerable_'));
  }
});
