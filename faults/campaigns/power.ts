import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { count, type Campaign, type Found } from '../case.ts';
import { LoopDisk, noLoopDisk } from '../disk/loop-disk.ts';
import { environment } from '../parts/answerable.ts';
import { answering } from '../parts/answering.ts';
import { breachesIn, keptRows, missing } from '../parts/rule.ts';
import { scratchFolder } from '../parts/scratch.ts';
import { smallFolder } from '../parts/small-folder.ts';
import { injecting, noStrace, SYNCS } from '../parts/strace.ts';
import { acknowledged, startWriter } from '../parts/writing.ts';
import type { Work } from '../works/work.ts';
import { WORKS } from '../works/works.ts';

/** A disk is used over so many rounds, and then a new one is taken. */
const ROUNDS_OF_A_DISK = 10;

/**
 * The power goes while acts are recorded; `before` may start the writer in its own way. What counts was acknowledged before the pull
 * began. In the moment of the pull itself ext4 may answer a sync whose journal it has just thrown away, which no power cut does.
 */
async function pulledWhileWritten(times: number, before: readonly string[] = []): Promise<Found> {
  const breaches: string[] = [];
  const seen = { entries: 0, inTheMoment: 0 };
  for (let round = 0; round < times && breaches.length === 0; ) {
    const disk = new LoopDisk();
    const place = await smallFolder(join(disk.folder, 'data'));
    disk.flush();
    const kept = new Map<string, number>();
    for (const until = Math.min(times, round + ROUNDS_OF_A_DISK); round < until && breaches.length === 0; round += 1) {
      const acks = join(scratchFolder(), 'acknowledged');
      const { opened, ended, child } = startWriter({ place, acks, first: 0, prefix: `p${round}-`, together: 1 + Math.floor(Math.random() * 8) }, before);
      if (!(await opened)) breaches.push(`round ${round}: the folder does not open again`);
      // Only what was acknowledged can be lost.
      for (let waited = 0; acknowledged(acks).size === 0 && waited < 30_000; waited += 5) await pause(5);
      await pause(Math.random() * 400);
      for (const [key, number] of acknowledged(acks)) kept.set(key, number);
      disk.pull();
      child.stdin?.end();
      await ended;
      disk.putBack();
      breaches.push(...(await breachesIn(place, kept)).map((breach) => `round ${round}: ${breach}`));
      seen.inTheMoment += missing(keptRows(place), acknowledged(acks)).length;
    }
    seen.entries += kept.size;
    disk.destroy();
  }
  const moment = seen.inTheMoment === 0 ? '' : `; ${count(seen.inTheMoment)} answered in the moment of the pull and not kept`;
  return { times, seen: `${count(seen.entries)} entries acknowledged before the pull${moment}`, breaches };
}

/** The same on a disk whose syncs do nothing: were nothing lost there, the case above would show nothing. It ends with the first loss. */
async function control(times: number): Promise<Found> {
  const { breaches } = await pulledWhileWritten(times, injecting(SYNCS, 'retval=0'));
  const seen = breaches.length > 0 ? `seen, as it must be: ${breaches[0] ?? ''}` : 'nothing was lost';
  return { times, seen, breaches: breaches.length > 0 ? [] : ['a disk that syncs nothing lost nothing: this campaign sees nothing'] };
}

/** The power goes at some moment of the work, or just after it was acknowledged. */
async function pulledWhileWorking(work: Work, times: number): Promise<Found> {
  const breaches: string[] = [];
  let acknowledgements = 0;
  for (let round = 0; round < times; round += 1) {
    const disk = new LoopDisk();
    const says = join(scratchFolder(), 'says');
    const { words, breaches: check } = await work.prepare(disk.folder, says);
    disk.flush();
    const out = openSync(says, 'a');
    const [program = '', ...rest] = words;
    const child = spawn(program, rest, { stdio: ['ignore', out, 'ignore'], env: environment() });
    closeSync(out);
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
    await Promise.race([ended, ...(round % 2 === 0 ? [] : [pause(300 + Math.random() * 700)])]);
    const said = readFileSync(says, 'utf8');
    disk.pull();
    child.kill('SIGKILL');
    await ended;
    disk.putBack();
    if (said !== '') acknowledgements += 1;
    breaches.push(...(await answering((asked) => check(disk.folder, said, asked))).map((breach) => `round ${round}: ${breach}`));
    disk.destroy();
  }
  return { times, seen: `acknowledged ${count(acknowledgements)} times before the power went`, breaches };
}

export const power: Campaign = {
  name: 'power',
  title: 'The power of a disk is pulled (ext4 on a loop device, shut down without flushing)',
  cases: [
    { what: 'power pulled while acts are recorded, up to eight under way', cannot: noLoopDisk, times: { full: 100, short: 1 }, run: (times) => pulledWhileWritten(times) },
    { what: 'control: the same on a disk whose syncs do nothing', cannot: () => noLoopDisk() ?? noStrace(), times: { full: 5, short: 5 }, run: control },
    ...WORKS.filter(({ isActs }) => isActs !== true).map((work) => ({ what: `power pulled while ${work.what}`, cannot: noLoopDisk, times: { full: 12, short: 0 }, run: (times: number) => pulledWhileWorking(work, times) })),
  ],
};
