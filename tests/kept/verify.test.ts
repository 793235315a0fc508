import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { before, describe, it } from 'node:test';
import { databaseIn } from '../../src/register/folder/files.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { signingKey } from '../../src/register/folder/signing-keys.ts';
import { leafOf } from '../../src/register/kept-form.ts';
import { signCheckpoint } from '../../src/register/log/checkpoint.ts';
import { leafHash } from '../../src/register/log/merkle.ts';
import { verifierKey } from '../../src/register/log/note-key.ts';
import { SqliteStore } from '../../src/register/store/sqlite/sqlite-store.ts';
import { verifyDatabase } from '../../src/register/verify/verify-database.ts';
import type { Verification } from '../../src/register/verify/verify.ts';
import { good, openFolder, person, request, smallFolder, temporaryFolder, verified } from './folder.ts';

let whole: string;

before(async () => {
  const { path, folder, register } = await smallFolder();
  for (let n = 0; n < 9; n += 1) good(await register.perform(request('record.put', person(`v${n}`))));
  good(await register.perform(request('record.end', { kind: 'persons', id: 'v3', from: '2013-06-01' })));
  await folder.close();
  whole = path;
});

/** A copy of the folder in which something was done to the database behind our back. */
function tampered(...statements: readonly string[]): Verification {
  const path = join(temporaryFolder(), 'copy');
  cpSync(whole, path, { recursive: true });
  const database = new DatabaseSync(databaseIn(path));
  for (const statement of statements) database.exec(statement);
  database.close();
  return verified(path);
}

const where = (found: Verification): string => (found.state === 'corrupt' ? `corrupt at entry ${found.entry}` : found.state);

