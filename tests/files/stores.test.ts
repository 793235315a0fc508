import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { hexOf, type FileDigest } from '../../src/register/files/file-digest.ts';
import { FolderFiles } from '../../src/register/files/stores/folder-files.ts';
import { S3Files } from '../../src/register/files/stores/s3-files.ts';
import { behavesAsFiles, type TestPlace } from './behaviour.ts';
import { startS3, type TestBucket } from './start-s3.ts';

const folder = await mkdtemp(join(tmpdir(), 'files-'));
after(() => rm(folder, { recursive: true, force: true }));

/** Harms a file of the disk. */
const harmed = (find: (register: string, hex: string) => string): Pick<TestPlace, 'damage' | 'cut'> => ({
  async damage(register: string, digest: FileDigest) {
    const path = find(register, hexOf(digest));
    const bytes = await readFile(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(path, bytes);
  },
  async cut(register: string, digest: FileDigest) {
    const path = find(register, hexOf(digest));
    await truncate(path, (await readFile(path)).length - 1);
  },
});

const inFolder: TestPlace = {
  of: (register) => new FolderFiles(folder, register),
  ...harmed((register, hex) => join(folder, 'files', register, hex.slice(0, 2), hex.slice(2))),
};
behavesAsFiles('the data folder', () => inFolder);

let bucket: TestBucket;
before(async () => {
  bucket = await startS3(join(folder, 's3'));
});
after(() => bucket.stop());

behavesAsFiles('a bucket', () => ({
  of: (register) => new S3Files(bucket.place, register),
  ...harmed((register, hex) => globSync(`${bucket.folder}/${register}/${hex.slice(0, 2)}/${hex.slice(2)}*object`)[0] ?? ''),
}));
