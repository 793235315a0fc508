import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { EvidenceFiles } from '../../src/register/files/evidence-files.ts';
import { hexOf, type FileDigest } from '../../src/register/files/file-digest.ts';
import { filesInFolder } from '../../src/register/files/file-places.ts';
import { FolderFiles } from '../../src/register/files/stores/folder-files.ts';
import { codeOf, contentOf, digestOf, good, text } from './behaviour.ts';
import { gathered, inPieces } from './samples.ts';

const PUTTER = fileURLToPath(new URL('one-putter.ts', import.meta.url));

const made: string[] = [];
after(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'evidence-'));
  made.push(folder);
  return folder;
}

const pathOf = (folder: string, digest: FileDigest): string => join(folder, 'files', 'small', hexOf(digest).slice(0, 2), hexOf(digest).slice(2));

/** Every file under the folder. */
async function all(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('Files of evidence in a data folder', () => {
  it('lie under their digest alone, readable to nobody but their owner', async () => {
    const folder = await newFolder();
    const files = new EvidenceFiles(new FolderFiles(folder, 'small'));
    const { digest } = good(await files.put(inPieces('words\n'), { name: '../../../etc/passwd.txt' }));
    assert.deepEqual(await all(folder), [pathOf(folder, digest)]);
    assert.equal((await stat(pathOf(folder, digest))).mode & 0o777, 0o600);
    for (let at = dirname(pathOf(folder, digest)); at !== folder; at = dirname(at)) assert.equal((await stat(at)).mode & 0o777, 0o700, at);
  });

  it('leave no half file where the process is killed while it writes, and the next put works', async () => {
    const folder = await newFolder();
    const child = spawn(process.execPath, [PUTTER, folder, '400000'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    const left = await all(folder);
    assert.equal(left.length, 1, 'the draft');
    assert.match(left[0] ?? '', /\.new$/);
    const files = new EvidenceFiles(await filesInFolder(folder).forWriting('small'));
    assert.deepEqual(await all(folder), [], 'the draft is swept');
    assert.deepEqual(await gathered(files.check()), []);
    const { digest } = good(await files.put(inPieces(text(400_000)), { name: 'long.txt' }));
    assert.equal((await contentOf(files, digest)).toString(), text(400_000));
  });

  it('are not swept while this process writes them', async () => {
    const folder = await newFolder();
    const files = new EvidenceFiles(new FolderFiles(folder, 'small'));
    const { promise: swept, resolve } = Promise.withResolvers<void>();
    const put = files.put((async function* () {
      yield Buffer.from('first\n');
      await filesInFolder(folder).forWriting('small');
      resolve();
      yield Buffer.from('second\n');
    })(), { name: 'a.txt' });
    await swept;
    assert.equal((await contentOf(files, good(await put).digest)).toString(), 'first\nsecond\n');
  });

  it('are not kept where the disk refuses, which is said, and are once it does not', async () => {
    const folder = await newFolder();
    // A file stands where the folder should be: nothing can be made there, by root neither.
    await writeFile(join(folder, 'files'), '');
    const files = new EvidenceFiles(new FolderFiles(folder, 'small'));
    const put = await files.put(inPieces('words\n'), { name: 'a.txt' });
    assert.equal(codeOf(put), 'file-not-kept');
    assert.match(put.ok ? '' : (put.faults[0]?.sentence ?? ''), /^The file could not be kept \(E[A-Z]+:.*\)\. Put it again: the same content is kept once\.$/);
    await rm(join(folder, 'files'));
    good(await files.put(inPieces('words\n'), { name: 'a.txt' }));
  });

  it('are read from the place itself and from nowhere that a link leads to', async () => {
    const folder = await newFolder();
    const files = new EvidenceFiles(new FolderFiles(folder, 'small'));
    const digest = digestOf('secret\n');
    await writeFile(join(folder, 'elsewhere'), 'secret\n');
    await mkdir(dirname(pathOf(folder, digest)), { recursive: true });
    await symlink(join(folder, 'elsewhere'), pathOf(folder, digest));
    await assert.rejects(files.get(digest), { code: 'ELOOP' });
  });

  it('are overwritten before they are removed', async () => {
    const folder = await newFolder();
    const files = new EvidenceFiles(new FolderFiles(folder, 'small'));
    const { digest } = good(await files.put(inPieces('to be erased\n'), { name: 'a.txt' }));
    const witness = await import('node:fs/promises').then(({ open }) => open(pathOf(folder, digest)));
    assert.equal(await files.remove(digest), true);
    const { buffer, bytesRead } = await witness.read(Buffer.alloc(100), 0, 100, 0);
    await witness.close();
    assert.deepEqual(buffer.subarray(0, bytesRead), Buffer.alloc(13));
    assert.deepEqual(await all(folder), []);
  });

  it('that are there already are not written again', async () => {
    const folder = await newFolder();
    const files = new EvidenceFiles(new FolderFiles(folder, 'small'));
    const { digest } = good(await files.put(inPieces('words\n'), { name: 'a.txt' }));
    await chmod(pathOf(folder, digest), 0o400);
    const before = await stat(pathOf(folder, digest));
    good(await files.put(inPieces('words\n'), { name: 'b.txt' }));
    assert.equal((await stat(pathOf(folder, digest))).ino, before.ino);
    assert.equal(await readFile(pathOf(folder, digest), 'utf8'), 'words\n');
  });
});
