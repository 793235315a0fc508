import assert from 'node:assert/strict';
import { cpSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import type { Result } from '../../src/kernel/result.ts';
import { generateKey } from '../../src/register/log/note-key.ts';
import { witnessKeyText } from '../../src/register/log/witness-key.ts';
import { NotIntact } from '../../src/register/not-intact.ts';
import { memoryIn, witnessKeyIn } from '../../src/register/witness/witness-folder.ts';
import { Witness } from '../../src/register/witness/witness.ts';
import { NOON, smallFolder, temporaryFolder } from '../kept/folder.ts';
import { history, submission } from './sample-history.ts';

const log = generateKey('answerable/small');
const trusted = new Map([[log.name, [log]]]);
const open = (folder: string, name?: string): Result<Witness> => Witness.open({ folder, name, trusted, now: NOON });
const opened = (folder: string, name?: string): Witness => {
  const witness = open(folder, name);
  return witness.ok ? witness.value : assert.fail(JSON.stringify(witness.faults));
};
const codeOf = (result: Result<unknown>): string | undefined => (result.ok ? undefined : result.faults[0]?.code);

/** The folder of a witness that has cosigned six entries, closed. */
function usedFolder(): string {
  const folder = join(temporaryFolder(), 'witness');
  const witness = opened(folder, 'inspectorate.example/w1');
  assert.equal(witness.answer(Buffer.from(submission(history('a', 6, 6), 0, log)), 1_000).state, 'cosigned');
  witness.close();
  return folder;
}

describe('The folder of a witness', () => {
  it('is made with its key at the first start, for its owner alone, and opens again with the same key', () => {
    const folder = usedFolder();
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    for (const file of [witnessKeyIn(folder), memoryIn(folder)]) assert.equal(statSync(file).mode & 0o777, 0o600, file);
    const witness = opened(folder);
    assert.equal(witness.key.name, 'inspectorate.example/w1');
    assert.deepEqual(witness.answer(Buffer.from(submission(history('b', 6, 9), 0, log)), 0).state, 'conflict');
    witness.close();
    const again = opened(folder, 'inspectorate.example/w1');
    assert.equal(witnessKeyText(again.key), witnessKeyText(witness.key));
    again.close();
  });

  it('keeps its name: another is refused, as is one that no key can have', () => {
    const folder = usedFolder();
    assert.equal(codeOf(open(folder, 'inspectorate.example/w2')), 'witness-named');
    assert.equal(codeOf(open(join(temporaryFolder(), 'new'), 'two words')), 'witness-name');
    opened(folder).close();
  });

  it('is not shared by two, nor with registers', async () => {
    const folder = usedFolder();
    const witness = opened(folder);
    assert.equal(codeOf(open(folder)), 'folder-held');
    witness.close();
    const { path, folder: registers } = await smallFolder();
    await registers.close();
    assert.equal(codeOf(open(path)), 'witness-among-registers');
  });

  it('without its memory is no witness any more: it would cosign a rewritten past', () => {
    const ways: Readonly<Record<string, (folder: string) => void>> = {
      'taken away': (folder) => rmSync(memoryIn(folder)),
      emptied: (folder) => truncateSync(memoryIn(folder)),
      'no database': (folder) => writeFileSync(memoryIn(folder), 'forgotten'.repeat(1000)),
      'its tables emptied': (folder) => change(folder, 'DELETE FROM witness; DELETE FROM seen'),
    };
    for (const [what, forget] of Object.entries(ways)) {
      const folder = usedFolder();
      forget(folder);
      assert.throws(() => open(folder), NotIntact, what);
      assert.throws(() => open(folder), NotIntact, `${what}, at the second start too`);
    }
  });

  it('without its key, or with another, is no witness either', () => {
    const lost = usedFolder();
    rmSync(witnessKeyIn(lost));
    assert.throws(() => open(lost), /The key of the witness is missing/);
    const [damaged, other] = [usedFolder(), usedFolder()];
    cpSync(witnessKeyIn(other), witnessKeyIn(damaged));
    assert.throws(() => open(damaged), /is not the one that this witness cosigned with/);
    const text = readFileSync(witnessKeyIn(other), 'utf8');
    writeFileSync(witnessKeyIn(other), text.replace(/.{6}$/m, 'AAAAAA'));
    assert.throws(() => open(other), (error: Error) => error instanceof NotIntact && !error.message.includes(text.slice(-30)));
  });

  it('is not opened where what it remembers is not what it cosigned', () => {
    const changes = ['UPDATE seen SET size = 5', `UPDATE seen SET root = zeroblob(32)`, `UPDATE seen SET origin = 'answerable/other'`, 'UPDATE seen SET time = 999', `UPDATE seen SET note = replace(note, char(10) || '6' || char(10), char(10) || '5' || char(10))`];
    for (const sql of changes) {
      const folder = usedFolder();
      change(folder, sql);
      assert.throws(() => open(folder), /is not what it cosigned/, sql);
    }
  });

  it('that was left half-made by a first start that was cut off is made whole by the next', () => {
    const folder = join(temporaryFolder(), 'witness');
    opened(folder).close();
    renameSync(witnessKeyIn(folder), `${witnessKeyIn(folder)}.new`);
    const witness = opened(folder, 'inspectorate.example/w3');
    assert.equal(witness.key.name, 'inspectorate.example/w3');
    witness.close();
    opened(folder).close();
  });
});

function change(folder: string, sql: string): void {
  const database = new DatabaseSync(memoryIn(folder));
  database.exec(sql);
  database.close();
}
