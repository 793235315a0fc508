import type { Attack } from './attack.ts';
import { isThere, ran } from './outside-tool.ts';

const SECONDS = 60;

/** Headers, bodies and readers that trickle, on many connections at once, while somebody else goes on asking for a page. */
export const slowhttptest: Attack = {
  name: 'slowhttptest',
  async run({ origin, register, signIn }) {
    if (!isThere('slowhttptest')) return 'absent';
    const version = /version ([\d.]+)|v([\d.]+)/.exec((await ran('slowhttptest', ['-h'], 10)).text)?.slice(1).find((one) => one !== undefined) ?? '';
    const { cookie } = await signIn();
    const findings: string[] = [];
    const common = ['-c', '400', '-i', '10', '-r', '100', '-l', String(SECONDS), '-p', '5'];
    const ways = { headers: ['-H', '-u', `${origin}/en/`], bodies: ['-B', '-t', 'POST', '-s', '8192', '-u', `${origin}/en/sign-in`], readers: ['-X', '-w', '10', '-y', '20', '-n', '5', '-z', '32', '-k', '3', '-u', `${origin}/en/`] };
    let [asked, slowest] = [0, 0];
    for (const [way, args] of Object.entries(ways)) {
      let isOver = false;
      const attack = ran('slowhttptest', [...common, ...args], SECONDS + 60).finally(() => (isOver = true));
      while (!isOver) {
        const began = performance.now();
        const answer = await fetch(`${origin}/en/${register}/records`, { headers: { cookie }, signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
        asked += 1;
        slowest = Math.max(slowest, performance.now() - began);
        if (answer?.status !== 200) findings.push(`slow ${way}: somebody else got ${answer?.status ?? 'no answer'}`);
        await answer?.arrayBuffer();
        await new Promise((done) => setTimeout(done, 500));
      }
      await attack;
    }
    return { version, said: `400 connections of slow headers, bodies and readers, ${SECONDS} s each; meanwhile ${asked} pages for somebody else, the slowest in ${slowest.toFixed(0)} ms.`, findings: [...new Set(findings)] };
  },
};
