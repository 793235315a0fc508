import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { count, repeated, type Campaign, type Found } from '../case.ts';
import { answerable } from '../parts/answerable.ts';
import { breachesIn } from '../parts/rule.ts';
import { personFile, smallFolder } from '../parts/small-folder.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Makes the process believe that it is another time. */
const shifted = (by: number): Readonly<Record<string, string>> => {
  const text = `const Real = Date; globalThis.Date = class extends Real { constructor(...args) { if (args.length === 0) super(Real.now() + ${by}); else super(...args); } static now() { return Real.now() + ${by}; } };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(text)}` };
};

/** Acts one after the other, each by a process with a clock of its own. */
async function acted(times: number, shift: (round: number) => number): Promise<Found> {
  const folder = await smallFolder();
  const numbers = new Map<string, number>();
  const told = { behind: 0 };
  let latest = 0;
  const breaches = await repeated(times, async (round) => {
    const by = shift(round);
    const [key, believed] = [`c${round}`, Date.now() + by];
    const { code, out, err } = await answerable(['act', 'record.put', '--data', folder, '--input', personFile(key), '--as', 'clerk', '--reason', 'By another clock.', '--key', key, '--json'], { env: shifted(by) });
    if (code !== 0) return [`the act was refused: ${err}`];
    const { entry, recordedAt } = JSON.parse(out) as { entry: number; recordedAt: string };
    numbers.set(key, entry);
    const isBehind = believed < latest - HOUR / 2;
    const saysSo = /behind the last entry/.test(err);
    if (saysSo) told.behind += 1;
    latest = Math.max(latest, Date.parse(recordedAt));
    return isBehind && !saysSo ? [`the clock was ${Math.round((latest - believed) / HOUR)} hours behind, and nobody was told`] : [];
  });
  return { times, seen: `told ${count(told.behind)} times that the clock was behind`, breaches: [...breaches, ...backwards(folder), ...(await breachesIn(folder, numbers))] };
}

function backwards(folder: string): readonly string[] {
  const database = new DatabaseSync(join(folder, 'registers.sqlite'), { readOnly: true });
  const instants = database.prepare('SELECT recorded_at AS at FROM kept_entries ORDER BY number').all().map(({ at }) => String(at));
  database.close();
  return instants.flatMap((at, index) => (index > 0 && at < (instants[index - 1] ?? '') ? [`entry ${index} is recorded at ${at}, before the entry before it`] : []));
}

const AN_HOUR_BACK_AFTER_400_DAYS = [0, 400 * DAY, 400 * DAY - HOUR, 0, -HOUR, 401 * DAY];

export const clocks: Campaign = {
  name: 'clocks',
  title: 'The clock jumps',
  cases: [
    { what: 'acts by a clock that goes 400 days on, an hour back, to the right time, an hour behind it, and 401 days on', times: { full: 24, short: 6 }, run: (times) => acted(times, (round) => AN_HOUR_BACK_AFTER_400_DAYS[round % 6] ?? 0) },
    { what: 'acts by clocks up to 400 days wrong, at random', times: { full: 60, short: 0 }, run: (times) => acted(times, () => (Math.random() * 2 - 1) * 400 * DAY) },
  ],
};
