import { join } from 'node:path';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { takeTurns, type Timing } from '../measure.ts';
import { ratio, type Report } from '../report.ts';
import { ACTS_EACH, alone, writers, type Appender } from './appender.ts';
import { bytesOf, decisionRequest, done, begin } from './acts.ts';
import { hypercore } from './hypercore.ts';
import { ourFolder, ours } from './ours.ts';
import { diskNote, place } from './place.ts';
import { rawSqlite } from './raw-sqlite.ts';

const MANY = 32;

/** Durable appends on the embedded store, by one writer and by many, beside what keeps rows or blocks and nothing else. */
export default async function appends(): Promise<Report> {
  const base = place();
  const bytes = await bytesOfOne(join(base, 'sample'));
  const [one, many] = [await ourFolder(join(base, 'one')), await ourFolder(join(base, 'many'))];
  const alones = [rawSqlite(join(base, 'raw-one.sqlite'), bytes), await ours('Answerable, one writer', one.register, () => one.folder.close()), await hypercore(join(base, 'core-one'), bytes)];
  const crowds = [await ours(`Answerable, ${MANY} writers`, many.register, () => many.folder.close()), await hypercore(join(base, 'core-many'), bytes)];
  const floor = rawSqlite(join(base, 'raw-many.sqlite'), bytes, MANY);
  const timed = await takeTurns([...alones.map(alone), ...crowds.map((each) => writers(MANY, each)), alone(floor)], { rounds: 15, roundMs: 400, warmMs: 4000 });
  const acts = (index: number): number => (index < alones.length ? 1 : index < alones.length + crowds.length ? MANY * ACTS_EACH : MANY);
  const rows = timed.map((each, index) => perSecond(each, acts(index)));
  for (const each of [...alones, ...crowds, floor] satisfies readonly Appender[]) await each.close();
  const [raw, mine, , crowd] = rows;
  if (raw === undefined || mine === undefined || crowd === undefined) throw new Error('Raw SQLite and ours are always timed.');
  return {
    title: 'Durable appends, embedded store',
    goals: [
      { goal: 'one writer at least 0.7 of raw SQLite', measured: `${ratio(mine.median / raw.median)} (by the quickest rounds ${ratio(mine.best / raw.best)})`, reached: mine.median >= 0.7 * raw.median },
      { goal: '32 writers at least 3 times one raw writer', measured: `${ratio(crowd.median / raw.median)} (by the quickest rounds ${ratio(crowd.best / raw.best)})`, reached: crowd.median >= 3 * raw.median },
    ],
    tables: [
      {
        caption: `Entries kept a second, each about ${bytes.toLocaleString('en-GB')} bytes`,
        head: ['', 'a second', 'quickest round', 'to raw SQLite'],
        rows: rows.map(({ name, median, best }) => [name, whole(median), whole(best), ratio(median / raw.median)]),
      },
    ],
    notes: [
      'Ours is a whole act: the input checked by its schema and against the register, the entry hashed into the log, the checkpoint signed (Ed25519), and entry, change, body, checkpoint and the row for readers with SQL kept in one commit. Acts that wait together share a commit.',
      'The others keep bytes of the same length as our entry with its body, salt and hash.',
      diskNote(base),
    ],
  };
}

interface Rate {
  readonly name: string;
  readonly median: number;
  readonly best: number;
}

export const perSecond = ({ name, ms, best }: Timing, acts: number): Rate => ({ name, median: (1000 * acts) / ms, best: (1000 * acts) / best });

export const whole = (rate: number): string => Math.round(rate).toLocaleString('en-GB');

/** Bytes that have to be kept of one of our acts. */
export async function bytesOfOne(path: string): Promise<number> {
  const { folder, register } = await ourFolder(path);
  await begin(register);
  await done(register, decisionRequest(0));
  await folder.close();
  const read = await readRegister(path, undefined);
  const last = read.ok ? read.value.entries.at(-1) : undefined;
  if (last === undefined) throw new Error('The entry that was made is not there.');
  return bytesOf(last);
}
