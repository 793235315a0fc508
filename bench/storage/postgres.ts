import { join } from 'node:path';
import { DatabaseRegisters } from '../../src/register/database/database-registers.ts';
import { noPostgres, startPostgres } from '../../tests/postgres/start-postgres.ts';
import { takeTurns } from '../measure.ts';
import { ratio, type Report } from '../report.ts';
import { REGISTER } from './acts.ts';
import { ACTS_EACH, alone, writers } from './appender.ts';
import { bytesOfOne, perSecond, whole } from './appends.ts';
import { ours } from './ours.ts';
import { diskNote, place } from './place.ts';
import { rawPostgres, rawPostgresPool } from './raw-postgres.ts';

const MANY = 32;

/** Durable appends to a PostgreSQL server of this machine, by one writer and by many, beside rows and nothing else. */
export default async function postgres(): Promise<Report> {
  const title = 'Durable appends, PostgreSQL';
  if (noPostgres !== false) return { title, goals: [], tables: [], notes: [`Not measured: ${noPostgres}`] };
  const base = place();
  const bytes = await bytesOfOne(join(base, 'sample'));
  // As a server that is installed has it; the tests take less room instead.
  const server = await startPostgres({ settings: { wal_recycle: 'on' } });
  const opened = await DatabaseRegisters.open({ url: server.url, keys: join(base, 'keys') });
  if (!opened.ok) throw new Error(opened.faults.map(({ sentence }) => sentence).join(' '));
  const registers = opened.value;
  const [raw, pool] = [await rawPostgres(server.url, bytes), await rawPostgresPool(server.url, bytes, MANY)];
  const one = await ours('Answerable, one writer', await registers.register(REGISTER), () => undefined);
  const crowd = { ...one, name: `Answerable, ${MANY} writers` };
  const timed = await takeTurns([alone(raw), alone(one), writers(MANY, crowd), writers(MANY, pool)], { rounds: 15, roundMs: 400, warmMs: 3000 });
  for (const each of [raw, pool]) await each.close();
  await registers.close();
  await server.stop();
  const rows = timed.map((each, index) => perSecond(each, index < 2 ? 1 : MANY * ACTS_EACH));
  const [floor, mine, many] = rows;
  if (floor === undefined || mine === undefined || many === undefined) throw new Error('Raw PostgreSQL and ours are always timed.');
  return {
    title,
    goals: [
      { goal: 'one writer at least 0.7 of raw PostgreSQL', measured: `${ratio(mine.median / floor.median)} (by the quickest rounds ${ratio(mine.best / floor.best)})`, reached: mine.median >= 0.7 * floor.median },
      { goal: '32 writers at least 3 times one raw writer', measured: `${ratio(many.median / floor.median)} (by the quickest rounds ${ratio(many.best / floor.best)})`, reached: many.median >= 3 * floor.median },
    ],
    tables: [
      {
        caption: `Entries kept a second, each about ${bytes.toLocaleString('en-GB')} bytes`,
        head: ['', 'a second', 'quickest round', 'to raw PostgreSQL'],
        rows: rows.map(({ name, median, best }) => [name, whole(median), whole(best), ratio(median / floor.median)]),
      },
    ],
    notes: [
      'PostgreSQL 18 on this machine, its processes beside ours on the same processors; `synchronous_commit` is `on`. Ours is a whole act, as on the embedded store, and first asks the server whether another process has written.',
      'All writers of ours are one process and share one connection for a commit; the raw connections each commit for themselves, and the server joins their syncs.',
      diskNote(base),
    ],
  };
}
