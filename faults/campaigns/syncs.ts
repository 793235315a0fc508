import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { count, type Campaign, type Found } from '../case.ts';
import { Disk, type Pending } from '../disk/disk.ts';
import { record } from '../disk/recording.ts';
import { scratchFolder } from '../parts/scratch.ts';
import { noStrace } from '../parts/strace.ts';
import type { Work } from '../works/work.ts';
import { WORKS } from '../works/works.ts';

/** Files that say who holds the folder now, and the record of what was signed last, which may be behind: nothing rests on them after a power cut. */
const OF_THE_MOMENT = /(^|\/)(lock|lock-journal|holder\.json|keys\/[^/]+\.signed[^/]*)$/;

/**
 * A file that was removed may come back with a power cut, and an empty one may be missing: what the register does then is shown on
 * rebuilt disks (lost-writes).
 */
function matters(pending: Pending, disk: Disk): boolean {
  const name = disk.nameOf(pending);
  if (name === undefined || OF_THE_MOMENT.test(name)) return false;
  return pending.is !== 'names' || pending.changes.some(([, to]) => to === 'folder' || (to !== undefined && !disk.isEmpty(to)));
}

/** Goes through the record of a piece of work, and holds every acknowledgement and every rename against what was synced by then. */
async function counted(work: Work): Promise<Found> {
  const [root, says] = [join(scratchFolder(), 'disk'), join(scratchFolder(), 'says')];
  mkdirSync(root);
  const { words } = await work.prepare(root, says);
  const { ran, files, operations } = await record(root, says, words);
  if (ran.code !== 0) throw new Error(`The work itself ended with ${ran.code}: ${ran.err}`);
  const disk = new Disk(files);
  const breaches = new Set<string>();
  const seen = { said: 0, syncs: 0, renames: 0 };
  for (const operation of operations) {
    if (operation.is === 'say' && operation.text !== 'open\n') {
      seen.said += 1;
      for (const one of disk.pending) if (matters(one, disk)) breaches.add(`acknowledged before ${one.is === 'names' ? 'the name' : `the ${one.is}`} of ${disk.nameOf(one) ?? ''} was synced`);
    }
    if (operation.is === 'sync') seen.syncs += 1;
    if (operation.is === 'rename') {
      seen.renames += 1;
      const file = disk.names.get(operation.from);
      if (disk.pending.some((one) => one.is !== 'names' && one.file === file)) breaches.add(`${operation.from} was renamed before it was synced`);
    }
    disk.take(operation);
  }
  return { times: 1, seen: `${several(seen.said, 'acknowledgement')}, ${several(seen.syncs, 'sync')} and ${several(seen.renames, 'rename')} among ${count(operations.length)} calls`, breaches: [...breaches] };
}

const several = (number: number, what: string): string => `${count(number)} ${what}${number === 1 ? '' : 's'}`;

export const syncs: Campaign = {
  name: 'syncs',
  title: 'A census of syncs: nothing is acknowledged, and nothing renamed, before it is on the disk',
  cases: WORKS.map((work) => ({ what: work.what.replace(/:.*/, ''), cannot: noStrace, times: { full: 1, short: 1 }, run: () => counted(work) })),
};