describe('Verification', () => {
  it('finds what was acknowledged intact', () => {
    const found = verified(whole);
    assert.deepEqual([found.state, found.state === 'intact' && found.entries], ['intact', 11]);
  });

  for (const [entry, statement] of [
    [4, `UPDATE kept_changes SET body = replace(body, 'Some', 'Same') WHERE entry = 4`],
    [4, `UPDATE kept_changes SET salt = zeroblob(32) WHERE entry = 4`],
    [4, `UPDATE kept_changes SET salt = NULL, body = NULL WHERE entry = 4`],
    [4, `UPDATE kept_changes SET salt = NULL WHERE entry = 4`],
    [5, `UPDATE kept_entries SET reason = 'Another reason.' WHERE number = 5`],
    [5, `UPDATE kept_entries SET person = 'somebody-else' WHERE number = 5`],
    [5, `UPDATE kept_entries SET post = 'director' WHERE number = 5`],
    [5, `UPDATE kept_entries SET recorded_at = '2013-01-01T12:00:01.000Z' WHERE number = 5`],
    [5, `UPDATE kept_entries SET idempotency_key = 'other' WHERE number = 5`],
    [5, `UPDATE kept_entries SET leaf_hash = zeroblob(32) WHERE number = 5`],
    [6, `UPDATE kept_changes SET id = 'v9' WHERE entry = 6`],
    [6, `UPDATE kept_changes SET valid_from = '2012-01-01' WHERE entry = 6`],
    [6, `UPDATE kept_changes SET digest = NULL WHERE entry = 6`],
    [10, `UPDATE kept_changes SET valid_from = '2014-06-01' WHERE entry = 10`],
    [3, `DELETE FROM kept_entries WHERE number = 3`],
    [3, `DELETE FROM kept_changes WHERE entry = 3`],
    [10, `DELETE FROM kept_entries WHERE number = 10; DELETE FROM kept_changes WHERE entry = 10`],
    [2, `UPDATE kept_current SET said = said + 4096 WHERE id = 'v1'`],
    [2, `UPDATE kept_current SET said = NULL WHERE id = 'v1'`],
    [2, `DELETE FROM kept_current WHERE id = 'v1'`],
    [0, `UPDATE kept_registers SET register = 'smell'`],
    [10, `DELETE FROM kept_checkpoints WHERE size = 11`],
    [6, `UPDATE kept_checkpoints SET note = replace(note, 'small', 'smell') WHERE size = 7`],
    [6, `UPDATE kept_checkpoints SET size = -1 WHERE size = 7`],
  ] as const) {
    it(`is corrupt at entry ${entry} after: ${statement}`, () => {
      const found = tampered(statement);
      // Where a checkpoint is out of place, what it vouched for is what the one before does not.
      assert.match(where(found), statement.includes('size = -1') ? /^corrupt/ : new RegExp(`^corrupt at entry ${entry}$`));
    });
  }

  it('names two entries that were swapped', () => {
    assert.equal(where(tampered(`UPDATE kept_entries SET number = 99 WHERE number = 4`, `UPDATE kept_entries SET number = 4 WHERE number = 5`, `UPDATE kept_entries SET number = 5 WHERE number = 99`)), 'corrupt at entry 4');
  });

  it('names an entry that was rewritten with a leaf that fits, by the checkpoint that was signed over it', async () => {
    const path = join(temporaryFolder(), 'copy');
    cpSync(whole, path, { recursive: true });
    const { entries } = good(await readRegister(path, 'small'));
    const entry = entries[6] ?? assert.fail();
    const rewritten = good(leafOf({ ...entry, reason: 'What I would rather have said.' }));
    const database = new DatabaseSync(databaseIn(path));
    database.prepare('UPDATE kept_entries SET reason = ?, leaf_hash = ? WHERE number = 6').run('What I would rather have said.', leafHash(rewritten));
    database.close();
    assert.equal(where(verified(path)), 'corrupt at entry 6');
    await assert.rejects(readRegister(path, 'small'), /do not fit its signed checkpoint/);
    const folder = openFolder(path);
    await assert.rejects(folder.register('small'), /do not fit its signed checkpoint/);
    await folder.close();
  });

  it('tells a register that was cut back or rewritten by an older checkpoint', async () => {
    const { path, folder, register } = await smallFolder();
    const short = join(temporaryFolder(), 'short');
    const key = () => verifierKey(signingKey(path, 'small'));
    await folder.close();
    cpSync(path, short, { recursive: true });
    const longer = openFolder(path);
    good(await (await longer.register('small')).perform(request('record.put', person('dee'))));
    await longer.close();
    assert.equal(register.id, 'small');
    const since = good(await readRegister(path, 'small')).checkpoint;
    assert.equal(verifyDatabase(databaseIn(path), 'small', key(), since).state, 'intact');
    assert.equal(verifyDatabase(databaseIn(short), 'small', key(), since).state, 'inconsistent');
    const fork = openFolder(short);
    good(await (await fork.register('small')).perform(request('record.put', person('eve'))));
    good(await (await fork.register('small')).perform(request('record.put', person('fay'))));
    await fork.close();
    assert.deepEqual([verified(short).state, verifyDatabase(databaseIn(short), 'small', key(), since).state], ['intact', 'inconsistent']);
  });

  it('finds an act that was recorded twice, right as everything else of it is', async () => {
    const path = join(temporaryFolder(), 'copy');
    cpSync(whole, path, { recursive: true });
    const { entries, tree, key } = good(await readRegister(path, 'small'));
    const first = entries[5] ?? assert.fail();
    const again = { ...first, number: entries.length };
    const entry = { ...again, leafHash: leafHash(good(leafOf(again))) };
    tree.append(entry.leafHash);
    const store = SqliteStore.open(databaseIn(path));
    await store.append('small', { after: entries.length, entries: [entry], current: [], checkpoint: { size: tree.size, note: signCheckpoint({ origin: key.name, size: tree.size, root: tree.root() }, key) } });
    await store.close();
    assert.match(JSON.stringify(verified(path)), new RegExp(`"entry":${entries.length},.*recorded twice`));
  });

  it('finds a view for readers that shows other than was entered, or more, or less', () => {
    const from = 'FROM kept_current v JOIN kept_changes s ON s.place = v.said';
    const shown = (columns: string, rest = ''): Verification => tampered('DROP VIEW current_records', `CREATE VIEW current_records AS SELECT ${columns} ${from} ${rest}`);
    const columns = 'v.register, v.kind, v.id, v.version, v.valid_from, v.valid_until, v.entry, s.body';
    assert.equal(shown(columns).state, 'intact');
    for (const other of [shown(columns.replace('v.entry', 'v.version AS entry')), shown(columns.replace('s.body', `replace(s.body, 'Some', 'Same') AS body`)), shown(columns, `WHERE v.id <> 'v5'`), shown(columns, `UNION ALL SELECT ${columns} ${from}`)]) {
      assert.match(JSON.stringify(other), /shown to readers otherwise than they were entered/);
    }
  });

  it('is corrupt where the file is cut', () => {
    const path = join(temporaryFolder(), 'copy');
    cpSync(whole, path, { recursive: true });
    const bytes = readFileSync(databaseIn(path));
    for (const share of [0.9, 0.5, 0.1]) {
      writeFileSync(databaseIn(path), bytes.subarray(0, Math.floor(bytes.length * share)));
      assert.equal(verified(path).state, 'corrupt', String(share));
    }
    writeFileSync(databaseIn(path), 'not a database at all, but long enough to look like one '.repeat(40));
    assert.equal(where(verified(path)), 'corrupt at entry 0');
  });
});
