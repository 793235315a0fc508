import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { databaseIn } from '../../src/register/folder/files.ts';
import { RawRows } from '../../src/register/verify/raw-rows.ts';
import { verifyRegister, type Verification } from '../../src/register/verify/verify.ts';
import { verifierKey } from '../../src/register/log/note-key.ts';
import { signingKey } from '../../src/register/folder/signing-keys.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { NotIntact } from '../../src/register/not-intact.ts';
import { openFolder, temporaryFolder, verified } from './folder.ts';
import { everythingIn, folderOfEverything, mutate } from './mutated.ts';

/** How many of each; raise it for a campaign: `KEPT_FLIPS=10000 npm test kept/verify-mutations`. */
const FLIPS = Number(process.env['KEPT_FLIPS'] ?? 150);

const CAME_BACK = 'UPDATE kept_changes SET (salt, body) = (SELECT salt, body FROM kept_changes WHERE entry = 1) WHERE entry = 2 AND position = 0';

let whole: string;

before(async () => {
  whole = await folderOfEverything();
});

function copied(): string {
  const path = join(temporaryFolder(), 'copy');
  cpSync(whole, path, { recursive: true });
  return path;
}

const where = (found: Verification): string => (found.state === 'corrupt' ? `corrupt at entry ${found.entry}` : found.state);

