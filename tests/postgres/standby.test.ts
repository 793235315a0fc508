import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DatabaseRegisters } from '../../src/register/database/database-registers.ts';
import { prepareIn } from '../../src/register/database/prepare-database.ts';
import { readRegisterInDatabase } from '../../src/register/database/read-database.ts';
import { verifyInDatabase } from '../../src/register/database/verify-in-database.ts';
import { PostgresStore } from '../../src/register/store/postgres/postgres-store.ts';
import { isStoreFault } from '../../src/register/store/store-fault.ts';
import { good, person, request } from '../kept/folder.ts';
import { commit, entry } from '../store/behaviour.ts';
import { sql, urlOf } from './databases.ts';
import { smallDatabase, type SmallDatabase } from './small-database.ts';
import { noPostgres, startPostgres, type Postgres } from './start-postgres.ts';
import { startStandby } from './start-standby.ts';

describe('A standby', { skip: noPostgres }, () => {
  let primary: Postgres;
  let standby: Postgres;
  let small: SmallDatabase;
  let url: string;

  before(async () => {
    primary = await startPostgres();
    small = await smallDatabase(primary);
    standby = await startStandby(primary);
    url = urlOf(standby, new URL(small.url).pathname.slice(1));
  });
  after(async () => {
    await small.registers.close();
    await standby.stop();
    await primary.stop();
  });

  /** Comes back when the standby has replayed all that the primary has. */
  async function caughtUp(): Promise<void> {
    const [now] = await sql<{ at: string }>(primary.url, `SELECT pg_logical_emit_message(true, 'test', 'flushed with its commit')`, 'SELECT pg_current_wal_flush_lsn()::text AS at');
    for (let isThere = false; !isThere; ) [{ isThere = false } = {}] = await sql<{ isThere: boolean }>(standby.url, `SELECT pg_last_wal_replay_lsn() >= '${now?.at}' AS "isThere"`);
  }

  it('is read and verified as its primary is', async () => {
    await small.register.latest();
    for (let done = false; !done; ) done = (await small.register.perform(request('record.put', person('a'), { key: 'a' }))).ok;
    await caughtUp();
    const database = { url, keys: small.keys };
    const { entries, checkpoint } = good(await readRegisterInDatabase(database, 'small'));
    assert.deepEqual([entries.length, checkpoint], [2, good(await readRegisterInDatabase({ url: small.url, keys: small.keys }, 'small')).checkpoint]);
    assert.equal((await verifyInDatabase(database, 'small')).state, 'intact');
  });

  it('takes no entry: a server on it is read-only, and says why', async () => {
    await caughtUp();
    const store = await PostgresStore.open(url);
    await assert.rejects(store.append('r', commit([entry(0)])), (error) => isStoreFault(error) && /is a standby, which follows another server/.test((error as Error).message));
    await assert.rejects(store.probe(), isStoreFault);
    await store.close();
    const registers = good(await DatabaseRegisters.open({ url, keys: small.keys }));
    const register = await registers.register('small');
    assert.ok((await register.latest()).entries.length > 0);
    assert.equal((await register.perform(request('record.put', person('b')))).ok, false);
    assert.deepEqual([register.state.mode, 'why' in register.state && register.state.why.includes('standby')], ['read-only', true]);
    const prepared = await prepareIn(url);
    assert.match(prepared.ok ? '' : (prepared.faults[0]?.sentence ?? ''), /This server is a standby/);
    await registers.close();
  });

  it('takes entries once it is promoted, and the app goes on by itself', async () => {
    await caughtUp();
    const registers = good(await DatabaseRegisters.open({ url, keys: small.keys }));
    const register = await registers.register('small');
    assert.equal((await register.perform(request('record.put', person('c'), { key: 'c' }))).ok, false);
    await primary.kill();
    await sql(standby.url, 'SELECT pg_promote(true, 60)');
    for (let done = false; !done; ) {
      done = (await register.perform(request('record.put', person('c'), { key: 'c' }))).ok;
      if (!done) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.equal(register.state.mode, 'ready');
    assert.equal((await verifyInDatabase({ url, keys: small.keys }, 'small')).state, 'intact');
    await registers.close();
  });
});
