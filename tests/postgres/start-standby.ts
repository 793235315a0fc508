import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, type Postgres, type Settings } from './start-postgres.ts';

/** A standby that follows the primary, by the name `standby`: made of a copy of its folder while it was stopped. */
export async function startStandby(primary: Postgres, settings: Settings = {}): Promise<Postgres> {
  await primary.halt();
  const standby = await startPostgres({
    settings: { primary_conninfo: `host=127.0.0.1 port=${primary.port} user=postgres application_name=standby`, hot_standby: 'on', wal_retrieve_retry_interval: '100ms', ...settings },
    fill(folder) {
      for (const name of readdirSync(primary.dataFolder)) cpSync(join(primary.dataFolder, name), join(folder, name), { recursive: true });
      rmSync(join(folder, 'postmaster.pid'), { force: true });
      writeFileSync(join(folder, 'standby.signal'), '');
      return Promise.resolve();
    },
  });
  await primary.start();
  return standby;
}
