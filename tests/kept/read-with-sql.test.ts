import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { KIND_NAMES } from '../../src/model/kinds.ts';
import { DatabaseRegisters } from '../../src/register/database/database-registers.ts';
import { databaseIn } from '../../src/register/folder/files.ts';
import { actRequest, importRequest } from '../../src/register/requests.ts';
import { put } from '../../src/register/acts/record-acts.ts';
import { noPostgres, startPostgres, type Postgres } from '../postgres/start-postgres.ts';
import { SMALL } from '../assessment/small-register.ts';
import { asked, contentOf, good, smallFolder, temporaryFolder } from './folder.ts';

const PAGE = readFileSync(fileURLToPath(new URL('../../docs/reference/reading-with-sql.md', import.meta.url)), 'utf8');

/** The one block of the page in that language. */
function block(language: string): string {
  const found = PAGE.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0];
  return found ?? assert.fail(`the page has no block of ${language}`);
}

const POSTS = [
  { id: 'chief', title: 'Chief Executive', reportsTo: null },
  { id: 'deputy', title: 'Head of Adults', reportsTo: 'posts/director' },
  { id: 'director', title: 'Director', reportsTo: 'posts/chief' },
];

describe('The page on reading with SQL', () => {
  it('has a query for a data folder that answers', async () => {
    const { path, folder } = await smallFolder();
    const database = new DatabaseSync(databaseIn(path), { readOnly: true });
    const query = /"(SELECT[^"]+)"/.exec(block('sh'))?.[1] ?? assert.fail('no query');
    const rows = database.prepare(`${query} ORDER BY id`).all().map((row) => ({ ...row }));
    assert.deepEqual(rows, POSTS);
    database.close();
    await folder.close();
  });

  it('names the column of the whole record rightly where a kind has a field called body', async () => {
    const { path, folder } = await smallFolder();
    const database = new DatabaseSync(databaseIn(path), { readOnly: true });
    assert.deepEqual({ ...database.prepare(`SELECT body, json_extract(record_json, '$.role') AS role FROM seats`).get() }, { body: 'bodies/cmt', role: 'member' });
    database.close();
    await folder.close();
  });

  describe('in PostgreSQL', { skip: noPostgres }, () => {
    let server: Postgres;
    let registers: DatabaseRegisters;

    before(async () => {
      server = await startPostgres();
      registers = good(await DatabaseRegisters.open({ url: server.url, keys: join(temporaryFolder(), 'keys') }));
      for (const id of ['small', 'other']) {
        good(await (await registers.register(id)).perform(importRequest(await contentOf(SMALL.replace('id: small', `id: ${id}`)), asked())));
      }
      const owner = new pg.Client({ connectionString: server.url });
      await owner.connect();
      await owner.query(block('sql'));
      await owner.end();
    });
    after(async () => {
      await registers.close();
      await server.stop();
    });

    async function asReader<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
      const client = new pg.Client({ connectionString: server.url.replace('postgres@', 'reader@') });
      await client.connect();
      try {
        return await work(client);
      } finally {
        await client.end();
      }
    }

    it('makes a role that reads every view of its register, as of the last act', async () => {
      const register = await registers.register('small');
      good(await register.perform(actRequest(put, { kind: 'persons', id: 'fay', body: { name: 'Fay Example' } }, asked(), {})));
      await asReader(async (client) => {
        assert.deepEqual((await client.query('SELECT id, title, "reportsTo" FROM posts ORDER BY id')).rows, POSTS);
        assert.deepEqual((await client.query(`SELECT name FROM persons WHERE id = 'fay'`)).rows, [{ name: 'Fay Example' }]);
        for (const kind of KIND_NAMES) await client.query(`SELECT * FROM "${kind}"`);
      });
    });

    it('makes a role that sees no other register, whatever it sets', async () => {
      await asReader(async (client) => {
        await client.query(`SET answerable.register = 'other'`);
        assert.deepEqual((await client.query('SELECT id FROM posts')).rows, []);
        assert.deepEqual((await client.query('SELECT id FROM current_records')).rows, []);
      });
    });

    it('makes a role that reads nothing of the log, and writes nothing', async () => {
      await asReader(async (client) => {
        await client.query('SET default_transaction_read_only = off');
        for (const refused of ['SELECT * FROM kept_entries', 'SELECT * FROM kept_bodies', 'DELETE FROM current_records', `INSERT INTO current_records VALUES ('small', 'posts', 'x', 0, NULL, NULL, 0, '{}')`, 'DELETE FROM posts', `UPDATE current_records SET body = ''`]) {
          await assert.rejects(client.query(refused), /permission denied/, refused);
        }
      });
    });
  });
});