describe('A register with some of everything', () => {
  it('is intact, with erasures', () => {
    const found = verified(whole);
    assert.deepEqual(found.state === 'intact' && found.erasures, { bodies: 4, rules: ['UK GDPR, article 17'] });
  });

  for (const [entry, what, statement] of [
    [2, 'a tombstone is gone', `DELETE FROM kept_erasures WHERE entry = 2`],
    [2, 'a tombstone names another erasure', `UPDATE kept_erasures SET erased_by = erased_by + 4 WHERE entry = 2`],
    [2, 'a tombstone names an entry of before', `UPDATE kept_erasures SET erased_by = 1 WHERE entry = 2`],
    [1, 'a body is gone, with a tombstone of its own', `UPDATE kept_changes SET salt = NULL, body = NULL WHERE entry = 1; INSERT INTO kept_erasures SELECT 'small', 1, 0, erased_by FROM kept_erasures LIMIT 1`],
    [1, 'a tombstone stands where a body is', `INSERT INTO kept_erasures SELECT 'small', 1, 0, erased_by FROM kept_erasures LIMIT 1`],
    [2, 'a body came back', `${CAME_BACK}`],
    [2, 'a body came back for its tombstone', `${CAME_BACK}; DELETE FROM kept_erasures WHERE entry = 2`],
    [9, 'what the erasing entry says was changed', `UPDATE kept_changes SET body = replace(body, 'v2', 'v4') WHERE entry = 9 AND position = 0`],
    [9, 'what the erasing entry says is gone', `UPDATE kept_changes SET salt = NULL, body = NULL WHERE entry = 9 AND position = 0`],
    [9, 'what the erasing entry says is said to be erased', `INSERT INTO kept_erasures VALUES ('small', 9, 0, 13)`],
    [0, 'a tombstone is of no change', `INSERT INTO kept_erasures VALUES ('small', 2, 7, 9)`],
    [0, 'a tombstone is of no entry', `INSERT INTO kept_erasures VALUES ('small', 99, 0, 9)`],
  ] as const) {
    it(`is corrupt at entry ${entry} where ${what}`, () => {
      const path = copied();
      const database = new DatabaseSync(databaseIn(path));
      database.exec(statement);
      database.close();
      // A tombstone beyond its entry's changes is laid to the entry.
      assert.match(where(verified(path)), new RegExp(`^corrupt at entry (${entry}|${statement.includes('2, 7') ? 2 : entry})$`));
    });
  }

  for (const [what, statement] of [
    ['is gone that nothing erased', 'UPDATE kept_changes SET salt = NULL, body = NULL WHERE entry = 1'],
    ['is there and is said to be erased', `INSERT INTO kept_erasures VALUES ('small', 1, 0, 9)`],
    ['has lost its tombstone', 'DELETE FROM kept_erasures WHERE entry = 2'],
  ] as const) {
    it(`is not read, and not written to, where a body ${what}`, async () => {
      const path = copied();
      const database = new DatabaseSync(databaseIn(path));
      database.exec(statement);
      database.close();
      await assert.rejects(readRegister(path, 'small'), (error) => error instanceof NotIntact && /What entry \d of the register `small` said is/.test(error.message));
      const folder = openFolder(path);
      await assert.rejects(folder.register('small'), NotIntact);
      await folder.close();
    });
  }

  it('says nothing of what witnesses signed: that is checked with their keys', () => {
    const path = copied();
    const database = new DatabaseSync(databaseIn(path));
    assert.equal(database.prepare(`UPDATE kept_cosignatures SET line = 'forged'`).run().changes, 1);
    database.close();
    assert.equal(verified(path).state, 'intact');
  });

  it(`misses no row that was deleted, changed or swapped, and names its entry (${FLIPS} times)`, () => {
    const path = copied();
    const database = new DatabaseSync(databaseIn(path));
    const key = verifierKey(signingKey(path, 'small'));
    const last = Number(database.prepare('SELECT max(size) AS last FROM kept_checkpoints').get()?.['last']);
    const number = fc.nat({ max: 1_000_000 });
    let done = 0;
    let attempts = 0;
    while (done < FLIPS && attempts < FLIPS * 20) {
      for (const chance of fc.sample(fc.tuple(number, number, number, number, number, number), FLIPS)) {
        attempts += 1;
        if (done >= FLIPS) break;
        database.exec('BEGIN');
        try {
          const mutation = mutate(database, chance, (size) => size === last);
          if (mutation === undefined) continue;
          done += 1;
          const found = verifyRegister(new RawRows(database, 'small'), key);
          assert.equal(found.state, 'corrupt', mutation.said);
          const [first] = mutation.entries.toSorted((a, b) => a - b);
          if (first !== undefined && found.state === 'corrupt') assert.ok(mutation.entries.includes(found.entry), `${mutation.said}: ${where(found)}, ${found.why}`);
        } finally {
          database.exec('ROLLBACK');
        }
      }
    }
    database.close();
    assert.equal(done, FLIPS);
  });

  it(`misses no byte that was flipped, no bytes that were swapped and no end that was cut off, where it changes what is read (${FLIPS} times)`, async () => {
    const path = copied();
    const file = databaseIn(path);
    const bytes = readFileSync(file);
    const right = await everythingIn(file);
    const place = fc.integer({ min: 0, max: bytes.length - 1 });
    let detected = 0;
    for (const [how, offset, other, bit, length] of fc.sample(fc.tuple(fc.nat({ max: 9 }), place, place, fc.nat({ max: 7 }), fc.integer({ min: 1, max: 64 })), FLIPS)) {
      let changed = Buffer.from(bytes);
      if (how < 7) changed[offset] = (changed[offset] ?? 0) ^ (1 << bit);
      else if (how < 9) {
        bytes.copy(changed, offset, other, other + Math.min(length, bytes.length - Math.max(offset, other)));
        bytes.copy(changed, other, offset, offset + Math.min(length, bytes.length - Math.max(offset, other)));
      } else changed = changed.subarray(0, offset);
      writeFileSync(file, changed);
      const found = verified(path);
      const said = how < 7 ? `byte ${offset}, bit ${bit}` : how < 9 ? `${length} bytes at ${offset} and ${other}` : `cut at ${offset}`;
      if (found.state === 'intact') assert.deepEqual(await everythingIn(file).catch((error: unknown) => String(error)), right, said);
      else detected += 1;
    }
    assert.ok(detected > 0);
  });
});
