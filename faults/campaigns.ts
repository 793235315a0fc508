import { clocks } from './campaigns/clocks.ts';
import { database } from './campaigns/database.ts';
import { failingDisk } from './campaigns/failing-disk.ts';
import { flips } from './campaigns/flips.ts';
import { histories } from './campaigns/histories.ts';
import { kills } from './campaigns/kills.ts';
import { lostWrites } from './campaigns/lost-writes.ts';
import { power } from './campaigns/power.ts';
import { retries } from './campaigns/retries.ts';
import { syncs } from './campaigns/syncs.ts';
import { twoServers } from './campaigns/two-servers.ts';
import type { Campaign } from './case.ts';

/** In the order in which they run. */
export const CAMPAIGNS: readonly Campaign[] = [kills, lostWrites, power, syncs, failingDisk, twoServers, clocks, retries, flips, database, histories];
