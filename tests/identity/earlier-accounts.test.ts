import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Database } from '../../src/database/database.ts';
import { Identity } from '../../src/identity/identity.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import { sideDatabase } from '../database/side-database.ts';
import { good, temporaryFolder } from '../kept/folder.ts';

/** Written by the version of Answerable that kept accounts in a file of version 1, which had one table after another and no steps. */
const EARLIER = fileURLToPath(new URL('fixtures/accounts-version-1.sqlite', import.meta.url));
const SESSION = '33ceSLDhztecLe4zz9oGESIyZbr6TSWfk9XTiY_5Zio';
const INVITATION = 'W_GF2JendUvmGOBwC_kVWeFmX808aLE-mxE-S6Cfv2c';
const RECOVERY = 'ysv3u-8h5qp-pg8xg';
const at = (seconds: number) => instantOf(Date.parse('2026-03-02T09:00:00Z') + seconds * 1000);

describe('A file of accounts of an earlier version', () => {
  const path = join(temporaryFolder(), 'accounts.sqlite');
  let database: Database;
  let identity: Identity;
  before(async () => {
    copyFileSync(EARLIER, path);
    database = await sideDatabase(path);
    identity = new Identity(database, { issuer: new URL('https://directory.example.org'), clientId: '', clientSecret: '', redirect: new URL('https://answerable.example.org') });
  });
  after(() => database.close());

  it('goes on with everybody’s password, second steps, session and place in the queue', async () => {
    const ann = (await identity.accounts.named('ann@example.org')) ?? assert.fail();
    assert.deepEqual([ann.person, ann.hasTotp, ann.isAdministrator], ['persons/ann', true, true]);
    assert.deepEqual((await identity.passkeys.of(ann.id)).map(({ label }) => label), ['A key']);
    assert.equal(await identity.outside?.accountOf({ issuer: 'https://directory.example.org', subject: 'ann-there' }), ann.id);
    assert.equal((await identity.sessions.signedIn(SESSION, at(60)))?.account.id, ann.id);
    assert.equal((await identity.links.find(INVITATION, at(60)))?.person, 'persons/cai');
    const from = (seconds: number) => ({ address: '10.0.0.2', now: at(seconds) });
    assert.ok(!(await identity.checkPassword('ann@example.org', 'wrong', from(60))).ok);
    const waits = await identity.checkPassword('ann@example.org', 'lantern gravel otter pedal', from(61));
    assert.equal(waits.ok ? '' : waits.faults[0]?.code, 'too-many-tries', 'what was tried before still counts');
    assert.ok((await identity.checkPassword('ann@example.org', 'lantern gravel otter pedal', from(120))).ok);
    assert.ok((await identity.checkSecondFactor(ann.id, RECOVERY, from(120))).ok);
  });

  it('keeps of a closed account that it was, and lets its person come back', async () => {
    assert.deepEqual((await identity.accounts.closedOf('small')).map(({ name, person, closedAt }) => [name, person, closedAt]), [['ben@example.org', 'persons/ben', '2026-03-02T10:00:00.000Z']]);
    assert.equal(await identity.outside?.accountOf({ issuer: 'https://directory.example.org', subject: 'ben-there' }), undefined);
    good(await identity.accounts.make({ register: 'small', person: 'persons/ben', name: 'ben@example.org' }, at(60)));
  });

  it('is no file for that earlier version any more', () => {
    const file = new DatabaseSync(path, { readOnly: true });
    assert.equal(file.prepare('PRAGMA user_version').get()?.['user_version'], 2, 'it refuses what is above 1');
    file.close();
  });
});
