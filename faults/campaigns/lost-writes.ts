import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { count, type Campaign, type Found } from '../case.ts';
import { afterCrash, layOut, type Losing } from '../disk/after-crash.ts';
import { Disk } from '../disk/disk.ts';
import { record } from '../disk/recording.ts';
import { answering } from '../parts/answering.ts';
import { discard, scratchFolder } from '../parts/scratch.ts';
import { noStrace } from '../parts/strace.ts';
import type { Work } from '../works/work.ts';
import { WORKS } from '../works/works.ts';

const LOSING: readonly Losing[] = ['nothing', 'everything', 'something', 'something'];

/**
 * Records a piece of work call by call, and rebuilds the disk as it may be found after a crash at moments of it (every one where
 * there are no more than `times`), with nothing, all or some of what was not synced lost. What is found must obey the rule.
 */
async function crashed(work: Work, times: number, isSynced = true): Promise<Found> {
  const [root, says] = [join(scratchFolder(), 'disk'), join(scratchFolder(), 'says')];
  mkdirSync(root);
  const prepared = await work.prepare(root, says);
  const { ran, files, operations } = await record(root, says, prepared.words);
  if (ran.code !== 0) throw new Error(`The work itself ended with ${ran.code}: ${ran.err}`);
  const breaches: string[] = [];
  const states = operations.length * LOSING.length;
  let made = 0;
  const disk = new Disk(files);
  let said = '';
  await answering(async (asked) => {
    for (const [index, operation] of operations.entries()) {
      if (isSynced || operation.is !== 'sync') disk.take(operation);
      if (operation.is === 'say') said += operation.text;
      for (const losing of LOSING) {
        if (states > times && Math.random() > times / states) continue;
        const found = await left(disk, losing, (folder) => prepared.breaches(folder, said, asked));
        breaches.push(...found.map((breach) => `after call ${index} of ${operations.length} (${operation.is}), ${losing} lost: ${breach}`));
        made += 1;
      }
    }
  });
  return { times: made, seen: `${count(operations.length)} calls recorded`, breaches };
}

/** The same on a disk whose syncs do nothing: were nothing lost there, the cases above would show nothing. */
async function control(times: number): Promise<Found> {
  const [work] = WORKS;
  const { breaches, ...found } = work === undefined ? { breaches: [], times: 0 } : await crashed(work, times, false);
  return { ...found, seen: `the rule was broken ${count(breaches.length)} times, as it must be`, breaches: breaches.length > 0 ? [] : ['a disk that syncs nothing lost nothing: this campaign sees nothing'] };
}

async function left(disk: Disk, losing: Losing, check: (folder: string) => Promise<readonly string[]>): Promise<readonly string[]> {
  const folder = scratchFolder('memory');
  layOut(afterCrash(disk, losing), folder);
  try {
    return await check(folder);
  } catch (error) {
    return [`what is left cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    discard(folder);
  }
}

export const lostWrites: Campaign = {
  name: 'lost-writes',
  title: 'The power goes at any moment, on a disk rebuilt from a record of every call',
  cases: [
    ...WORKS.map((work) => ({ what: `a power cut while ${work.what}`, cannot: noStrace, times: work.times, run: (times: number) => crashed(work, times) })),
    { what: 'control: acts recorded one by one on a disk whose syncs do nothing', cannot: noStrace, times: { full: 300, short: 30 }, run: control },
  ],
};

