import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { folderForPostgres, noPostgres, own, postgresBinaries, unprivileged } from './binaries.ts';

export { noPostgres };

/** PostgreSQL 18 of the test's own: real, durable, on a free port of 127.0.0.1. It goes when the process does, however that ends. */
export interface Postgres {
  /** As its superuser `postgres`, in the database `postgres`; anybody on this machine may connect as any role, without a password. */
  readonly url: string;
  readonly port: number;
  readonly dataFolder: string;
  /** The folder with `bin`, `lib` and `share`. */
  readonly binaries: string;
  /** The process id of the server now running; undefined while it is down. */
  pid(): number | undefined;
  /** All that the server has logged. */
  log(): string;
  /** SIGKILL to the server, as a crash has it; comes back when it is gone. `start` recovers it. */
  kill(): Promise<void>;
  /** Connections are cut (SIGINT, a fast shutdown); the data folder stays. */
  halt(): Promise<void>;
  /** Starts it again in the same folder and on the same port, with further settings if any. */
  start(settings?: Settings): Promise<void>;
  /** Ends it and deletes its data folder. */
  stop(): Promise<void>;
}

export type Settings = Readonly<Record<string, string>>;

interface Options {
  /** For `postgresql.conf`, such as `{ fsync: 'off' }`. */
  readonly settings?: Settings;
  /** Fills the empty data folder in place of `initdb`, for a standby. */
  readonly fill?: (dataFolder: string) => Promise<void>;
}

const SETTINGS: Settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', wal_recycle: 'off', shared_buffers: '32MB', max_connections: '100', log_min_messages: 'warning' };

/** Ends the server and deletes its folder when its standard input closes, which the end of our process does, SIGKILL too. */
const WATCH = 'cat >/dev/null; pid=$(head -n 1 "$1/postmaster.pid" 2>/dev/null); while [ -n "$pid" ] && kill -QUIT "$pid" 2>/dev/null; do sleep 0.1; done; rm -rf "$1"';

/** @throws Error where there is none for this machine (`noPostgres` says why) or where it does not start, with what it logged */
export async function startPostgres({ settings = {}, fill }: Options = {}): Promise<Postgres> {
  const binaries = postgresBinaries();
  const dataFolder = folderForPostgres();
  const watch = spawn('sh', ['-c', WATCH, 'sh', dataFolder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  watch.unref();
  (watch.stdin as unknown as { unref(): void }).unref();
  const runs = { ...unprivileged, cwd: dataFolder, env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] } };
  let [log, server]: [string, ChildProcess | undefined] = ['', undefined];
  let wanted: Settings = { ...SETTINGS, ...settings };
  let port = await freePort();

  const ended = async (signal: NodeJS.Signals): Promise<void> => {
    const running = server;
    if (running === undefined) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.ref();
    running.kill(signal);
    await gone;
  };
  const attempt = (): Promise<string | undefined> =>
    new Promise((resolve, reject) => {
      const words = Object.entries({ ...wanted, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      const running = spawn(join(binaries, 'bin/postgres'), ['-D', dataFolder, ...words], { ...runs, stdio: ['ignore', 'ignore', 'pipe'] });
      let [said, isReady] = ['', false];
      server = running;
      running.stderr.setEncoding('utf8').on('data', (text: string) => {
        [log, said] = [log + text, said + text];
        if (isReady || !/ready to accept (read-only )?connections/.test(said)) return;
        isReady = true;
        // It keeps no test alive that has nothing else to do.
        running.unref();
        (running.stderr as unknown as { unref(): void }).unref();
        resolve(undefined);
      });
      running.once('error', reject);
      running.once('exit', () => {
        if (server === running) server = undefined;
        setImmediate(() => resolve(said));
      });
    });
  const start = async (more: Settings = {}): Promise<void> => {
    wanted = { ...wanted, ...more };
    // What a killed server left (its children, its shared memory) goes within moments.
    for (let tries = 0; ; tries += 1) {
      const failure = await attempt();
      if (failure === undefined) return;
      if (/Address already in use/.test(failure) && log === failure) port = await freePort();
      else if (tries === 20 || !/still in use|already running|lock file/.test(failure)) throw new Error(`PostgreSQL did not start:\n${failure}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const stop = async (): Promise<void> => {
    await ended('SIGINT');
    rmSync(dataFolder, { recursive: true, force: true });
    watch.stdin.end();
  };

  try {
    if (fill === undefined) await promisify(execFile)(join(binaries, 'bin/initdb'), ['-D', dataFolder, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync', '--no-instructions'], runs);
    else {
      await fill(dataFolder);
      own(dataFolder);
    }
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`, port, dataFolder, binaries,
    pid: () => server?.pid, log: () => log, kill: () => ended('SIGKILL'), halt: () => ended('SIGINT'), start, stop,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
