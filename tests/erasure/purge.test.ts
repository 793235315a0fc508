import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openDatabase } from '../../src/register/store/sqlite/open-database.ts';
import { PURGE_DUE, purged, purgeIsDue } from '../../src/register/store/sqlite/purge.ts';
import { temporaryFolder } from '../kept/folder.ts';

const mark = (n: number): string => `<<${String(n).padStart(6, '0')}>>`;

/** Numbers that look like chance and are the same in every run. */
function* numbers(): Generator<number> {
  for (let state = 42; ; ) yield (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

describe('Purging', () => {
  it('takes out what secure_delete leaves where SQLite moved rows between pages', (t) => {
    const path = join(temporaryFolder(), 'registers.sqlite');
    const database = openDatabase(path);
    const chance = numbers();
    const below = (most: number): number => Math.floor((chance.next().value ?? 0) * most);
    const insert = database.prepare(`INSERT INTO kept_changes VALUES (?1, 'small', ?1, 0, 'persons', 'p', NULL, NULL, '', x'00', ?2)`);
    const remove = database.prepare('UPDATE kept_changes SET salt = NULL, body = NULL WHERE place = ?');
    const [there, gone]: [number[], Set<string>] = [[], new Set()];
    database.exec('BEGIN');
    for (let n = 0; n < 5_000; n += 1) {
      insert.run(n, mark(n).repeat(1 + below(90)));
      there.push(n);
      if (n < 2_000) continue;
      const [out = 0] = there.splice(below(there.length), 1);
      remove.run(out);
      gone.add(mark(out));
    }
    database.exec(`COMMIT; ${PURGE_DUE}; PRAGMA wal_checkpoint(TRUNCATE)`);
    const left = (): readonly string[] => [...new Set(readFileSync(path, 'latin1').match(/<<\d{6}>>/g))].filter((one) => gone.has(one));
    t.diagnostic(`${left().length} of ${gone.size} deleted rows are found in the file before it is purged`);
    assert.ok(purged(database) && !purgeIsDue(database));
    assert.deepEqual(left(), []);
    assert.equal(database.prepare('SELECT count(body) AS n FROM kept_changes').get()?.['n'], there.length);
    assert.equal(readFileSync(`${path}-wal`).length, 0);
    database.close();
  });
});
