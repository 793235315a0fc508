import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { count, type Campaign, type Found } from '../case.ts';
import { LoopDisk, noLoopDisk } from '../disk/loop-disk.ts';
import { environment } from '../parts/answerable.ts';
import { answering } from '../parts/answering.ts';
import { breachesIn } from '../parts/rule.ts';
import { scratchFolder } from '../parts/scratch.ts';
import { smallFolder } from '../parts/small-folder.ts';
import { injecting, noStrace, SYNCS } from '../parts/strace.ts';
import { acknowledged, startWriter } from '../parts/writing.ts';
import type { Work } from '../works/work.ts';
import { WORKS } from '../works/works.ts';

/** A disk is used over so many rounds, and then a new one is taken. */
const ROUNDS_OF_A_DISK = 10;

/** The power goes while acts are recorded; `before` may start the writer in its own way. */
async function pulledWhileWritten(times: number, before: readonly string[] = []): Promise<Found> {
  const breaches: string[] = [];
  let entries = 0;
  for (let round = 0; round < times; ) {
    const disk = new LoopDisk();
    const place = await smallFolder(join(disk.folder, 'data'));
    disk.flush();
    const acks = join(scratchFolder(), 'acknowledged');
    for (const until = Math.min(times, round + ROUNDS_OF_A_DISK); round < until; round += 1) {
      const { opened, ended, child } = startWriter({ place, acks, first: acknowledged(acks).size, together: 1 + Math.floor(Math.random() * 8) }, before);
      if (!(await opened)) breaches.push(`round ${round}: the folder does not open again`);
      await pause(Math.random() * 400);
      disk.pull();
      child.stdin?.end();
      await ended;
      disk.putBack();
      breaches.push(...(await breachesIn(place, acknowledged(acks))).map((breach) => `round ${round}: ${breach}`));
      if (breaches.length > 0) break;
    }
    entries += acknowledged(acks).size;
    disk.destroy();
    if (breaches.length > 0) break;
  }
  return { times, seen: `${count(entries)} acknowledged entries, every one there once`, breaches };
}

/** The same on a disk whose syncs do nothing: were nothing lost there, the case above would show nothing. */
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
    disk.pull();
    child.kill('SIGKILL');
    await ended;
    disk.putBack();
    const said = readFileSync(says, 'utf8');
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
    { what: 'control: the same on a disk whose syncs do nothing', cannot: () => noLoopDisk() ?? noStrace(), times: { full: 5, short: 1 }, run: control },
    ...WORKS.filter(({ isActs }) => isActs !== true).map((work) => ({ what: `power pulled while ${work.what}`, cannot: noLoopDisk, times: { full: 12, short: 0 }, run: (times: number) => pulledWhileWorking(work, times) })),
  ],
};
