import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openPostgres, preparePostgres } from '../../src/database/postgres/open-postgres.ts';
import { prepareIn } from '../../src/register/database/prepare-database.ts';
import type { Result } from '../../src/kernel/result.ts';
import { good } from '../kept/folder.ts';
import { newDatabase, sql, urlOf } from '../postgres/databases.ts';
import { startStandby } from '../postgres/start-standby.ts';
import { noPostgres, startPostgres, type Postgres } from '../postgres/start-postgres.ts';
import { databaseBehaviour } from './behaviour.ts';

const sentenceOf = (result: Result<unknown>): string => (result.ok ? '' : (result.faults[0]?.sentence ?? ''));
const NOTES = { name: 'notes', steps: ['CREATE TABLE notes (id BIGINT PRIMARY KEY, said TEXT NOT NULL);'] };

describe('With PostgreSQL', { skip: noPostgres }, () => {
  let server: Postgres;
  let place: { url: string; role: string };
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  databaseBehaviour('PostgreSQL', {
    async fresh() {
      const url = await newDatabase(server);
      place = { url, role: good(await prepareIn(url)).role };
    },
    open: (rooms) => openPostgres(place, rooms),
  });

  describe('The role that the app works as', () => {
    /** A database prepared by its owner for a role that logs in by itself. */
    async function prepared(): Promise<{ readonly owner: string; readonly app: string; readonly role: string }> {
      const owner = await newDatabase(server);
      const role = `app_${new URL(owner).pathname.slice(1)}`;
      await sql(server.url, `CREATE ROLE ${role} LOGIN`);
      good(await prepareIn(owner, role));
      return { owner, app: urlOf(server, new URL(owner).pathname.slice(1), role), role };
    }

    it('is refused in a database that was not prepared for it, in words that say what to do', async () => {
      const { owner, app, role } = await prepared();
      assert.match(sentenceOf(await openPostgres({ url: app, role }, [NOTES])), /holds no accounts .*`answerable database prepare --database-url URL`/);
      assert.match(sentenceOf(await preparePostgres({ url: app, role }, [NOTES])), /may not prepare the accounts/);
      good(await preparePostgres({ url: owner, role }, [NOTES]));
      const more = { ...NOTES, steps: [...NOTES.steps, 'ALTER TABLE notes ADD COLUMN more TEXT;'] };
      assert.match(sentenceOf(await openPostgres({ url: app, role }, [more])), /has accounts of an earlier version/);
      good(await preparePostgres({ url: owner, role }, [more]));
      await good(await openPostgres({ url: app, role }, [more])).close();
    });

    it('reads and writes what is kept, and makes, drops and marks nothing', async () => {
      const { owner, app, role } = await prepared();
      good(await preparePostgres({ url: owner, role }, [NOTES]));
      for (const url of [app, owner]) {
        const database = good(await openPostgres({ url, role }, [NOTES]));
        assert.equal((await database.one('SELECT current_user AS name'))?.['name'], role, 'the owner’s URL gives up the owner’s rights');
        await database.run('INSERT INTO notes (id, said) VALUES (?, ?)', 1, 'Here.');
        await database.run('UPDATE notes SET said = ? WHERE id = ?', 'There.', 1);
        assert.equal(await database.run('DELETE FROM notes WHERE id = ?', 1), 1);
        for (const statement of ['CREATE TABLE mine (id BIGINT)', 'DROP TABLE notes', 'UPDATE table_steps SET step = 0', 'ALTER TABLE notes ADD COLUMN x TEXT']) {
          await assert.rejects(database.run(statement), /permission denied|must be owner/, statement);
        }
        await database.close();
      }
    });

    it('reads on a standby, which takes nothing', async () => {
      const { owner, role } = await prepared();
      const database = good(await openPostgres({ url: owner, role }, [NOTES]));
      await database.run('INSERT INTO notes (id, said) VALUES (?, ?)', 1, 'Here.');
      await database.close();
      const standby = await startStandby(server);
      const place = { url: urlOf(standby, new URL(owner).pathname.slice(1)), role };
      const there = good(await openPostgres(place, [NOTES]));
      assert.equal((await there.one('SELECT said FROM notes WHERE id = ?', 1))?.['said'], 'Here.');
      await assert.rejects(there.run('DELETE FROM notes WHERE id = ?', 1), /read-only transaction/);
      await there.close();
      assert.match(sentenceOf(await preparePostgres(place, [NOTES])), /is a standby/);
      assert.match(sentenceOf(await openPostgres(place, [{ ...NOTES, steps: [...NOTES.steps, 'ALTER TABLE notes ADD COLUMN more TEXT;'] }])), /earlier version/);
      await standby.stop();
    });

    it('goes on after its connections were cut', async () => {
      const { owner, role } = await prepared();
      const database = good(await openPostgres({ url: owner, role }, [NOTES]));
      await database.run('INSERT INTO notes (id, said) VALUES (?, ?)', 1, 'Here.');
      await sql(server.url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'answerable accounts'`);
      const again = async (tries: number): Promise<unknown> => database.one('SELECT said FROM notes').catch((error: unknown) => (tries === 0 ? Promise.reject(error) : again(tries - 1)));
      assert.deepEqual({ ...(await again(5) as object) }, { said: 'Here.' });
      await database.close();
    });
  });
});
