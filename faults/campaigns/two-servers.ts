import { join } from 'node:path';
import { count, repeated, type Campaign, type Found } from '../case.ts';
import { answerable } from '../parts/answerable.ts';
import { breachesIn } from '../parts/rule.ts';
import { scratchFolder } from '../parts/scratch.ts';
import { serve } from '../parts/serving.ts';
import { personFile, smallFolder } from '../parts/small-folder.ts';
import { acknowledged, startWriter } from '../parts/writing.ts';

/** One writer holds the folder; another comes, is refused, and gets it once the first is killed. */
async function second(times: number): Promise<Found> {
  const folder = await smallFolder();
  const acks = join(scratchFolder(), 'acknowledged');
  const took: number[] = [];
  const breaches = await repeated(times, async (round) => {
    const holder = startWriter({ place: folder, acks, first: acknowledged(acks).size });
    if (!(await holder.opened)) return [`the folder of a writer that was killed does not open: ${holder.errors()}`];
    const words = ['act', 'record.put', '--data', folder, '--input', personFile(`s${round}`), '--as', 'clerk', '--reason', 'Beside another.', '--key', `s${round}`];
    const start = performance.now();
    const refused = await answerable(words);
    took.push(performance.now() - start);
    holder.child.kill('SIGKILL');
    await holder.ended;
    const taken = await answerable(words);
    return [
      ...(refused.code === 0 ? ['a second writer was let in'] : []),
      ...(refused.err.includes(`in process ${holder.child.pid ?? 0} since 20`) ? [] : [`the second was not told who holds the folder: ${refused.err}`]),
      ...(taken.code === 0 ? [] : [`the folder was not free once its holder was killed: ${taken.err}`]),
    ];
  });
  const seen = `refused in ${Math.round(Math.max(...took))} ms at most, start of the process included`;
  return { times, seen, breaches: [...breaches, ...(await breachesIn(folder, acknowledged(acks)))] };
}

/** The same of servers. */
async function secondServer(times: number): Promise<Found> {
  const folder = await smallFolder();
  let holder = serve(folder);
  const breaches = await repeated(times, async () => {
    const said = await holder.said;
    if (!('url' in said)) return [`the folder of a server that was killed is not served: ${said.refused}`];
    const other = await serve(folder).said;
    holder.child.kill('SIGKILL');
    await holder.ended;
    const { pid } = holder.child;
    holder = serve(folder);
    return 'refused' in other && other.refused.includes(`in process ${pid ?? 0} since 20`) ? [] : [`the second server was not refused with the name of the first: ${JSON.stringify(other)}`];
  });
  await holder.said;
  holder.child.kill('SIGKILL');
  await holder.ended;
  return { times, seen: 'refused and told which process serves; served by the next', breaches: [...breaches, ...(await breachesIn(folder, new Map()))] };
}

/** Several come in the same moment. */
async function race(times: number): Promise<Found> {
  const folder = await smallFolder();
  const acks = join(scratchFolder(), 'acknowledged');
  let inside = 0;
  const breaches = await repeated(times, async (round) => {
    const writers = [1, 2, 3, 4].map((one) => startWriter({ place: folder, acks, first: 0, prefix: `r${round}-${one}-` }));
    const opened = await Promise.all(writers.map((one) => one.opened));
    for (const { child } of writers) child.kill('SIGKILL');
    await Promise.all(writers.map(({ ended }) => ended));
    const errors = writers.filter((_, index) => opened[index] !== true).map((one) => one.errors());
    const winners = opened.filter(Boolean).length;
    inside += winners;
    return [
      ...(winners === 1 ? [] : [`${winners} of four writers were let in`]),
      ...errors.filter((error) => !error.includes('This folder is open for writing in ')).map((error) => `one was refused for another reason: ${error.trim().slice(0, 300)}`),
    ];
  });
  return { times, seen: `${count(inside)} of ${count(times * 4)} let in, one at a time`, breaches: [...breaches, ...(await breachesIn(folder, acknowledged(acks)))] };
}

export const twoServers: Campaign = {
  name: 'two-servers',
  title: 'Two servers, or writers, on one folder',
  cases: [
    { what: 'a second writer comes; the holder is named, and killed; the second comes again', times: { full: 50, short: 1 }, run: second },
    { what: 'a second server comes; the first is killed; the next one comes', times: { full: 20, short: 0 }, run: secondServer },
    { what: 'four writers come in the same moment', times: { full: 50, short: 1 }, run: race },
  ],
};
