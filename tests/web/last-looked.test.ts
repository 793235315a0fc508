import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { instantOf } from '../../src/kernel/instant.ts';
import { LastLooked } from '../../src/web/home/last-looked.ts';
import { sideDatabase } from '../database/side-database.ts';
import { temporaryFolder } from '../kept/folder.ts';

it('A page is shown where it cannot be noted that somebody looked', async () => {
  const database = await sideDatabase(join(temporaryFolder(), 'accounts.sqlite'));
  let now = instantOf(Date.parse('2026-03-02T09:00:00Z'));
  const lastLooked = new LastLooked(database, () => now);
  assert.equal(await lastLooked.looks(1), undefined);
  for (const when of ['INSERT', 'UPDATE']) await database.run(`CREATE TRIGGER full_${when} BEFORE ${when} ON last_looked BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
  now = instantOf(Date.parse('2026-03-03T09:00:00Z'));
  assert.equal(await lastLooked.looks(1), '2026-03-02T09:00:00.000Z');
  await database.close();
});
