import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { openSqlite } from '../../src/database/open-sqlite.ts';
import { good, temporaryFolder } from '../kept/folder.ts';
import { databaseBehaviour } from './behaviour.ts';

let path = '';
databaseBehaviour('SQLite', {
  fresh: () => Promise.resolve(void (path = join(temporaryFolder(), 'accounts.sqlite'))),
  open: (rooms) => openSqlite(path, rooms),
});

describe('A file of accounts', () => {
  it('is its owner’s alone, and synced at every commit', async () => {
    const file = join(temporaryFolder(), 'accounts.sqlite');
    const database = good(await openSqlite(file, []));
    for (const name of [file, `${file}-wal`]) assert.equal(statSync(name).mode & 0o777, 0o600, name);
    for (const [pragma, value] of [['synchronous', 2], ['secure_delete', 1], ['foreign_keys', 1], ['journal_mode', 'wal']] as const) {
      assert.equal((await database.one(`PRAGMA ${pragma}`))?.[pragma], value, pragma);
    }
    await database.close();
  });

  it('of a newer version is refused', async () => {
    const file = join(temporaryFolder(), 'accounts.sqlite');
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA user_version = 3');
    newer.close();
    const refused = await openSqlite(file, []);
    assert.match(refused.ok ? '' : (refused.faults[0]?.sentence ?? ''), /newer version of Answerable .*version 3, this one knows 2/);
  });
});
