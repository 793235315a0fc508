import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { databaseIn } from '../../src/register/folder/files.ts';
import { SCHEMA_VERSION } from '../../src/register/store/sqlite/schema.ts';
import { good, openFolder, person, request, verified } from '../kept/folder.ts';
import { released } from './released.ts';

/** How many statements are passed over between two kills in the middle, where one view is made after the other. */
const STRIDE = 9;
const CHILD = fileURLToPath(new URL('dies-while-opening.ts', import.meta.url));

const openedBy = (path: string, nth: number): ReturnType<typeof spawnSync> => spawnSync(process.execPath, [CHILD, path, String(nth)], { encoding: 'utf8' });

/** The version of the tables, and how many of today's are there. */
function tablesIn(folder: string): { readonly version: number; readonly tables: number } {
  const database = new DatabaseSync(databaseIn(folder));
  try {
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    return { version, tables: Number(database.prepare(`SELECT count(*) AS count FROM sqlite_schema WHERE type = 'table'`).get()?.['count']) };
  } finally {
    database.close();
  }
}

for (const then of released.filter(({ version }) => version < SCHEMA_VERSION)) {
  describe(`The migration of tables of version ${then.version}`, () => {
    it('is whole or not at all when its process is killed before one of its statements, whichever, and the register opens, intact, afterwards', async () => {
      const [before, after] = [then.folder(), then.folder()];
      await openFolder(after).close();
      const whole = [tablesIn(before), tablesIn(after)];
      const seen = new Set<number>();
      const all = openedBy(then.folder(), -1);
      const last = Number(all.stdout) - 1;
      assert.ok(last > 5, `${String(all.stdout)} statements, ${String(all.stderr)}`);
      for (let nth = 0; nth <= last; nth += nth < 8 || nth + STRIDE > last - 2 ? 1 : STRIDE) {
        const path = then.folder();
        assert.equal(openedBy(path, nth).signal, 'SIGKILL');
        const left = tablesIn(path);
        assert.ok(whole.some(({ version, tables }) => version === left.version && tables === left.tables), `killed before statement ${nth}: ${JSON.stringify(left)}`);
        seen.add(left.version);
        const folder = openFolder(path);
        good(await (await folder.register('then')).perform(request('record.put', person('fay'))));
        await folder.close();
        assert.equal(verified(path, 'then').state, 'intact');
      }
      assert.deepEqual([...seen], [then.version, SCHEMA_VERSION], 'it was killed before and after the commit');
    });
  });
}
