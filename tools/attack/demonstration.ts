import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Target } from './attack.ts';

const REGISTER = 'demonstration';

/** The demonstration authority on a free port of this machine: its data is made for it and gone with it. */
export async function startDemonstration(): Promise<Target> {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'serve', '--demo', '--host', '127.0.0.1', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const origin = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code ?? 'a signal'}.`)));
  });

  async function signIn(): Promise<{ readonly cookie: string; readonly csrf: string }> {
    const page = await (await fetch(`${origin}/en/try-it`)).text();
    const person = /name="person" value="([^"]+)"[^]*?<\/form>/.exec(page)?.[1] ?? '';
    const answer = await fetch(`${origin}/en/try-it`, { method: 'POST', redirect: 'manual', headers: { origin, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ person }).toString() });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie === undefined) throw new Error('Nobody could be signed in.');
    const account = await (await fetch(`${origin}/en/account`, { headers: { cookie } })).text();
    return { cookie, csrf: /name="csrf" value="([^"]+)"/.exec(account)?.[1] ?? '' };
  }

  return {
    origin, register: REGISTER, signIn,
    async stop() {
      const ended = once(child, 'exit');
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await ended;
      }
    },
  };
}
