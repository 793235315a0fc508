import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { environment, type Ran } from './answerable.ts';

/** The product's commands, asked of a process that stays for thousands of checks. */
export interface Answering {
  readonly ask: (...words: readonly string[]) => Promise<Ran>;
}

export async function answering<T>(work: (asked: Answering) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('commands.ts', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'], env: environment() });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const asked: Answering = {
    async ask(...words) {
      child.stdin.write(`${JSON.stringify(words)}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`The process that was asked \`${words.join(' ')}\` ended.`);
      return JSON.parse(value) as Ran;
    },
  };
  try {
    return await work(asked);
  } finally {
    child.stdin.end();
    await ended;
  }
}
