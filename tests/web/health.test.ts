import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { databaseIn } from '../../src/register/folder/files.ts';
import { testFolder } from '../../src/register/folder/self-test.ts';
import { KeptShelf } from '../../src/web/kept-shelf.ts';
import { healthOf, type Health } from '../../src/web/operation/health.ts';
import { FORGOTTEN } from '../../src/web/operation/last-runs.ts';
import { Scheduler } from '../../src/web/operation/scheduler.ts';
import { good, openFolder, temporaryFolder } from '../kept/folder.ts';
import { keptSite, siteOver } from './kept-site.ts';
import { SMALL, smallSite } from './small-site.ts';

const idle = (now = () => 0) => new Scheduler({ jobs: [], lastRuns: FORGOTTEN, now, onFault: () => undefined });

describe('/health', () => {
  it('is ok, with the mode of each register, the self-test, the disk and when each job was last done', async () => {
    const { site, operation, close } = await keptSite();
    await site.inject(`/en/${SMALL}`);
    operation.start();
    let answer = await site.inject('/health');
    while (answer.json<Health>().scheduler.jobs[0]?.outcome === 'not-run') {
      await new Promise((resolve) => setImmediate(resolve));
      answer = await site.inject('/health');
    }
    const health = answer.json<Health>();
    assert.deepEqual([answer.statusCode, health.status, health.registers, health.durability, health.scheduler.state], [200, 'ok', { [SMALL]: 'ready' }, 'ok', 'ok']);
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.ok(health.disk !== null && health.disk.freeBytes > 0 && health.disk.lowBelowBytes > 0);
    assert.deepEqual(health.scheduler.jobs.map(({ name, outcome, isLate }) => [name, outcome, isLate]), [['self-test', 'ok', false]]);
    await close();
  });

  it('is live whenever the process answers', async () => {
    const site = await smallSite();
    const { statusCode, body } = await site.inject('/health/live');
    assert.deepEqual([statusCode, body], [200, '{"status":"live"}']);
    assert.deepEqual((await site.inject('/health')).json<Health>().status, 'ok');
    await site.close();
  });

  it('is failing, with 503, where the self-test fails', async () => {
    const folder = join(temporaryFolder(), 'data');
    const registers = openFolder(folder);
    const { site, operation, close } = await siteOver(registers, folder);
    // A file cannot be written where a folder has its name.
    mkdirSync(join(folder, 'self-test'));
    operation.start();
    let answer = await site.inject('/health');
    while (answer.json<Health>().scheduler.jobs[0]?.outcome === 'not-run') {
      await new Promise((resolve) => setImmediate(resolve));
      answer = await site.inject('/health');
    }
    assert.deepEqual([answer.statusCode, answer.json<Health>().status, answer.json<Health>().durability], [503, 'failing', 'failed']);
    await close();
    await registers.close();
  });

  it('is failing where a register is not intact, whose pages say so while the others are shown', async () => {
    const { folder, close } = await keptSite();
    await close();
    const database = new DatabaseSync(databaseIn(folder));
    database.exec('UPDATE kept_entries SET leaf_hash = zeroblob(32) WHERE number = 1');
    database.close();
    const registers = openFolder(folder);
    const shelf = new KeptShelf(registers, undefined, undefined);
    const [shelved] = await shelf.all();
    const opened = await shelved?.open();
    assert.ok(opened?.ok === false && opened.faults[0]?.code === 'not-intact');
    assert.deepEqual([...shelf.modes()], [[SMALL, 'not-intact']]);
    const health = await healthOf({ modes: () => shelf.modes(), scheduler: idle(), folder, now: () => 0 });
    assert.equal(health.status, 'failing');
    await registers.close();
  });

  it('is read-only where one register takes no acts, and failing rather than that where something is worse', async () => {
    const parts = { scheduler: idle(), folder: undefined, now: () => 0 };
    assert.equal((await healthOf({ ...parts, modes: () => new Map([['a', 'ready'], ['b', 'read-only']]) })).status, 'read-only');
    assert.equal((await healthOf({ ...parts, modes: () => new Map([['a', 'not-intact'], ['b', 'read-only']]) })).status, 'failing');
  });

  it('says that the disk is low below the space that it is told, and is still ok', async () => {
    const parts = { modes: () => new Map(), scheduler: idle(), now: () => 0, folder: temporaryFolder() };
    assert.equal((await healthOf({ ...parts, lowSpace: Number.MAX_SAFE_INTEGER })).disk?.state, 'low');
    const enough = await healthOf({ ...parts, lowSpace: 1 });
    assert.deepEqual([enough.disk?.state, enough.status], ['ok', 'ok']);
    assert.equal((await healthOf({ ...parts, folder: join(parts.folder, 'none') })).disk?.state, 'unknown');
  });

  it('is failing where the scheduler has not looked for half a minute', async () => {
    const health = await healthOf({ modes: () => new Map(), scheduler: idle(() => 0), folder: undefined, now: () => 60_000 });
    assert.deepEqual([health.status, health.scheduler.state], ['failing', 'stuck']);
  });
});

describe('the self-test of a data folder', () => {
  it('finds a folder in which a register is kept good, and leaves nothing behind', async () => {
    const { folder, close } = await keptSite();
    good(await testFolder(folder));
    assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('self-test')), []);
    await close();
  });

  it('refuses a database whose journal is not the write-ahead log, and a folder that is gone', async () => {
    const { folder, close } = await keptSite();
    await close();
    const database = new DatabaseSync(databaseIn(folder));
    database.exec('PRAGMA journal_mode = DELETE');
    database.close();
    const tested = await testFolder(folder);
    assert.match(tested.ok ? '' : (tested.faults[0]?.sentence ?? ''), /^This folder does not keep safely what is written to it: its database has the journal mode delete, not wal\./);
    rmSync(folder, { recursive: true });
    assert.equal((await testFolder(folder)).ok, false);
  });
});
