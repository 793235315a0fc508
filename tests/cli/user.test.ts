import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Identity } from '../../src/identity/identity.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import { accountsIn } from '../../src/register/folder/files.ts';
import { SMALL } from '../assessment/small-register.ts';
import { sideDatabase } from '../database/side-database.ts';
import { temporaryFolder } from '../kept/folder.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const folder = temporaryFolder();
const data = join(folder, 'data');
const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};
const user = (...args: readonly string[]) => run('user', ...args, '--data', data);

describe('answerable user', () => {
  before(() => {
    writeFileSync(join(folder, 'small.yaml'), SMALL);
    assert.equal(run('import', join(folder, 'small.yaml'), '--data', data).status, 0);
  });

  it('invites a person of the register by a link, and says so of anybody else with the nearest there is', () => {
    const { status, stdout } = user('invite', 'ann', '--address', 'https://answerable.example.org');
    assert.equal(status, 0);
    assert.match(stdout, /^https:\/\/answerable\.example\.org\/en\/join\/[\w-]{43}\n$/);
    assert.equal(statSync(accountsIn(data)).mode & 0o777, 0o600);
    const wrong = user('invite', 'an');
    assert.equal(wrong.status, 3);
    assert.match(wrong.stderr, /`an` is not a person of the register `small`\..*`ann`/);
  });

  it('lists accounts, helps somebody who lost their second step, and closes an account', async () => {
    const database = await sideDatabase(accountsIn(data));
    const identity = new Identity(database);
    const now = instantOf(Date.now());
    const made = await identity.accounts.make({ register: 'small', person: 'persons/ben', name: 'ben@example.org' }, now);
    assert.ok(made.ok);
    const codes = await identity.recoveryCodes.make(made.value.id);
    const secret = await identity.sessions.begin(made.value.id, 'full', 'a browser', now);
    assert.match(user('list').stdout, /^ben@example\.org {2}persons\/ben {2}a password alone\n$/);
    assert.equal(user('second-step', 'Ben@example.org').status, 0);
    assert.equal(await identity.recoveryCodes.left(made.value.id), 0);
    assert.equal(codes.length, 10);
    assert.equal(await identity.sessions.find(secret, now), undefined);
    assert.match(user('password', 'ben@example.org').stdout, /\/en\/join\//);
    assert.equal(user('close', 'ben@example.org').status, 0);
    assert.match(user('list').stdout, /closed 20\d\d-/);
    assert.equal(user('close', 'ben@example.org').status, 3);
    assert.match(user('invite', 'ben').stdout, /\/en\/join\//, 'they may come back');
    await database.close();
  });

  it('says what is missing, and makes nothing where no register is kept', () => {
    assert.match(user().stderr, /What to do is missing/);
    const nowhere = run('user', 'close', 'ben@example.org', '--data', join(folder, 'nowhere'));
    assert.equal(nowhere.status, 3);
    assert.match(nowhere.stderr, /keeps no register/);
  });
});
