import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeDiscarding, scratchFolder } from '../parts/scratch.ts';

/** Leaves no byte of the disk that the file is on. */
export function fill(ballast: string): void {
  for (let bytes = room(dirname(ballast)); bytes > 0; bytes = Math.floor(bytes / 2)) {
    try {
      for (;;) appendFileSync(ballast, new Uint8Array(bytes));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
}

/** The bytes that are free where the folder is. */
export const room = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Works on a disk in memory of 48 MB, which is gone afterwards. */
export async function onSmallDisk<T>(work: (disk: string) => Promise<T>): Promise<T> {
  const disk = smallDisk();
  try {
    return await work(disk);
  } finally {
    unmount(disk);
  }
}

function smallDisk(): string {
  const folder = join(scratchFolder(), 'disk');
  mkdirSync(folder);
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  mounted.add(folder);
  return folder;
}

function unmount(folder: string): void {
  mounted.delete(folder);
  spawnSync('umount', ['-l', folder]);
}

const mounted = new Set<string>();
beforeDiscarding(() => {
  for (const folder of mounted) unmount(folder);
});

/** Why this machine gives none. */
export function noSmallDisk(): string | undefined {
  if (process.getuid?.() !== 0) return 'needs root, for a small disk of its own';
  try {
    unmount(smallDisk());
    return undefined;
  } catch (error) {
    return `this machine mounts no disk in memory: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
}
