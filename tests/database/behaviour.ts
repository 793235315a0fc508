import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Database } from '../../src/database/database.ts';
import type { Tables } from '../../src/database/tables.ts';
import type { Result } from '../../src/kernel/result.ts';
import { good } from '../kept/folder.ts';

const SHELF: Tables = { name: 'shelf', steps: ['CREATE TABLE books (id BIGINT PRIMARY KEY, title TEXT NOT NULL UNIQUE, cover BYTES); CREATE TABLE loans (book BIGINT NOT NULL REFERENCES books, who TEXT NOT NULL, PRIMARY KEY (book, who));'] };
const LATER: Tables = { name: 'shelf', steps: [...SHELF.steps, `ALTER TABLE books ADD COLUMN shelved TEXT NOT NULL DEFAULT 'hall'; UPDATE books SET shelved = 'attic' WHERE id = 1;`] };

const BEYOND = 2 ** 47;

/** What every database does alike. @param open one and the same place each time until `fresh` makes another */
export function databaseBehaviour(name: string, { fresh, open }: { readonly fresh: () => Promise<void>; readonly open: (rooms: readonly Tables[]) => Promise<Result<Database>> }): void {
  describe(`What is kept beside the registers, in ${name}`, () => {
    let database: Database;
    beforeEach(async () => {
      await fresh();
      database = good(await open([SHELF]));
    });
    afterEach(() => database.close());
    const titles = async (from: Database = database): Promise<unknown[]> => (await from.all('SELECT title FROM books ORDER BY id')).map(({ title }) => title);
    const add = (id: number, title: string, to: Database = database): Promise<number> => to.run('INSERT INTO books (id, title) VALUES (?, ?)', id, title);

    it('gives back numbers, texts, bytes and nothing as they were put in', async () => {
      await database.run('INSERT INTO books (id, title, cover) VALUES (?, ?, ?)', BEYOND, 'Llyfr y môr 📘', Uint8Array.of(0, 255, 7));
      await add(2, 'Plain');
      assert.deepEqual({ ...(await database.one('SELECT * FROM books WHERE id = ?', BEYOND)) }, { id: BEYOND, title: 'Llyfr y môr 📘', cover: Uint8Array.of(0, 255, 7) });
      assert.equal((await database.one('SELECT cover FROM books WHERE id = 2'))?.['cover'], null);
      assert.equal((await database.one('SELECT count(*) AS n FROM books'))?.['n'], 2);
      assert.equal(await database.one('SELECT 1 FROM books WHERE id = ?', 9), undefined);
    });

    it('says how many rows a statement changed', async () => {
      assert.equal(await add(1, 'One'), 1);
      assert.equal(await database.run('UPDATE books SET title = title WHERE id > ?', 5), 0);
      assert.equal(await database.run('INSERT INTO books (id, title) VALUES (?, ?) ON CONFLICT (id) DO NOTHING', 1, 'Two'), 0);
      assert.deepEqual((await database.all('DELETE FROM books WHERE id = ? RETURNING title', 1)).map((row) => ({ ...row })), [{ title: 'One' }]);
    });

    it('takes a text with a NUL, and compares texts by their code points', async () => {
      await add(1, 'a\0b');
      assert.equal((await database.one('SELECT id FROM books WHERE title = ?', 'a\0b'))?.['id'], 1);
      await add(2, 'Zebra');
      await add(3, 'apple');
      assert.deepEqual((await database.all('SELECT id FROM books ORDER BY title')).map(({ id }) => id), [2, 3, 1]);
    });

    it('refuses what would break a key', async () => {
      await add(1, 'One');
      await assert.rejects(add(1, 'Another'));
      await assert.rejects(add(2, 'One'));
      await assert.rejects(database.run('INSERT INTO loans (book, who) VALUES (?, ?)', 7, 'ann'));
      assert.deepEqual(await titles(), ['One']);
    });

    it('keeps a transaction whole or not at all', async () => {
      await assert.rejects(database.transaction(async (inside) => {
        await add(1, 'One', inside);
        throw new Error('thought better of it');
      }), /thought better/);
      await assert.rejects(database.transaction(async (inside) => {
        await add(1, 'One', inside);
        await add(1, 'One again', inside);
      }));
      assert.deepEqual(await titles(), []);
      assert.equal(await database.transaction(async (inside) => {
        await add(1, 'One', inside);
        return (await titles(inside)).length;
      }), 1);
      assert.deepEqual(await titles(), ['One']);
    });

    it('can undo a part of a transaction and keep the rest', async () => {
      await database.transaction(async (inside) => {
        await add(1, 'One', inside);
        await assert.rejects(inside.transaction(async (deeper) => {
          await add(2, 'Two', deeper);
          await add(1, 'One again', deeper);
        }));
        await inside.transaction((deeper) => add(3, 'Three', deeper));
      });
      assert.deepEqual(await titles(), ['One', 'Three']);
    });

    it('lets transactions wait for each other, so that none overwrites what another has read', async () => {
      await add(1, '0');
      await Promise.all(Array.from({ length: 20 }, () => database.transaction(async (inside) => {
        const before = Number((await inside.one('SELECT title FROM books WHERE id = 1'))?.['title']);
        await new Promise(setImmediate);
        await inside.run('UPDATE books SET title = ? WHERE id = 1', String(before + 1));
      })));
      assert.deepEqual(await titles(), ['20']);
    });

    it('is used within a transaction only through what that hands in, and not after it', async () => {
      await assert.rejects(database.transaction(() => titles()), RangeError);
      let kept = database;
      await database.transaction((inside) => Promise.resolve(void (kept = inside)));
      await assert.rejects(titles(kept), /over/);
      assert.deepEqual(await titles(), []);
    });

    it('brings the tables of an earlier version up to date with what is in them, and refuses those of a newer one', async () => {
      await add(1, 'One');
      await add(2, 'Two');
      await database.close();
      const later = good(await open([LATER]));
      assert.deepEqual((await later.all('SELECT id, shelved FROM books ORDER BY id')).map((row) => ({ ...row })), [{ id: 1, shelved: 'attic' }, { id: 2, shelved: 'hall' }]);
      await later.close();
      const refused = await open([SHELF]);
      assert.ok(!refused.ok && refused.faults[0]?.code === 'newer-tables', JSON.stringify(refused));
      assert.match(refused.faults[0].sentence, /shelf .* newer version .* step 2, this one knows 1/);
      database = good(await open([LATER]));
      assert.deepEqual(await titles(), ['One', 'Two']);
    });

    it('makes nothing of a step that fails', async () => {
      await database.close();
      await assert.rejects(open([{ name: 'shelf', steps: [...SHELF.steps, 'CREATE TABLE rooms (id BIGINT PRIMARY KEY); INSERT INTO nowhere (id) VALUES (1);'] }]));
      database = good(await open([SHELF]));
      await assert.rejects(database.all('SELECT * FROM rooms'));
    });
  });
}
