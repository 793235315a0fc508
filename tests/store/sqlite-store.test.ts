import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe } from 'node:test';
import { SqliteStore } from '../../src/register/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/register/store/store.ts';
import { behaves } from './behaviour.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
const opened: Store[] = [];
let files = 0;

after(async () => {
  for (const store of opened) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const keep = <S extends Store>(store: S): S => {
  opened.push(store);
  return store;
};

describe('The SQLite store', () => {
  behaves(() => {
    const path = join(folder, `${(files += 1)}.sqlite`);
    const rows = (_register: string, sql: string): Promise<Record<string, unknown>[]> => {
      const database = new DatabaseSync(path, { readOnly: true });
      try {
        return Promise.resolve(database.prepare(sql).all().map((row) => ({ ...row })));
      } finally {
        database.close();
      }
    };
    return Promise.resolve({ store: keep(SqliteStore.open(path)), again: () => Promise.resolve(keep(SqliteStore.openToRead(path))), rows });
  });
});
