import assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { answerable, done } from '../../faults/parts/answerable.ts';
import { scratchFolder } from '../../faults/parts/scratch.ts';
import { personFile, smallFile, smallFolder } from '../../faults/parts/small-folder.ts';

const begin = (folder: string) => answerable(['import', smallFile(), '--data', folder, '--as', 'clerk', '--reason', 'To begin.']);

/** The smallest test of each fault that a campaign found and that another test would not have. */
describe('What the campaigns found', () => {
  it('begins a register in a folder whose making was cut off before it had tables', async () => {
    const folder = join(scratchFolder(), 'data');
    mkdirSync(folder);
    writeFileSync(join(folder, 'registers.sqlite'), '');
    const { code, err } = await begin(folder);
    assert.deepEqual([code, err], [0, '']);
  });

  it('begins a register in a folder whose making was cut off within the first write to the database', async () => {
    const [made, folder] = [scratchFolder(), join(scratchFolder(), 'data')];
    mkdirSync(folder);
    const database = new DatabaseSync(join(made, 'registers.sqlite'));
    // With hardly any memory SQLite writes to the file before it commits: a copy is what a crash leaves.
    database.exec('PRAGMA cache_size = 1; BEGIN; CREATE TABLE t (a)');
    for (let row = 0; row < 50; row += 1) database.prepare('INSERT INTO t VALUES (zeroblob(4000))').run();
    for (const file of ['registers.sqlite', 'registers.sqlite-journal']) copyFileSync(join(made, file), join(folder, file));
    database.close();
    const { code, err } = await begin(folder);
    assert.deepEqual([code, err], [0, '']);
  });

  it('tells in verify that the newest entries are gone, where the rest is intact in itself', async () => {
    const folder = await smallFolder();
    const older = join(scratchFolder(), 'older');
    const act = (id: string) => done('act', 'record.put', '--data', folder, '--input', personFile(id), '--as', 'clerk', '--reason', 'One more.');
    await act('one');
    cpSync(join(folder, 'registers.sqlite'), older);
    await act('two');
    copyFileSync(older, join(folder, 'registers.sqlite'));
    const { code, out } = await answerable(['verify', '--data', folder]);
    assert.deepEqual([code, out], [5, 'corrupt at entry 2: it is missing: 3 entries were signed here, and 2 are there\n']);
  });
});
