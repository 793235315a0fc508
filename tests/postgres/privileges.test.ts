import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DatabaseRegisters } from '../../src/register/database/database-registers.ts';
import { prepareIn } from '../../src/register/database/prepare-database.ts';
import { verifyInDatabase } from '../../src/register/database/verify-in-database.ts';
import type { Result } from '../../src/kernel/result.ts';
import { PostgresStore } from '../../src/register/store/postgres/postgres-store.ts';
import { good, person, request } from '../kept/folder.ts';
import { commit, entry } from '../store/behaviour.ts';
import { newDatabase, sql, urlOf } from './databases.ts';
import { smallDatabase } from './small-database.ts';
import { noPostgres, startPostgres, type Postgres } from './start-postgres.ts';

const sentenceOf = (result: Result<unknown>): string => (result.ok ? '' : (result.faults[0]?.sentence ?? ''));

const databaseIn = (url: string): string => new URL(url).pathname.slice(1);

describe('The role that the app works as', { skip: noPostgres }, () => {
  let server: Postgres;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  /** Two registers in a database, and what the app's role is told when it runs a statement in one of them. */
  async function inTwoRegisters(): Promise<(statement: string, register?: string) => Promise<string>> {
    const url = await newDatabase(server);
    const store = await PostgresStore.open(url);
    for (const register of ['own', 'other']) await store.append(register, commit([entry(0)], { current: [{ kind: 'persons', id: 'p', versions: [{ body: '{}', entry: 0, said: { entry: 0, position: 0 } }] }] }));
    await store.close();
    return async (statement, register = 'own') => {
      try {
        const rows = await sql(url, 'SET ROLE answerable_app', 'SET search_path = answerable', `SET answerable.register = '${register}'`, statement);
        return `${rows.length} rows`;
      } catch (error) {
        return (error as Error).message;
      }
    };
  }

  it('can change and delete nothing that was entered', async () => {
    const asApp = await inTwoRegisters();
    for (const table of ['kept_registers', 'kept_entries', 'kept_changes', 'kept_erasures', 'kept_cosignatures']) {
      for (const statement of [`DELETE FROM ${table}`, `UPDATE ${table} SET register = 'x'`, `TRUNCATE ${table}`]) assert.equal(await asApp(statement), `permission denied for table ${table}`, statement);
    }
    for (const table of ['kept_bodies', 'kept_checkpoints', 'current_records']) {
      for (const statement of [`UPDATE ${table} SET register = 'x'`, `TRUNCATE ${table}`]) assert.equal(await asApp(statement), `permission denied for table ${table}`, statement);
    }
    assert.match(await asApp('ALTER TABLE kept_entries DISABLE ROW LEVEL SECURITY'), /must be owner/);
    assert.match(await asApp('DROP TABLE kept_entries'), /must be owner/);
    assert.match(await asApp('CREATE TABLE mine (n integer)'), /permission denied for schema answerable/);
  });

  it('sees and writes rows of the register that the transaction names, and of no other', async () => {
    const asApp = await inTwoRegisters();
    for (const table of ['kept_entries', 'kept_changes', 'kept_bodies', 'kept_checkpoints', 'current_records', 'persons']) {
      assert.equal(await asApp(`SELECT * FROM ${table}`), '1 rows', table);
      assert.equal(await asApp(`SELECT * FROM ${table} WHERE register = 'other'`), '0 rows', table);
      assert.equal(await asApp(`SELECT * FROM ${table}`, 'none'), '0 rows', table);
    }
    assert.equal(await asApp('SELECT * FROM kept_registers'), '2 rows', 'which registers there are is no secret');
    assert.match(await asApp(`INSERT INTO kept_entries SELECT 'other', 1, recorded_at, person, post, act, reason, 'k', leaf_hash FROM kept_entries`), /violates row-level security policy/);
    assert.match(await asApp(`INSERT INTO kept_registers (register) VALUES ('third')`), /violates row-level security policy/);
    assert.equal(await asApp(`DELETE FROM kept_bodies WHERE register = 'other' RETURNING 1`), '0 rows');
  });

  it('is the one that holds on every connection, whoever the URL names', async () => {
    const { registers, register, url } = await smallDatabase(server);
    await sql(url, 'REVOKE EXECUTE ON FUNCTION answerable.keep FROM answerable_app');
    const refused = await register.perform(request('record.put', person('a')));
    assert.match(sentenceOf(refused), /permission denied for function keep/, 'a superuser, as the URL names one, would not be told so');
    await sql(url, 'GRANT EXECUTE ON FUNCTION answerable.keep TO answerable_app');
    good(await register.perform(request('record.put', person('a'))));
    await registers.close();
  });

  it('may be made by hand by an owner who is no superuser, and then the app needs no more than its own URL', async () => {
    const database = databaseIn(await newDatabase(server));
    await sql(server.url, 'CREATE ROLE owner_by_hand LOGIN CREATEROLE', 'CREATE ROLE app_by_hand LOGIN', `GRANT CREATE ON DATABASE ${database} TO owner_by_hand`);
    const [owner, app] = [urlOf(server, database, 'owner_by_hand'), urlOf(server, database, 'app_by_hand')];
    const keys = `${server.dataFolder}/keys-${database}`;
    assert.match(sentenceOf(await DatabaseRegisters.open({ url: app, keys })), /has no tables of Answerable yet, and the role may not make them\..*answerable database prepare/);
    assert.match(sentenceOf(await prepareIn(app, 'app_by_hand')), /`app_by_hand` may not prepare this database/);
    assert.deepEqual(good(await prepareIn(owner, 'app_by_hand')), { version: 1, role: 'app_by_hand' });
    assert.deepEqual(good(await prepareIn(owner)), { version: 1, role: 'app_by_hand' }, 'again, for the same role');
    const store = await PostgresStore.open(app);
    await store.append('r', commit([entry(0)]));
    await store.close();
    await assert.rejects(sql(app, `SET answerable.register = 'r'`, 'DELETE FROM answerable.kept_entries'), /permission denied/);
    assert.equal((await sql(owner, 'SELECT * FROM answerable.kept_entries')).length, 0, 'the owner is held to a register as well');
    assert.match(sentenceOf(await DatabaseRegisters.open({ url: owner, keys })), /`owner_by_hand` owns the tables.* and may not become `app_by_hand`\. Give the URL of `app_by_hand`/);
    // Where the owner made the role, the app that has the owner's URL gives up what an owner may.
    good(await prepareIn(owner, 'made_by_owner'));
    const asOwner = await PostgresStore.open(owner);
    await asOwner.append('r', commit([entry(1)]));
    assert.equal(await asOwner.size('r'), 2);
    await asOwner.close();
  });

  it('is refused where it may do more than it should', async () => {
    const url = await newDatabase(server);
    await sql(server.url, 'CREATE ROLE strong LOGIN SUPERUSER', 'CREATE ROLE passing LOGIN BYPASSRLS', 'CREATE ROLE changing LOGIN');
    assert.match(sentenceOf(await prepareIn(url, 'strong')), /not to work as `strong`: it is a superuser/);
    assert.match(sentenceOf(await prepareIn(url, 'passing')), /it may bypass row-level security/);
    assert.match(sentenceOf(await prepareIn(url, 'postgres')), /it is a superuser/);
    assert.deepEqual((await sql(url, `SELECT 1 FROM pg_namespace WHERE nspname = 'answerable'`)).length, 0, 'nothing is left of what was refused');
    good(await prepareIn(url, 'changing'));
    await sql(url, 'GRANT UPDATE ON answerable.kept_entries TO changing');
    assert.match(sentenceOf(await DatabaseRegisters.open({ url: urlOf(server, databaseIn(url), 'changing'), keys: '/nowhere' })), /may change or delete what was entered \(kept_entries\)/);
    await sql(url, 'REVOKE UPDATE ON answerable.kept_entries FROM changing', 'ALTER TABLE answerable.kept_bodies NO FORCE ROW LEVEL SECURITY');
    assert.match(sentenceOf(await DatabaseRegisters.open({ url, keys: '/nowhere' })), /row-level security is not forced on kept_bodies/);
  });

  it('does not let a stranger in, nor a name that is not simple out', async () => {
    const url = await newDatabase(server);
    good(await prepareIn(url, 'Ann "App" O\'Example'));
    const store = await PostgresStore.open(url);
    await store.append('r', commit([entry(0)]));
    await store.close();
    await sql(server.url, 'CREATE ROLE stranger LOGIN');
    const stranger = urlOf(server, databaseIn(url), 'stranger');
    assert.match(sentenceOf(await DatabaseRegisters.open({ url: stranger, keys: '/nowhere' })), /`stranger` may not use the tables .* --app-role stranger/);
    await assert.rejects(sql(stranger, 'SELECT answerable.size_of(\'r\')'), /permission denied/);
  });

  it('notices in verifying what an owner changed past it', async () => {
    const { url, keys, registers } = await smallDatabase(server);
    await registers.close();
    const database = { url, keys };
    assert.equal((await verifyInDatabase(database, 'small')).state, 'intact');
    for (const [statement, said] of [
      [`UPDATE answerable.kept_bodies SET body = replace(body, 'Ben', 'Bob') WHERE body LIKE '%Ben%'`, 'corrupt'],
      [`UPDATE answerable.current_records SET body = replace(body, 'Bob', 'Ben')`, 'corrupt'],
      [`UPDATE answerable.kept_bodies SET body = replace(body, 'Bob', 'Ben') WHERE body LIKE '%Bob%'`, 'intact'],
      [`UPDATE answerable.kept_entries SET reason = 'Another.'`, 'corrupt'],
    ] as const) {
      await sql(url, statement);
      const found = await verifyInDatabase(database, 'small');
      assert.equal(found.state, said, `${statement}: ${JSON.stringify(found)}`);
    }
  });
});
