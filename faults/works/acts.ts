import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { breachesAsked } from '../parts/rule-asked.ts';
import { scratchFolder } from '../parts/scratch.ts';
import { smallFolder } from '../parts/small-folder.ts';
import { acknowledged, acknowledgedIn, startWriter, WRITER } from '../parts/writing.ts';
import { DATA, type Work } from './work.ts';

export const actsOneByOne: Work = {
  what: 'acts are recorded one by one, and as the folder is closed',
  times: { full: 3_000, short: 24 },
  isActs: true,
  async prepare(root, says) {
    const place = await smallFolder(join(root, DATA));
    return {
      words: [process.execPath, WRITER, JSON.stringify({ place, acks: says, first: 0, last: 12 })],
      breaches: (disk, said, asked) => breachesAsked(join(disk, DATA), acknowledgedIn(said.split('\n')), asked),
    };
  },
};

/** How long the log is when the recording begins, in bytes: a little less than when SQLite brings it into the database (16 MB). */
const LOG = 15 * 2 ** 20;
/** So many records an act enters, that the log grows. */
const EACH = 40;

export const actsTogether: Work = {
  what: 'acts are recorded eight at a time, the log is brought into the database and begun again',
  times: { full: 500, short: 6 },
  isActs: true,
  async prepare(root, says) {
    const place = await smallFolder(join(root, DATA));
    const acks = join(scratchFolder(), 'acknowledged');
    const log = join(place, 'registers.sqlite-wal');
    const { child, ended } = startWriter({ place, acks, first: 0, each: EACH, together: 8 });
    while (child.exitCode === null && !(existsSync(log) && statSync(log).size > LOG)) await pause(5);
    child.kill('SIGKILL');
    await ended;
    const before = acknowledged(acks);
    const first = before.size;
    return {
      words: [process.execPath, WRITER, JSON.stringify({ place, acks: says, first, last: first + 20, each: EACH, together: 8 })],
      breaches: (disk, said, asked) => breachesAsked(join(disk, DATA), new Map([...before, ...acknowledgedIn(said.split('\n'))]), asked),
    };
  },
};
