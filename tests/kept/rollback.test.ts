import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { backUp, restore } from '../../src/register/folder/back-up.ts';
import { databaseIn, keysIn } from '../../src/register/folder/files.ts';
import { lastSigned } from '../../src/register/folder/last-signed.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { good, openFolder, person, request, smallFolder, temporaryFolder, verified } from './folder.ts';

const WRITER = fileURLToPath(new URL('one-writer.ts', import.meta.url));

const recordIn = (path: string): string => join(keysIn(path), 'small.signed');

/** Puts another database into the folder in place of the one that is there. */
function putBack(from: string, path: string): void {
  for (const ending of ['-wal', '-shm']) rmSync(`${databaseIn(path)}${ending}`, { force: true });
  cpSync(databaseIn(from), databaseIn(path));
}

async function acts(path: string, ...ids: readonly string[]): Promise<void> {
  const folder = openFolder(path);
  const register = await folder.register('small');
  for (const id of ids) good(await register.perform(request('record.put', person(id))));
  await folder.close();
}

/** A folder of three entries, and a copy of it as it was with two. */
async function folderAndOlder(): Promise<{ readonly path: string; readonly older: string; readonly newer: string }> {
  const { path, folder } = await smallFolder();
  await folder.close();
  await acts(path, 'dee');
  const older = join(temporaryFolder(), 'older');
  cpSync(path, older, { recursive: true });
  await acts(path, 'eve');
  const newer = join(temporaryFolder(), 'newer');
  cpSync(path, newer, { recursive: true });
  return { path, older, newer };
}

describe('A database put back from an older copy', () => {
  it('is recognised at opening and at reading, with both sizes and what to do, and nothing is signed over it', async () => {
    const { path, older, newer } = await folderAndOlder();
    putBack(older, path);
    const told = /The register `small` has 2 entries, and 3 were acknowledged and signed here: an older copy was put in its place\. Nothing is signed over it\. .* restore its back-up into a new folder with `answerable restore`/;
    const folder = openFolder(path);
    await assert.rejects(folder.register('small'), told);
    await assert.rejects(folder.register('small'), told);
    await folder.close();
    await assert.rejects(readRegister(path, undefined), told);
    assert.equal(lastSigned(keysIn(path), 'small')?.size, 3);
    putBack(newer, path);
    await acts(path, 'fay');
    assert.equal(good(await readRegister(path, undefined)).entries.length, 4);
    assert.equal(verified(path).state, 'intact');
  });

  it('is recognised where it went its own way to the same length, or beyond', async () => {
    const { path, older } = await folderAndOlder();
    for (const id of ['other', 'more']) {
      await acts(older, id);
      putBack(older, path);
      const folder = openFolder(path);
      await assert.rejects(folder.register('small'), /The first 3 entries of the register `small` are not those that were signed here/);
      await folder.close();
      await assert.rejects(readRegister(path, 'small'), /are not those that were signed here/);
    }
  });

  it('is recognised where nothing is left of the register', async () => {
    const { path } = await folderAndOlder();
    for (const ending of ['', '-wal', '-shm']) rmSync(`${databaseIn(path)}${ending}`, { force: true });
    const folder = openFolder(path);
    await assert.rejects(folder.register('small'), /has 0 entries, and 3 were acknowledged/);
    await folder.close();
  });

  it('is gone on from in a new folder, out of its back-up, which from then on is not put back further', async () => {
    const { path, older } = await folderAndOlder();
    const file = join(temporaryFolder(), 'back-up');
    good(await backUp(path, file));
    await acts(path, 'fay');
    const restored = join(temporaryFolder(), 'restored');
    good(await restore(file, restored));
    assert.equal(lastSigned(keysIn(restored), 'small')?.size, 3);
    assert.equal(statSync(recordIn(restored)).mode & 0o777, 0o600);
    await acts(restored, 'gwen');
    assert.equal(good(await readRegister(restored, undefined)).entries.length, 4);
    putBack(older, restored);
    const folder = openFolder(restored);
    await assert.rejects(folder.register('small'), /has 2 entries, and 4 were acknowledged/);
    await folder.close();
  });
});

describe('The record of what was signed last', () => {
  it('is never ahead of what is kept when the writer is killed, and the folder opens', async () => {
    const { path, folder } = await smallFolder();
    await folder.close();
    for (let round = 0; round < 3; round += 1) {
      const child = spawn(process.execPath, [WRITER, path, String(round * 100_000)], { stdio: ['ignore', 'pipe', 'inherit'] });
      let printed = '';
      child.stdout.on('data', (bytes: Buffer) => (printed += bytes.toString()));
      const before = lastSigned(keysIn(path), 'small')?.size ?? 0;
      while ((lastSigned(keysIn(path), 'small')?.size ?? 0) <= before) await new Promise((resolve) => setTimeout(resolve, 10));
      child.kill('SIGKILL');
      await once(child, 'close');
      assert.match(printed, /\d+ \d+/);
      const recorded = lastSigned(keysIn(path), 'small')?.size ?? 0;
      assert.ok(recorded > before && recorded <= good(await readRegister(path, 'small')).entries.length);
    }
  });

  it('is made for a folder that had none, and says what to do where it cannot be read', async () => {
    const { path, folder } = await smallFolder();
    await folder.close();
    rmSync(recordIn(path));
    const again = openFolder(path);
    await again.register('small');
    await again.close();
    assert.ok(existsSync(recordIn(path)));
    writeFileSync(recordIn(path), readFileSync(recordIn(path), 'utf8').slice(0, 20));
    const damaged = openFolder(path);
    await assert.rejects(damaged.register('small'), /small\.signed, the record of what was signed last, cannot be read\. Put it back/);
    await damaged.close();
  });
});
