import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { TestContext } from 'node:test';

export const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

const { PORT: _port, HOST: _host, ANSWERABLE_LOG: _log, ANSWERABLE_LOG_LEVEL: _level, ...rest } = process.env;

/** The environment without anything that the command reads. */
export const QUIET = rest;

export interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly log: () => readonly Readonly<Record<string, unknown>>[];
  readonly err: () => string;
  /** All that it printed so far. */
  readonly out: () => string;
}

/** `answerable serve` as a process of its own, once it has printed its address; ended with the test. */
export async function serving(test: TestContext, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Running> {
  const child = spawn(process.execPath, [MAIN, 'serve', ...args], { env: { ...QUIET, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  test.after(() => child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  await new Promise<void>((done, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.includes('\n')) done();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${err}`)));
  });
  return { child, url: out.split('\n')[0] ?? '', err: () => err, out: () => out, log: () => err.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>) };
}

/** The exit code and signal with which the process ends. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const exit = once(child, 'exit');
  child.kill(signal);
  return exit;
}

/** Asks again until the answer is as wanted; the runner ends the test where it never is. */
export async function until<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
}
