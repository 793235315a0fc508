import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeDiscarding, scratchFolder } from '../parts/scratch.ts';

const BYTES = 128 * 2 ** 20;

const mounted = new Set<string>();
beforeDiscarding(() => {
  for (const folder of mounted) spawnSync('umount', ['-l', folder]);
});

/** A disk of its own, ext4 in a file, whose power can be pulled: what was not flushed is gone. */
export class LoopDisk {
  readonly folder: string;
  readonly #image: string;

  constructor() {
    const scratch = scratchFolder();
    this.#image = join(scratch, 'image');
    this.folder = join(scratch, 'disk');
    mkdirSync(this.folder);
    writeFileSync(this.#image, '');
    truncateSync(this.#image, BYTES);
    system('mkfs.ext4', '-q', '-F', this.#image);
    this.#mount();
  }

  /** Makes certain of all that is there. */
  flush(): void {
    system('sync', '-f', this.folder);
  }

  /** From now on nothing reaches the disk, not even the journal of what was done. */
  pull(): void {
    system('xfs_io', '-x', '-c', 'shutdown', this.folder);
  }

  /** Puts the disk back as a machine that starts again does. Nobody may have a file of it open. */
  putBack(): void {
    this.#unmount();
    this.#mount();
  }

  destroy(): void {
    this.#unmount();
    rmSync(this.#image);
  }

  #mount(): void {
    system('mount', '-o', 'loop', this.#image, this.folder);
    mounted.add(this.folder);
  }

  #unmount(): void {
    system('umount', this.folder);
    mounted.delete(this.folder);
  }
}

/** Why this machine cannot pull the power of a disk. */
export function noLoopDisk(): string | undefined {
  if (process.getuid?.() !== 0) return 'needs root, for a disk of its own';
  for (const program of ['mkfs.ext4', 'xfs_io', 'mount']) if (spawnSync(program, ['-V'], { stdio: 'ignore' }).error !== undefined) return `needs ${program}, which is not on this machine`;
  why ??= tried();
  return why === '' ? undefined : why;
}

let why: string | undefined;

function tried(): string {
  try {
    const disk = new LoopDisk();
    disk.pull();
    disk.putBack();
    disk.destroy();
    return '';
  } catch (error) {
    return `this machine gives no loop devices: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function system(program: string, ...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`\`${program}\` failed: ${(error?.message ?? stderr).trim()}`);
}
