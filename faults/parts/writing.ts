import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { environment } from './answerable.ts';

/** What the writer is told (writer.ts). */
export interface WriterOptions {
  /** The data folder, or the address of a database. */
  readonly place: string;
  /** The folder of signing keys that goes with a database. */
  readonly keys?: string | undefined;
  /** The file of acknowledgements. */
  readonly acks: string;
  /** The numbers of the first and the last act, which are their keys; without a last one it goes on. */
  readonly first: number;
  readonly last?: number | undefined;
  /** How many records an act enters; one unless told. Where there are more, they are long ones. */
  readonly each?: number | undefined;
  /** How many acts are under way at a time. */
  readonly together?: number | undefined;
  /** Goes on asking where it is refused, and notes each refusal. */
  readonly insists?: boolean | undefined;
  /** Stays with the register open when all is done. */
  readonly lingers?: boolean | undefined;
  /** What comes before the number in a key and in the id of a record. */
  readonly prefix?: string | undefined;
}

export interface Writing {
  readonly child: ChildProcess;
  /** Settles when the register is open, and when the process ends before that. */
  readonly opened: Promise<boolean>;
  /** The exit code, or the signal. */
  readonly ended: Promise<number | string>;
  /** What it complained of. */
  readonly errors: () => string;
}

export const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url));

export function startWriter(options: WriterOptions, before: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Writing {
  const [program = '', ...words] = [...before, process.execPath, WRITER, JSON.stringify(options)];
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'], env: environment(env) });
  let errors = '';
  child.stderr?.on('data', (bytes: Buffer) => (errors += bytes.toString()));
  const ended = new Promise<number | string>((resolve) => child.on('close', (code, signal) => resolve(signal ?? code ?? -1)));
  const said = child.stdout === null ? Promise.reject(new Error('no output')) : once(child.stdout, 'data');
  return { child, ended, opened: Promise.race([said.then(() => true), ended.then(() => false)]), errors: () => errors };
}

/** The entries that were acknowledged, by key. @throws where a key was answered with two numbers: that is a fault looked for */
export const acknowledged = (acks: string): Map<string, number> => acknowledgedIn(linesOf(acks));

export function acknowledgedIn(lines: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const line of lines) {
    const [, key = '', number = ''] = /^(?!refused)(\S+) (\d+)$/.exec(line) ?? [];
    if (key === '') continue;
    const before = numbers.get(key);
    if (before !== undefined && before !== Number(number)) throw new Error(`The key ${key} was answered with entry ${before} and with entry ${number}.`);
    numbers.set(key, Number(number));
  }
  return numbers;
}

export const refusals = (acks: string): readonly string[] => linesOf(acks).filter((line) => line.startsWith('refused '));

/** Whole lines only: what the last write cut is none. */
export const linesOf = (file: string): readonly string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []);
