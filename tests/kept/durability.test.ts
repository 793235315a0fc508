import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DataFolder } from '../../src/register/folder/data-folder.ts';
import { backUp, restore } from '../../src/register/folder/back-up.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { good, NOON, openFolder, person, request, smallFolder, temporaryFolder, verified } from './folder.ts';

const WRITER = fileURLToPath(new URL('one-writer.ts', import.meta.url));
const KILLS = Number(process.env['KEPT_KILLS'] ?? 5);

/** Starts the writer and gives what it prints, line by line, until it is killed. */
function writer(path: string, first: number): { readonly child: ChildProcess; readonly lines: string[]; readonly opened: Promise<void> } {
  const child = spawn(process.execPath, [WRITER, path, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  let rest = '';
  const opened = new Promise<void>((resolve, reject) => {
    child.on('exit', () => reject(new Error('The writer ended by itself.')));
    child.stdout?.on('data', (bytes: Buffer) => {
      const parts = (rest + bytes.toString()).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts);
      if (lines.includes('open')) resolve();
    });
  });
  return { child, lines, opened };
}

describe('A data folder', () => {
  it('refuses a second writer at once and names the first, in this process and in another', async () => {
    const { path, folder } = await smallFolder();
    const second = DataFolder.open(path, NOON, false);
    assert.match(second.ok ? '' : (second.faults[0]?.sentence ?? ''), new RegExp(`in process ${process.pid} since 2013-01-01T12:00:00.000Z`));
    await folder.close();
    const other = writer(path, 0);
    await other.opened;
    const began = performance.now();
    const refused = DataFolder.open(path, NOON, false);
    assert.ok(performance.now() - began < 1_000);
    assert.match(refused.ok ? '' : (refused.faults[0]?.sentence ?? ''), new RegExp(`in process ${other.child.pid ?? 0} since 20`));
    assert.ok(good(await readRegister(path, 'small')).entries.length > 0, 'readers are not kept out');
    other.child.kill('SIGKILL');
    await once(other.child, 'exit');
    await openFolder(path).close();
  });

  it(`loses and doubles nothing that was acknowledged when its writer is killed (${KILLS} times)`, async () => {
    const { path, folder } = await smallFolder();
    await folder.close();
    const acknowledged = new Map<string, string>();
    let first = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const { child, lines, opened } = writer(path, first);
      await opened;
      await new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * 150));
      child.kill('SIGKILL');
      await once(child, 'close');
      for (const line of lines.filter((one) => /^\d/.test(one))) {
        const [n = '', number = ''] = line.split(' ');
        acknowledged.set(`n${n}`, number);
      }
      // The last act may have been kept without an answer: it is asked for again, with the same key.
      first = acknowledged.size;
      assert.equal(verified(path).state, 'intact');
    }
    assert.ok(acknowledged.size > 0);
    const { entries } = good(await readRegister(path, 'small'));
    for (const [key, number] of acknowledged) assert.equal(entries[Number(number)]?.key, key);
    const keys = entries.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
    assert.ok(entries.length - 1 - acknowledged.size <= 1, 'at most the last one was kept without an answer');
  });

  it('is backed up while it is written to, and restores to the same root with the same key', async () => {
    const { path, folder, register } = await smallFolder();
    const file = join(temporaryFolder(), 'back-up');
    const going = Promise.all(Array.from({ length: 60 }, async (_, n) => good(await register.perform(request('record.put', person(`b${n}`))))));
    const [saved] = good(await backUp(path, file));
    await going;
    const later = register.image.entries.length;
    await folder.close();
    const restored = join(temporaryFolder(), 'again');
    assert.deepEqual(good(await restore(file, restored)), [saved]);
    const [before, after] = [good(await readRegister(path, 'small')), good(await readRegister(restored, 'small'))];
    assert.ok(after.entries.length <= later);
    assert.deepEqual(after.entries, before.entries.slice(0, after.entries.length));
    assert.deepEqual(after.key.id, before.key.id);
    const opened = openFolder(restored);
    good(await (await opened.register('small')).perform(request('record.put', person('after'))));
    await opened.close();
    assert.equal(verified(restored).state, 'intact');
  });

  it('is not restored over another, nor from a back-up that is not intact', async () => {
    const { path, folder } = await smallFolder();
    await folder.close();
    const file = join(temporaryFolder(), 'back-up');
    good(await backUp(path, file));
    const over = await restore(file, path);
    assert.equal(over.ok ? '' : over.faults[0]?.code, 'folder-not-empty');
    const again = await backUp(path, file);
    assert.equal(again.ok ? '' : again.faults[0]?.code, 'file-exists');
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(file);
    database.exec(`UPDATE kept_changes SET body = replace(body, 'Ben', 'Bob')`);
    database.close();
    const target = join(temporaryFolder(), 'new');
    const broken = await restore(file, target);
    assert.match(broken.ok ? '' : (broken.faults[0]?.sentence ?? ''), /corrupt at entry 0 of `small`/);
    assert.ok(!existsSync(target));
    writeFileSync(file, 'no back-up');
    assert.equal((await restore(file, target)).ok, false);
  });
});
