import { setTimeout as pause } from 'node:timers/promises';
import { count, type Campaign, type Found } from '../case.ts';
import { answerable } from '../parts/answerable.ts';
import { begunIn, breachesInDatabase, query, rowsIn, urlOf } from '../parts/database.ts';
import { APPS, Apps } from '../parts/apps.ts';
import { relay } from '../parts/relay.ts';
import { personFile } from '../parts/small-folder.ts';
import { noPostgres, startPostgres } from '../../tests/postgres/start-postgres.ts';
import { startStandby } from '../../tests/postgres/start-standby.ts';

async function appsKilled(times: number): Promise<Found> {
  const server = await startPostgres();
  try {
    const kept = await begunIn(server.url);
    const apps = new Apps(kept);
    await apps.allGoOn();
    for (let round = 0; round < times; round += 1) {
      await pause(Math.random() * 200);
      await apps.kill(round % APPS);
      apps.start(round % APPS);
    }
    await apps.allGoOn();
    await apps.end();
    return { times, seen: `${count(apps.acknowledged().size)} acknowledged entries by ${APPS} processes, every one there once`, breaches: await breachesInDatabase(kept, apps.acknowledged()) };
  } finally {
    await server.stop();
  }
}

async function serverKilled(times: number): Promise<Found> {
  const server = await startPostgres();
  try {
    const kept = await begunIn(server.url);
    const apps = new Apps(kept);
    const breaches: string[] = [];
    for (let round = 0; round < times; round += 1) {
      await apps.allGoOn();
      await pause(Math.random() * 200);
      await server.kill();
      await server.start();
    }
    await apps.allGoOn();
    await apps.end();
    breaches.push(...(await breachesInDatabase(kept, apps.acknowledged())));
    return { times, seen: `${count(apps.acknowledged().size)} acknowledged entries; ${count(apps.refused())} refusals, after each of which the ${APPS} processes went on by themselves`, breaches };
  } finally {
    await server.stop();
  }
}

/** The primary is killed and the standby takes its place, at the address that the apps know. */
async function failedOver(times: number): Promise<Found> {
  const breaches: string[] = [];
  let entries = 0;
  for (let round = 0; round < times; round += 1) {
    const primary = await startPostgres();
    const standby = await startStandby(primary);
    const address = await relay(primary.port);
    try {
      await query(primary.url, `ALTER SYSTEM SET synchronous_standby_names = 'standby'`);
      await query(primary.url, 'SELECT pg_reload_conf()');
      await isStreaming(primary.url, 'sync');
      const kept = await begunIn(urlOf(address.port));
      const apps = new Apps(kept);
      await apps.allGoOn();
      await pause(Math.random() * 500);
      await primary.kill();
      await query(standby.url, 'SELECT pg_promote(true, 30)');
      address.leadTo(standby.port);
      await apps.allGoOn();
      await apps.end();
      entries += apps.acknowledged().size;
      breaches.push(...(await breachesInDatabase(kept, apps.acknowledged())).map((breach) => `round ${round}: ${breach}`));
    } finally {
      address.close();
      await primary.stop();
      await standby.stop();
    }
  }
  return { times, seen: `${count(entries)} acknowledged entries, before and after, every one there once`, breaches };
}

/** A standby that was behind takes the place of the primary: what was acknowledged is not there, and nothing may be signed over that. */
async function staleStandby(times: number): Promise<Found> {
  const breaches: string[] = [];
  for (let round = 0; round < times; round += 1) {
    const primary = await startPostgres();
    const standby = await startStandby(primary);
    const address = await relay(primary.port);
    try {
      await isStreaming(primary.url, 'async');
      const kept = await begunIn(urlOf(address.port));
      const apps = new Apps(kept);
      await apps.allGoOn();
      await standby.halt();
      await apps.allGoOn();
      // So long the record of what was signed last may be behind.
      await pause(600);
      await primary.kill();
      await standby.start();
      await query(standby.url, 'SELECT pg_promote(true, 30)');
      const before = (await rowsIn(standby.url)).length;
      address.leadTo(standby.port);
      await pause(2_500);
      await apps.end();
      const fresh = await answerable(['act', 'record.put', '--database-url', kept.url, '--keys', kept.keys, '--input', personFile('stale'), '--as', 'clerk', '--reason', 'On a stale standby.']);
      const after = (await rowsIn(standby.url)).length;
      if (before >= 1 + apps.acknowledged().size) breaches.push(`round ${round}: the standby was not behind: this shows nothing`);
      if (after !== before) breaches.push(`round ${round}: ${after - before} entries were signed on a stale standby`);
      if (fresh.code === 0) breaches.push(`round ${round}: a new process signed on a stale standby`);
      else if (!/an older copy was put in its place/.test(fresh.err)) breaches.push(`round ${round}: it was refused without saying why: ${fresh.err}`);
    } finally {
      address.close();
      await primary.stop();
      await standby.stop();
    }
  }
  return { times, seen: 'refused by the processes that ran and by a new one: an older copy was put in its place', breaches };
}

async function isStreaming(url: string, how: 'sync' | 'async'): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const [row] = await query(url, 'SELECT state, sync_state FROM pg_stat_replication');
    if (row?.['state'] === 'streaming' && row['sync_state'] === how) return;
    await pause(100);
  }
  throw new Error('The standby does not follow the primary.');
}

const cannot = (): string | undefined => noPostgres || undefined;

export const database: Campaign = {
  name: 'postgres',
  title: 'PostgreSQL, with four processes that write',
  cases: [
    { what: 'kill -9 of one process after the other', cannot, times: { full: 100, short: 0 }, run: appsKilled },
    { what: 'kill -9 of the server, which then starts again', cannot, times: { full: 25, short: 1 }, run: serverKilled },
    { what: 'the primary killed and its synchronous standby promoted', cannot, times: { full: 10, short: 1 }, run: failedOver },
    { what: 'a standby promoted that was behind: nothing is signed on it', cannot, times: { full: 5, short: 1 }, run: staleStandby },
  ],
};
