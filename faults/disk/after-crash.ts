import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { change, contentOf, named, type Disk, type Named, type Pending } from './disk.ts';

/** What becomes of what was not synced: it all came to the disk (the process was killed), none did, or some. */
export type Losing = 'nothing' | 'everything' | 'something';

/** Disks write whole sectors. */
const SECTOR = 512;

export type Files = ReadonlyMap<string, Uint8Array | 'folder'>;

/** The disk as it may be found after a crash at this moment. */
export function afterCrash(disk: Disk, losing: Losing, random: () => number = Math.random): Files {
  const names = new Map<string, Named>(disk.kept);
  const contents = new Map<number, Uint8Array<ArrayBuffer>>();
  const share = random();
  const isKept = (): boolean => losing === 'nothing' || (losing === 'something' && random() < share);
  /** Folders in which a name was lost: those given after it are lost too. */
  const cut = new Set<string>();
  for (const one of disk.pending) {
    if (one.is === 'names') {
      const isLost = one.folders.some((folder) => cut.has(folder)) || !isKept();
      if (isLost) for (const folder of one.folders) cut.add(folder);
      else for (const [path, to] of one.changes) named(names, path, to);
    } else {
      const content = contents.get(one.file) ?? contentOf(disk.content(one.file));
      contents.set(one.file, content);
      partly(content, one, isKept);
    }
  }
  const files = new Map<string, Uint8Array | 'folder'>();
  const isThere = (path: string): boolean => path === '.' || (names.get(path) === 'folder' && isThere(dirname(path)));
  for (const [path, to] of names) if (isThere(dirname(path))) files.set(path, to === 'folder' ? to : (contents.get(to) ?? disk.content(to)));
  return files;
}

/** Makes those sectors of the change that are kept. */
function partly(content: Uint8Array<ArrayBuffer>, by: Exclude<Pending, { readonly is: 'names' }>, isKept: () => boolean): void {
  if (by.is === 'length') {
    if (isKept()) change(content, by);
    return;
  }
  for (let start = 0; start < by.bytes.length; ) {
    const at = by.at + start;
    const length = Math.min(SECTOR - (at % SECTOR), by.bytes.length - start);
    if (isKept()) change(content, { ...by, at, bytes: by.bytes.subarray(start, start + length) });
    start += length;
  }
}

/** Writes the files into an empty folder. */
export function layOut(files: Files, folder: string): void {
  for (const [path, content] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (content === 'folder') mkdirSync(join(folder, path), { recursive: true });
    else writeFileSync(join(folder, path), content, { mode: 0o600 });
  }
}
