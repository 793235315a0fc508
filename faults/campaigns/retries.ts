import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { count, type Campaign, type Found } from '../case.ts';
import { breachesIn, keptRows } from '../parts/rule.ts';
import { scratchFolder } from '../parts/scratch.ts';
import { smallFolder } from '../parts/small-folder.ts';
import { acknowledged, linesOf, startWriter } from '../parts/writing.ts';

/** So many acts, each asked for with its key again and again across crashes, from the first each time, and all of them once more at the end. */
async function retried(acts: number): Promise<Found> {
  const place = await smallFolder();
  const acks = join(scratchFolder(), 'acknowledged');
  const breaches: string[] = [];
  let crashes = 0;
  for (let share = 0.1; share < 1; share += 0.1) {
    const goal = Math.round(acts * share);
    const { child, opened, ended, errors } = startWriter({ place, acks, first: 0, last: acts - 1, together: 32 });
    if (!(await opened)) breaches.push(`the folder does not open: ${errors()}`);
    while (child.exitCode === null && acknowledged(acks).size < goal) await pause(5);
    child.kill('SIGKILL');
    if ((await ended) === 'SIGKILL') crashes += 1;
  }
  const last = startWriter({ place, acks, first: 0, last: acts - 1, together: 32 });
  const code = await last.ended;
  if (code !== 0) breaches.push(`the last round ended with ${code}: ${last.errors()}`);
  const entries = keptRows(place).length - 1;
  if (entries !== acts) breaches.push(`${acts} acts became ${entries} entries`);
  return { times: acts, seen: `${count(linesOf(acks).length)} answers over ${count(crashes)} crashes, ${count(entries)} entries`, breaches: [...breaches, ...(await breachesIn(place, acknowledged(acks)))] };
}

export const retries: Campaign = {
  name: 'retries',
  title: 'Acts are asked for again',
  cases: [{ what: 'acts retried with their keys across crashes: no double, and each key answered with one number', times: { full: 10_000, short: 300 }, run: retried }],
};
