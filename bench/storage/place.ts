import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux: the type of a file system that lies in memory, where a sync costs nothing. */
const TMPFS = 0x01021994;

/** A folder of its own for one benchmark, in ANSWERABLE_BENCH_DIR or the system's own place for what is temporary; gone with the process. */
export function place(): string {
  const folder = mkdtempSync(join(process.env['ANSWERABLE_BENCH_DIR'] ?? tmpdir(), 'bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a reader must know of the disk. */
export const diskNote = (folder: string): string =>
  statfsSync(folder).type === TMPFS
    ? '**The folder lay in memory (tmpfs): syncing cost nothing, and these numbers say nothing of a disk.** Name one on a disk with ANSWERABLE_BENCH_DIR.'
    : 'The files lay on a disk. What a sync costs there decides most of this; a virtual disk may answer before the bytes are safe.';
