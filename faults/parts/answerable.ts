import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** What a process of ours is given of the environment: compiled code is kept, as the launcher has it, which halves the time to start. */
export const environment = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url)),
  ...process.env,
  NODE_TEST_CONTEXT: undefined,
  ...more,
});

export interface Ran {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Around {
  /** What it is started by, such as strace with its options. */
  readonly before?: readonly string[] | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** A file to which standard output goes in place of back to us. */
  readonly outTo?: string | undefined;
}

/** Runs the command line in a process of its own. */
export const answerable = (words: readonly string[], around: Around = {}): Promise<Ran> => run([process.execPath, MAIN, ...words], around);

export async function run(words: readonly string[], { before = [], env = {}, outTo }: Around = {}): Promise<Ran> {
  const [program = '', ...rest] = [...before, ...words];
  const out = outTo === undefined ? undefined : openSync(outTo, 'a');
  const child = spawn(program, rest, { stdio: ['ignore', out ?? 'pipe', 'pipe'], env: environment(env) });
  if (out !== undefined) closeSync(out);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [said, complained, code] = await Promise.all([child.stdout === null ? '' : text(child.stdout), child.stderr === null ? '' : text(child.stderr), ended]);
  return { code, out: said, err: complained };
}

/** Runs the command line, which must do what it is asked. @throws with what it said where it does not */
export async function done(...words: readonly string[]): Promise<string> {
  const { code, out, err } = await answerable(words);
  if (code !== 0) throw new Error(`answerable ${words.join(' ')} ended with ${code}: ${err}`);
  return out;
}
