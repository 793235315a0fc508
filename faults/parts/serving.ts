import { spawn, type ChildProcess } from 'node:child_process';
import { environment, MAIN } from './answerable.ts';
import { beforeDiscarding } from './scratch.ts';

export interface Serving {
  readonly child: ChildProcess;
  /** The address of the pages, or what it complained of where it did not start. */
  readonly said: Promise<{ readonly url: string } | { readonly refused: string }>;
  readonly ended: Promise<void>;
}

/** `answerable serve` for a data folder, in a process of its own. */
export function serve(folder: string): Serving {
  const child = spawn(process.execPath, [MAIN, 'serve', '--data', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'], env: environment() });
  beforeDiscarding(() => void child.kill('SIGKILL'));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let [out, err] = ['', ''];
  child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()));
  const address = new Promise<{ readonly url: string }>((resolve) => {
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes.toString();
      if (out.includes('\n')) resolve({ url: out.split('\n')[0] ?? '' });
    });
  });
  return { child, ended, said: Promise.race([address, ended.then(() => ({ refused: err }))]) };
}

/** What `/health` answers. */
export async function healthAt(url: string): Promise<{ readonly code: number; readonly status: string }> {
  const answer = await fetch(new URL('/health', url));
  const { status } = (await answer.json()) as { status: string };
  return { code: answer.status, status };
}
