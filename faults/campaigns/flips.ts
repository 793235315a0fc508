import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { count, type Campaign, type Found } from '../case.ts';
import { answering, type Answering } from '../parts/answering.ts';
import { closedFolder, contentOf, killedFolder, savedFiles } from '../parts/harmed-folder.ts';
import { discard, scratchFolder } from '../parts/scratch.ts';
import { REGISTER } from '../parts/small-folder.ts';
import { rowChanges } from './row-changes.ts';

/** What is done to a file. */
type Harm = (bytes: Uint8Array) => Uint8Array;

const any = (below: number): number => Math.floor(Math.random() * below);

const flip: Harm = (bytes) => {
  const next = Uint8Array.from(bytes);
  const at = any(next.length);
  next[at] = (next[at] ?? 0) ^ (1 << any(8));
  return next;
};

const cut: Harm = (bytes) => bytes.slice(0, any(bytes.length));

/** Two blocks of a file change places. */
const swap = (block: number): Harm => (bytes) => {
  const next = Uint8Array.from(bytes);
  const blocks = Math.ceil(bytes.length / block);
  const [a, b] = [any(blocks) * block, any(blocks) * block];
  const length = Math.min(block, bytes.length - a, bytes.length - b);
  next.set(bytes.subarray(a, a + length), b);
  next.set(bytes.subarray(b, b + length), a);
  return next;
};

/** What a file that was harmed comes to: it was told (and where), or nothing that is read from it is another. */
type Outcome = 'named' | 'told' | 'harmless' | { readonly breach: string };

async function harmed(times: number, file: string, harm: Harm, comesTo: (bytes: Uint8Array, asked: Answering) => Promise<Outcome>): Promise<Found> {
  const whole = Uint8Array.from(readFileSync(file));
  const counts = { named: 0, told: 0, harmless: 0 };
  const breaches: string[] = [];
  await answering(async (asked) => {
    for (let round = 0; round < times; round += 1) {
      const outcome = await comesTo(harm(whole), asked);
      if (typeof outcome === 'string') counts[outcome] += 1;
      else breaches.push(`${basename(file)}, round ${round}: ${outcome.breach}`);
    }
  });
  const seen = [`${count(counts.named + counts.told)} told${counts.named > 0 ? `, ${count(counts.named)} of them with the entry or line` : ''}`, `${count(counts.harmless)} harmless (what is read is the same to the byte)`];
  return { times, seen: seen.join('; '), breaches };
}

/** A file of a data folder, harmed: `verify` tells, or the folder says what it said before. */
async function inFolder(times: number, whole: string, file: string, harm: Harm): Promise<Found> {
  const right = await contentOf(whole);
  return harmed(times, join(whole, file), harm, async (bytes, asked) => {
    const folder = join(scratchFolder('memory'), 'data');
    cpSync(whole, folder, { recursive: true });
    writeFileSync(join(folder, file), bytes);
    const { code, out, err } = await asked.ask('verify', '--data', folder, '--register', REGISTER, '--json');
    const outcome = code === 5 ? namedIn(out) : code === 0 ? await same(folder, right) : { breach: `verify ended with ${code}: ${err.slice(0, 300)}` };
    discard(join(folder, '..'));
    return outcome;
  });
}

function namedIn(verified: string): Outcome {
  const { state, entry, why = '' } = JSON.parse(verified) as { state: string; entry?: number; why?: string };
  return state === 'corrupt' && entry !== undefined && !/damaged|cannot be read/.test(why) ? 'named' : 'told';
}

async function same(folder: string, right: string): Promise<Outcome> {
  const found = await contentOf(folder).catch((error: unknown) => String(error));
  return found === right ? 'harmless' : { breach: 'verify finds it intact, and what is read is not what was entered' };
}

/** A back-up or a history that was harmed is refused, or what comes of it is what went into it. */
async function takenIn(times: number, file: string, harm: Harm, words: (harmed: string, into: string) => readonly string[], right: (folder: string) => Promise<string>): Promise<Found> {
  const { whole } = await savedFiles();
  const wanted = await right(whole);
  return harmed(times, file, harm, async (bytes, asked) => {
    const scratch = scratchFolder('memory');
    const [copy, folder] = [join(scratch, basename(file)), join(scratch, 'data')];
    writeFileSync(copy, bytes);
    const { code, err } = await asked.ask(...words(copy, folder));
    const outcome = code !== 0 ? (/line \d|:\d+:|entry \d/.test(err) ? 'named' : 'told') : (await right(folder)) === wanted ? 'harmless' : { breach: 'it was taken in, and says something else' };
    discard(scratch);
    return outcome;
  });
}

const restored = (file: string, into: string): readonly string[] => ['restore', file, '--data', into];
const imported = (file: string, into: string): readonly string[] => ['import', file, '--data', into, '--as', 'clerk', '--reason', 'From a history.'];
/** A history is signed anew by the folder that takes it in: its own checkpoint stays behind. */
const entriesOf = async (folder: string): Promise<string> => (await contentOf(folder)).split('\ncheckpoint\n')[0] ?? '';

const DATABASE = 'registers.sqlite';
const PAGE = 4_096;

export const flips: Campaign = {
  name: 'flips',
  title: 'Bytes are flipped, files cut, and parts of them swapped',
  cases: [
    { what: 'a bit of the database flipped', times: { full: 4_000, short: 40 }, run: async (times) => inFolder(times, await closedFolder(), DATABASE, flip) },
    { what: 'two pages of the database swapped', times: { full: 500, short: 0 }, run: async (times) => inFolder(times, await closedFolder(), DATABASE, swap(PAGE)) },
    { what: 'the database cut', times: { full: 300, short: 10 }, run: async (times) => inFolder(times, await closedFolder(), DATABASE, cut) },
    { what: 'a row changed, deleted or swapped with another through SQL: told with the very entry', times: { full: 2_000, short: 40 }, run: rowChanges },
    { what: 'a bit of the log flipped that a killed writer left', times: { full: 1_000, short: 20 }, run: async (times) => inFolder(times, await killedFolder(), `${DATABASE}-wal`, flip) },
    { what: 'the log cut that a killed writer left', times: { full: 300, short: 10 }, run: async (times) => inFolder(times, await killedFolder(), `${DATABASE}-wal`, cut) },
    { what: 'a bit of the signing key flipped', times: { full: 500, short: 10 }, run: async (times) => inFolder(times, await closedFolder(), join('keys', `${REGISTER}.key`), flip) },
    { what: 'a bit of a back-up flipped', times: { full: 1_000, short: 10 }, run: async (times) => takenIn(times, (await savedFiles()).backUp, flip, restored, contentOf) },
    { what: 'a back-up cut', times: { full: 200, short: 5 }, run: async (times) => takenIn(times, (await savedFiles()).backUp, cut, restored, contentOf) },
    { what: 'a bit of a history file flipped', times: { full: 1_000, short: 10 }, run: async (times) => takenIn(times, (await savedFiles()).history, flip, imported, entriesOf) },
    { what: 'a history file cut', times: { full: 200, short: 5 }, run: async (times) => takenIn(times, (await savedFiles()).history, cut, imported, entriesOf) },
  ],
};
