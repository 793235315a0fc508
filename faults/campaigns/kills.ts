import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { count, repeated, type Campaign, type Found } from '../case.ts';
import { run } from '../parts/answerable.ts';
import { answering } from '../parts/answering.ts';
import { scratchFolder } from '../parts/scratch.ts';
import { smallFolder } from '../parts/small-folder.ts';
import { killedAt, noStrace, SYNCS } from '../parts/strace.ts';
import { breachesIn } from '../parts/rule.ts';
import { acknowledged, startWriter } from '../parts/writing.ts';
import type { Work } from '../works/work.ts';
import { WORKS } from '../works/works.ts';

/** A folder is written to over so many rounds, and then a new one is taken. */
const ROUNDS_OF_A_FOLDER = 20;

/** Starts the writer again and again where it was stopped; `stop` sees to its end. After each round the rule is held against the folder. */
async function stoppedAgainAndAgain(times: number, stop: (folder: string, acks: string, first: number) => Promise<string>): Promise<Found> {
  const breaches: string[] = [];
  let entries = 0;
  let stopped = 0;
  for (let round = 0; round < times; ) {
    const folder = await smallFolder();
    const acks = join(scratchFolder(), 'acknowledged');
    for (const until = Math.min(times, round + ROUNDS_OF_A_FOLDER); round < until; round += 1) {
      const ended = await stop(folder, acks, firstNotAcknowledged(acknowledged(acks)));
      if (ended === 'SIGKILL') stopped += 1;
      else breaches.push(`round ${round}: the writer was not killed: ${ended}`);
      breaches.push(...(await breachesIn(folder, acknowledged(acks))).map((breach) => `round ${round}: ${breach}`));
    }
    entries += acknowledged(acks).size;
  }
  return { times: stopped, seen: `${count(entries)} acknowledged entries, every one there once`, breaches };
}

/** The writer asks again, with the same keys, for all from here on. */
function firstNotAcknowledged(numbers: ReadonlyMap<string, number>): number {
  let first = 0;
  while (numbers.has(`n${first}`)) first += 1;
  return first;
}

async function atARandomMoment(place: string, acks: string, first: number): Promise<string> {
  const { child, opened, ended, errors } = startWriter({ place, acks, first, together: 1 + Math.floor(Math.random() * 8) });
  if (await opened) setTimeout(() => child.kill('SIGKILL'), Math.random() * 200);
  return `${await ended}${errors()}`;
}

/** Stops the writer when it is about to make some call on some file, at one of the first times that it does. */
const at = (calls: readonly string[], file: (folder: string, acks: string) => string, upTo: number) => async (place: string, acks: string, first: number): Promise<string> => {
  const nth = 1 + Math.floor(Math.random() * upTo);
  const { ended, errors } = startWriter({ place, acks, first, last: first + 400, together: 1 + Math.floor(Math.random() * 8) }, killedAt(calls, nth, [file(place, acks)]));
  return `${await ended}${errors()}`;
};

const database = (folder: string): string => join(folder, 'registers.sqlite');
const log = (folder: string): string => join(folder, 'registers.sqlite-wal');

const POINTS: readonly (readonly [what: string, stop: ReturnType<typeof at>, full: number, short: number])[] = [
  ['while an entry is written to the log', at(['pwrite64'], log, 150), 40, 0],
  ['before the commit: at the sync of the log', at(SYNCS, log, 20), 40, 1],
  ['after the commit, before the answer', at(['write'], (_, acks) => acks, 20), 40, 1],
  ['during a checkpoint of the log: while the database file is written', at(['pwrite64'], database, 30), 40, 1],
  ['during a checkpoint of the log: at the sync of the database file', at(SYNCS, database, 1), 20, 0],
];

/** The calls that change a disk; each is counted apart, and work makes from one to some dozens of each. */
const CALLS = ['pwrite64', 'fsync', 'fdatasync', 'rename', 'link', 'unlink', 'ftruncate', 'mkdir'] as const;

/** A command is killed when it is about to make one of its calls; what is left is taken further by the next one. */
async function killedWhileWorking(work: Work, times: number): Promise<Found> {
  let killed = 0;
  const breaches = await repeated(times, async () => {
    const [root, says] = [join(scratchFolder(), 'disk'), join(scratchFolder(), 'says')];
    mkdirSync(root);
    const { words, breaches: check } = await work.prepare(root, says);
    const call = CALLS[Math.floor(Math.random() * CALLS.length)] ?? 'pwrite64';
    const { code } = await run(words, { before: killedAt([call], 1 + Math.floor(Math.random() * (call === 'pwrite64' ? 30 : 6)), []), outTo: says });
    if (code === null) killed += 1;
    return answering((asked) => check(root, readFileSync(says, 'utf8'), asked));
  });
  return { times, seen: `killed ${count(killed)} times; done before its turn came in the others`, breaches };
}

export const kills: Campaign = {
  name: 'kills',
  title: 'The writer is killed',
  cases: [
    { what: 'kill -9 at a random moment, up to eight acts under way', times: { full: 200, short: 2 }, run: (times) => stoppedAgainAndAgain(times, atARandomMoment) },
    ...POINTS.map(([what, stop, full, short]) => ({ what: `kill -9 ${what}`, cannot: noStrace, times: { full, short }, run: (times: number) => stoppedAgainAndAgain(times, stop) })),
    ...WORKS.filter(({ isActs }) => isActs !== true).map((work) => ({ what: `kill -9 at some call while ${work.what}`, cannot: noStrace, times: { full: 20, short: 0 }, run: (times: number) => killedWhileWorking(work, times) })),
  ],
};
