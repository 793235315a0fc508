import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';

const made: string[] = [];
const first: (() => void)[] = [];
process.on('exit', () => {
  for (const work of first) work();
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that is gone with the process. `memory`: where there is one, on a disk that is memory, for what never meets a real one. */
export function scratchFolder(where: 'disk' | 'memory' = 'disk'): string {
  const folder = mkdtempSync(join(where === 'memory' && existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'faults-'));
  made.push(folder);
  return folder;
}

export const discard = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** What has to be done with the process's end before its folders can go. */
export const beforeDiscarding = (work: () => void): void => void first.push(work);
