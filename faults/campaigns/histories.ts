import { fileURLToPath } from 'node:url';
import { count, type Campaign, type Found } from '../case.ts';
import { run } from '../parts/answerable.ts';

const TEST = fileURLToPath(new URL('../../tests/kept/bitemporal.test.ts', import.meta.url));
/** As many as one process keeps in memory and in one folder. */
const BATCH = 10_000;

/** Runs the test of random histories against a plain list of what was said, in batches. */
async function compared(times: number): Promise<Found> {
  const breaches: string[] = [];
  for (let begun = 0; begun < times; begun += BATCH) {
    const { code, out } = await run([process.execPath, '--test', TEST], { env: { KEPT_HISTORIES: String(Math.min(BATCH, times - begun)) } });
    if (code !== 0) breaches.push(out.slice(0, 2_000));
  }
  return { times, seen: `in ${count(Math.ceil(times / BATCH))} folders, each read on 7 dates as known at every instant`, breaches };
}

export const histories: Campaign = {
  name: 'histories',
  title: 'Random histories',
  cases: [{ what: 'bitemporal histories with equal instants and clocks that go back, against a naive model', times: { full: 100_000, short: 0 }, run: compared }],
};
