import { fileURLToPath } from 'node:url';
import { megabytes, ms, type Report } from '../report.ts';
import { started } from './process.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url));
const ROUNDS = 7;

/** From the start of the program, as `npm start` starts it, to its first page; and the memory it then takes. */
export default async function start(): Promise<Report> {
  const times: number[] = [];
  const held: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const begun = performance.now();
    const server = await started(['--max-semi-space-size=2', MAIN, 'serve', '--demo', '--port', '0'], { NODE_COMPILE_CACHE: CACHE });
    const page = await fetch(`${server.url}/en/`);
    await page.text();
    if (!page.ok) throw new Error(`The first page was answered ${page.status}.`);
    // The first round fills the cache of compiled code, as the first start of all does.
    if (round > 0) times.push(performance.now() - begun);
    const authority = await fetch(`${server.url}/en/cwm-enghraifft`);
    await authority.text();
    if (!authority.ok) throw new Error(`An authority was answered ${authority.status}.`);
    held.push(server.memory() ?? Number.NaN);
    await server.stop();
  }
  const [time, memory] = [times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN, Math.max(...held)];
  return {
    title: 'From start to first page',
    goals: [
      { goal: 'the first page 1.5 s after `npm start`, installed', measured: `${ms(time)} (quickest ${ms(Math.min(...times))})`, reached: time <= 1500 },
      { goal: 'under 200 MB of memory', measured: megabytes(memory), reached: memory < 200 * 1_048_576 },
    ],
    tables: [],
    notes: ['Without npm itself, which takes some 0.2 s more to read its own scripts. Memory is that of the process once the first page and one authority were shown.'],
  };
}
