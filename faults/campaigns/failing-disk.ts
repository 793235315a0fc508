import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { count, repeated, type Campaign, type Found } from '../case.ts';
import { fill, noSmallDisk, onSmallDisk, room } from '../disk/small-disk.ts';
import { breachesIn } from '../parts/rule.ts';
import { scratchFolder } from '../parts/scratch.ts';
import { healthAt, serve } from '../parts/serving.ts';
import { smallFolder } from '../parts/small-folder.ts';
import { injecting, noStrace, SYNCS } from '../parts/strace.ts';
import { acknowledged, refusals, startWriter } from '../parts/writing.ts';

const ACTS = 30;

/** The system answers some of the writer's calls with an error, for a while; the writer goes on asking, and nobody helps it. */
async function failing(times: number, calls: readonly string[], error: string): Promise<Found> {
  const breaches: string[] = [];
  let refused = 0;
  for (let round = 0; round < times; round += 1) {
    const place = await smallFolder();
    const acks = join(scratchFolder(), 'acknowledged');
    const [first, length] = [3 + Math.floor(Math.random() * (calls === SYNCS ? 20 : 150)), Math.floor(Math.random() * 3)];
    const files = ['registers.sqlite', 'registers.sqlite-wal'].map((file) => join(place, file));
    const { ended, errors } = startWriter({ place, acks, first: 0, last: ACTS - 1, insists: true }, injecting(calls, `error=${error}:when=${first}..${first + length}`, files));
    const code = await ended;
    refused += refusals(acks).length;
    breaches.push(...[...unsaid(acks), ...(code === 0 ? [] : [`the writer ended with ${code}: ${errors()}`]), ...(await breachesIn(place, acknowledged(acks)))].map((breach) => `round ${round}: ${breach}`));
  }
  if (refused === 0) breaches.push('no act met the fault');
  return { times, seen: `${count(refused)} refusals; every act recorded in the end, by the same process`, breaches };
}

/** Every act must be recorded in the end, and every refusal be told as ours and as one that passes. */
function unsaid(acks: string): readonly string[] {
  const other = refusals(acks).filter((line) => !/^refused (read-only|outcome-unknown) /.test(line));
  const kept = acknowledged(acks).size;
  return [...other.map((line) => `it was refused in another way: ${line}`), ...(kept === ACTS ? [] : [`${ACTS - kept} acts were never recorded`])];
}

/** A disk in memory that is full while the writer works, and then has room again. */
async function full(times: number): Promise<Found> {
  let refused = 0;
  const breaches = await repeated(times, () => onSmallDisk(async (disk) => {
    const place = await smallFolder(join(disk, 'data'));
    const acks = join(scratchFolder(), 'acknowledged');
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, new Uint8Array(room(disk) - (40 + Math.floor(Math.random() * 400)) * 1_024));
    const writer = startWriter({ place, acks, first: 0, last: 600, insists: true });
    await until(() => refusals(acks).length >= 3, writer.child);
    const before = acknowledged(acks).size;
    await pause(200);
    const during = acknowledged(acks).size - before;
    rmSync(ballast);
    await until(() => acknowledged(acks).size === 601, writer.child);
    const code = await writer.ended;
    refused += refusals(acks).length;
    return [
      ...(during > 2 ? [`${during} acts were acknowledged on a full disk`] : []),
      ...(code === 0 ? [] : [`the writer ended with ${code}: ${writer.errors()}`]),
      ...(await breachesIn(place, acknowledged(acks))),
    ];
  }));
  const unseen = refused === 0 ? ['no act met a full disk'] : [];
  return { times, seen: `${count(refused)} refusals; every act recorded once there was room again, by the same process`, breaches: [...breaches, ...unseen] };
}

/** A server whose disk is full says so to whoever watches it, and says that it is well once there is room. */
async function watched(times: number): Promise<Found> {
  const answers = new Set<string>();
  const breaches = await repeated(times, () => onSmallDisk(async (disk) => {
    const server = serve(await smallFolder(join(disk, 'data')));
    try {
      const said = await server.said;
      if (!('url' in said)) return [`the server did not start: ${said.refused}`];
      const at = async (): Promise<string> => healthAt(said.url).then(({ code, status }) => `${status} (${code})`);
      const [before, ballast] = [await at(), join(disk, 'ballast')];
      fill(ballast);
      const during = await changed(at, before);
      rmSync(ballast);
      const after = await changed(at, during);
      for (const answer of [before, during, after]) answers.add(answer);
      return before === 'ok (200)' && after === before ? [] : [`/health said ${before}, then ${during}, then ${after}`];
    } finally {
      server.child.kill('SIGKILL');
      await server.ended;
    }
  }));
  return { times, seen: `\`/health\` said ${[...answers].join(' and ')}`, breaches };
}

/** @throws where it is the same for ten minutes */
async function changed(ask: () => Promise<string>, before: string): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const now = await ask();
    if (now !== before) return now;
    await pause(1_000);
  }
  throw new Error(`It says ${before} and nothing else.`);
}

async function until(isSo: () => boolean, child: { readonly exitCode: number | null }): Promise<void> {
  while (child.exitCode === null && !isSo()) await pause(10);
}

export const failingDisk: Campaign = {
  name: 'failing-disk',
  title: 'The disk fails, or is full',
  cases: [
    { what: 'writing fails (EIO) for a while', cannot: noStrace, times: { full: 30, short: 1 }, run: (times) => failing(times, ['pwrite64'], 'EIO') },
    { what: 'syncing fails (EIO) for a while', cannot: noStrace, times: { full: 30, short: 1 }, run: (times) => failing(times, SYNCS, 'EIO') },
    { what: 'writing says that the disk is full (ENOSPC) for a while', cannot: noStrace, times: { full: 30, short: 0 }, run: (times) => failing(times, ['pwrite64'], 'ENOSPC') },
    { what: 'a small disk is full, and then has room again', cannot: noSmallDisk, times: { full: 15, short: 1 }, run: full },
    { what: 'the disk of a server is full, and then has room again', cannot: noSmallDisk, times: { full: 2, short: 0 }, run: watched },
  ],
};
