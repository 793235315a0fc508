import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Ran } from '../parts/answerable.ts';
import { scratchFolder } from '../parts/scratch.ts';
import type { Files } from './after-crash.ts';
import type { Operation } from './operation.ts';
import { operationsIn, TRACED } from './trace.ts';

/** All that a process asked of a disk, from the files that were there to its end. */
export interface Recording {
  readonly files: Files;
  readonly operations: readonly Operation[];
}

/** Runs a command whose disk is `root` and which acknowledges by writing to `says` (standard output goes there), and records it. */
export async function record(root: string, says: string, words: readonly string[]): Promise<Recording & { readonly ran: Ran }> {
  mkdirSync(root, { recursive: true });
  const files = filesIn(root);
  const trace = join(scratchFolder(), 'trace');
  const ran = await run(words, { before: ['strace', '-f', '--seccomp-bpf', '-qq', '-y', '-xx', '-s', '100000000', '-o', trace, '-e', `trace=${TRACED.map((call) => `?${call}`).join(',')}`], outTo: says });
  return { ran, files, operations: operationsIn(readFileSync(trace, 'latin1'), root, says) };
}

/** Every file under the folder, with what is in it. */
export function filesIn(folder: string): Files {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).map((entry) => ({ path: join(entry.parentPath, entry.name), isFolder: entry.isDirectory() }));
  return new Map(entries.filter(({ path }) => !path.endsWith('-shm')).map(({ path, isFolder }) => [path.slice(folder.length + 1), isFolder ? ('folder' as const) : Uint8Array.from(readFileSync(path))]));
}
