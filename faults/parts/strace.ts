import { spawnSync } from 'node:child_process';

/** What of a data folder is asked of the system: writing, syncing, naming. */
export const SYNCS = ['fsync', 'fdatasync'] as const;

let found: string | undefined | null = null;

/** Why this machine cannot stop a process at a chosen call to the system. */
export function noStrace(): string | undefined {
  if (found === null) {
    const { status, error } = spawnSync('strace', ['-f', '--seccomp-bpf', '-o', '/dev/null', '-e', 'trace=none', 'true'], { stdio: 'ignore' });
    found = status === 0 ? undefined : `needs strace, which ${error === undefined ? 'may not trace here' : 'is not on this machine'}`;
  }
  return found;
}

/**
 * Words before a command that kill it when it is about to make the N-th such call on one of the files. (Calls are counted for each
 * name apart.)
 */
export const killedAt = (calls: readonly string[], nth: number, files: readonly string[]): readonly string[] =>
  injecting(calls, `signal=KILL:when=${nth}`, files);

/** Words before a command to which the system answers some calls on some files with what we choose. */
export const injecting = (calls: readonly string[], what: string, files: readonly string[] = []): readonly string[] =>
  ['strace', '-f', '-qq', '-o', '/dev/null', ...files.flatMap((file) => ['-P', file]), '-e', `trace=${calls.join(',')}`, '-e', `inject=${calls.join(',')}:${what}`];
