import { spawn, spawnSync } from 'node:child_process';

/** What a tool printed, and how it ended. */
export interface Ran {
  readonly text: string;
  /** Undefined where it was stopped because its time was up. */
  readonly code: number | undefined;
}

/** Whether the machine has the program. */
export const isThere = (program: string): boolean => spawnSync('which', [program]).status === 0;

/** Runs a program behind everything else on the machine, and stops it after so many seconds. */
export function ran(program: string, args: readonly string[], seconds: number): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn('nice', ['-n', '15', program, ...args], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let text = '';
    let isOver = false;
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (more: string) => (text += more));
    const timer = setTimeout(() => {
      isOver = true;
      // The whole group: some tools start others.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, seconds * 1000);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      // Without the colours of a terminal.
      resolve({ text: text.replaceAll(/\u001b\[[0-9;]*[A-Za-z]/g, ''), code: isOver ? undefined : (code ?? undefined) });
    });
  });
}
