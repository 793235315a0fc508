import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

/** As the launcher does it: half the time to start. */
const env = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url)), ...process.env };

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const answerable = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
  });

/** The output of a command that succeeds. */
export async function done(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await answerable(...args);
  assert.equal(code, 0, err);
  return out;
}

/** A witness in a process of its own. */
export interface WitnessProcess {
  readonly vkey: string;
  readonly url: string;
  /** What it wrote to its standard error so far. */
  readonly told: () => string;
  /** Ends it and answers its exit code; null where the signal ended it. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
}

const running = new Set<ChildProcess>();
after(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts `answerable witness serve` on a free port of this machine, and waits for its two lines. */
export async function startWitness(folder: string, trust: readonly string[], ...more: readonly string[]): Promise<WitnessProcess> {
  const args = ['witness', 'serve', '--data', folder, ...trust.flatMap((key) => ['--trust', key]), '--port', '0', ...more];
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let [out, err] = ['', ''];
  child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()));
  await new Promise<void>((resolve, reject) => {
    child.on('exit', () => reject(new Error(`The witness ended by itself: ${err}`)));
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes.toString();
      if (out.split('\n').length > 2) resolve();
    });
  });
  const [vkey = '', url = ''] = out.split('\n');
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    running.delete(child);
    return code;
  };
  return { vkey, url, told: () => err, end };
}

export interface Answered {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

/** Posts to `add-checkpoint` as any client may. */
export async function post(url: string, body: string | Uint8Array): Promise<Answered> {
  const response = await fetch(new URL('add-checkpoint', url), { method: 'POST', body });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}
