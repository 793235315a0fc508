import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { DatabaseRegisters } from '../../src/register/database/database-registers.ts';
import { PostgresStore } from '../../src/register/store/postgres/postgres-store.ts';
import { isStoreFault } from '../../src/register/store/store-fault.ts';
import { good } from '../kept/folder.ts';
import { commit, entry } from '../store/behaviour.ts';
import { newDatabase, sql } from './databases.ts';
import { smallDatabase } from './small-database.ts';
import { noPostgres, startPostgres, type Postgres } from './start-postgres.ts';

describe('A database that registers are kept in', { skip: noPostgres }, () => {
  let server: Postgres;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  const refusal = async (url: string): Promise<string> => {
    const opened = await DatabaseRegisters.open({ url, keys: '/nowhere' });
    return opened.ok ? '' : `${opened.faults[0]?.code}: ${opened.faults[0]?.sentence}`;
  };

  for (const setting of ['fsync', 'full_page_writes']) {
    it(`is refused where the server runs with ${setting} off, and taken again when it is on`, async () => {
      const url = await newDatabase(server);
      await server.halt();
      await server.start({ [setting]: 'off' });
      assert.match(await refusal(url), new RegExp(`^database-unsafe: The server runs with \`${setting} = off\``));
      await server.halt();
      await server.start({ [setting]: 'on' });
      await (await PostgresStore.open(url)).close();
    });
  }

  it('is written to durably where the server, the database or the role would have it otherwise', async () => {
    const url = await newDatabase(server);
    await sql(server.url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`);
    assert.equal((await sql(url, 'SHOW synchronous_commit'))[0]?.['synchronous_commit'], 'off');
    const store = await PostgresStore.open(url);
    for (let number = 0; number < 20; number += 1) await store.append('r', commit([entry(number)]));
    await server.kill();
    await server.start();
    assert.equal(await store.size('r').catch(() => store.size('r')), 20);
    await store.close();
  });

  it('is not believed when it answers that the standby alone lacks a commit', async () => {
    const url = await newDatabase(server);
    const store = await PostgresStore.open(url);
    await store.append('r', commit([entry(0)]));
    await sql(server.url, `ALTER SYSTEM SET synchronous_standby_names = 'nobody'`, 'SELECT pg_reload_conf()');
    try {
      // The connection of the store hears of the new setting a moment later: what it still acknowledges is followed by another.
      let outcome = 'acknowledged';
      for (let number = 1; outcome === 'acknowledged'; number += 1) {
        let isOver = false;
        const appending = store.append('r', commit([entry(number)])).then(() => 'acknowledged', (error: unknown) => (isStoreFault(error) ? 'a fault' : String(error))).finally(() => (isOver = true));
        let cancelled = 0;
        while (cancelled === 0 && !isOver) cancelled = (await sql(server.url, `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND application_name = 'answerable'`)).length;
        outcome = await appending;
        if (cancelled > 0) break;
      }
      assert.equal(outcome, 'a fault');
    } finally {
      await sql(server.url, 'ALTER SYSTEM RESET synchronous_standby_names', 'SELECT pg_reload_conf()');
    }
    await store.close();
  });

  it('says where it is, and what is wrong with it, in a sentence without a password', async () => {
    for (const [url, said] of [
      ['mysql://x/y', /^database-url-malformed: The URL of a database is written `postgresql:/],
      ['postgresql://ann:secret@127.0.0.1:1/there', /^database-unreachable: The database `there` on 127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED/],
      [server.url.replace(/postgres$/, 'absent').replace('postgres@', 'postgres:secret@'), /^database-unreachable: .*database "absent" does not exist/],
      [server.url.replace('postgres@', 'nobody:secret@'), /^database-unreachable: .*role "nobody" does not exist/],
    ] as const) {
      const found = await refusal(url);
      assert.match(found, said);
      assert.doesNotMatch(found, /secret/);
    }
    const { registers, url } = await smallDatabase(server);
    assert.equal(registers.place, `the database \`${new URL(url).pathname.slice(1)}\` on 127.0.0.1:${server.port}`);
    await registers.close();
  });

  it('of a newer version is refused, and tables are made once however many come at once', async () => {
    const url = await newDatabase(server);
    const stores = await Promise.all(Array.from({ length: 6 }, () => PostgresStore.open(url)));
    for (const store of stores) await store.close();
    assert.deepEqual(await sql(url, 'SELECT version, role FROM answerable.kept_version'), [{ version: 1, role: 'answerable_app' }]);
    await sql(url, 'UPDATE answerable.kept_version SET version = 99');
    await assert.rejects(PostgresStore.open(url), /kept by a newer version of Answerable \(its tables are version 99, this one knows 1\)/);
  });

  it('shows no reader that is let look at a view less after the views were made anew', async () => {
    const url = await newDatabase(server);
    await (await PostgresStore.open(url)).close();
    await sql(server.url, 'CREATE ROLE looker LOGIN');
    await sql(url, 'GRANT SELECT ON answerable.posts TO looker', `UPDATE answerable.kept_version SET views = 'of an older version'`);
    await (await PostgresStore.open(url)).close();
    assert.deepEqual(await sql(url, `SELECT has_table_privilege('looker', 'answerable.posts', 'SELECT') AS posts, has_table_privilege('looker', 'answerable.persons', 'SELECT') AS persons`), [{ posts: true, persons: false }]);
  });

  it('has nothing of an erased body in any of its files once it is purged, its log and its statistics among them', async () => {
    const url = await newDatabase(server);
    const store = await PostgresStore.open(url);
    const [secret, stays] = ['Erase-me-Example-7731', 'Stays-Example-7732'];
    const put = (text: string) => ({ digest: '0'.repeat(64), salt: Buffer.alloc(32, 7), body: JSON.stringify({ name: text }) });
    const said = (number: number, text: string) => entry(number, { changes: [{ kind: 'persons', id: `p${number}`, put: put(text) }] });
    const row = (id: string, text: string | undefined) => ({ kind: 'persons', id, versions: text === undefined ? [] : [{ body: put(text).body, entry: 0, said: { entry: id === 'p0' ? 0 : 1, position: 0 } }] });
    await store.append('r', commit([said(0, secret), said(1, stays)], { current: [row('p0', secret), row('p1', stays)] }));
    await sql(url, 'ANALYZE', 'CHECKPOINT');
    assert.deepEqual([found(secret), found(stays)], [true, true]);
    await store.append('r', commit([entry(2, { changes: [] })], { erased: [{ entry: 0, position: 0, by: 2 }], current: [row('p0', undefined)] }));
    const held = await PostgresStore.openToRead(url);
    assert.equal((await held?.entries('r'))?.length, 3);
    assert.equal(await store.purge(), false, 'somebody still reads an older state');
    await held?.close();
    assert.equal(await store.purge(), true);
    assert.deepEqual([found(secret), found(stays)], [false, true]);
    await store.close();

    function found(text: string): boolean {
      return readdirSync(server.dataFolder, { recursive: true, encoding: 'utf8' }).some((name) => bytesOf(join(server.dataFolder, name))?.includes(text));
    }

    /** Undefined for a folder, and for a file that the server took away in the meantime. */
    function bytesOf(path: string): Buffer | undefined {
      return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path) : undefined;
    }
  });

  it('reads one state while others write, and refuses to be written to through it', async () => {
    const url = await newDatabase(server);
    const store = await PostgresStore.open(url);
    assert.equal(good({ ok: true, value: await PostgresStore.openToRead(await newDatabase(server)) }), undefined);
    await store.append('r', commit([entry(0)]));
    const reading = await PostgresStore.openToRead(url);
    await store.append('r', commit([entry(1)]));
    assert.deepEqual([await reading?.size('r'), await store.size('r')], [1, 2]);
    await assert.rejects(Promise.resolve(reading?.append('r', commit([entry(1)]))));
    await reading?.close();
    await store.close();
  });
});
