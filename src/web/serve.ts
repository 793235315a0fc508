import { join } from 'node:path';
import { faultInWords, type Fault } from '../kernel/fault.ts';
import { dateInLondon, instantOf } from '../kernel/instant.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import { Identity } from '../identity/identity.ts';
import type { Provider } from '../identity/outside-sign-in.ts';
import { openRegister } from '../assessment/open-register.ts';
import type { Registers } from '../register/registers.ts';
import { DIRECTORY_BACK } from './account/directory.ts';
import { app } from './app.ts';
import { demonstrationEntrance } from './demonstration/entrance.ts';
import { EXAMPLES, exampleRegisters } from './example-registers.ts';
import { inside } from './inside.ts';
import { KeptShelf } from './kept-shelf.ts';
import { listen } from './listen.ts';
import type { LogSettings } from './operation/log.ts';
import { lastRunsIn } from './operation/last-runs.ts';
import { Operation } from './operation/operation.ts';
import type { Job } from './operation/scheduler.ts';
import { alreadyOpen, shelve, type Shelf, type Unplaced } from './shelf.ts';

/** Registers that are kept, and what running a server over them needs to know of their place. */
export interface KeptServing {
  readonly registers: Registers;
  /** The one register to show; all of them where absent. */
  readonly only: string | undefined;
  /** Whether what is written there is kept: settings, and a real write that is synced and read back. Refused with what is wrong. */
  readonly selfTest: () => Promise<Result<undefined>>;
  /** The folder whose disk is watched. */
  readonly folder: string;
  /** The file that remembers when each job was last done. */
  readonly jobsFile: string;
  /** The file of accounts, where there is one: then everybody signs in. */
  readonly accounts?: string | undefined;
  /** Done every so often beside the self-test. */
  readonly jobs: readonly Job[];
}

export interface Serving {
  readonly files: readonly string[];
  /** Whether the examples that come with the product are served too. */
  readonly examples: boolean;
  /** In place of files; the registers are closed with the server. */
  readonly kept: KeptServing | undefined;
  readonly guidance: string | undefined;
  readonly host: string;
  readonly port: number | undefined;
  /** Where browsers find the pages, by a proxy in front. */
  readonly publicAddress?: URL | undefined;
  /** How many proxies stand in front: where a request comes from is what the outermost of them says. */
  readonly proxies?: number;
  /** A directory through which people sign in; with a public address, where it sends them back to. */
  readonly directory?: Omit<Provider, 'redirect'> | undefined;
  readonly log: LogSettings;
  readonly complain: (sentence: string) => void;
}

export interface Served {
  readonly url: string;
  /** Takes nothing more, answers what was already asked, lets what was acknowledged come to rest, then ends. */
  readonly close: () => Promise<void>;
}

/** How long an answer that is under way may still take when the server is told to stop. */
const GRACE_MS = 5000;

/** Serves the registers of the files, or those that are kept; every fault of every file at once where one cannot be read. */
export async function serve(serving: Serving): Promise<Result<Served>> {
  let served: Result<Served> | undefined;
  try {
    return (served = await started(serving));
  } finally {
    if (served?.ok !== true) await serving.kept?.registers.close();
  }
}

async function started(serving: Serving): Promise<Result<Served>> {
  const { kept, host, port, publicAddress, directory, log, complain } = serving;
  const tested = await kept?.selfTest();
  if (tested?.ok === false) return tested;
  const keptShelf = kept === undefined ? undefined : new KeptShelf(kept.registers, kept.only, serving.guidance);
  const shelf = keptShelf === undefined ? await shelfOf(serving) : ok<Shelf>(keptShelf);
  if (!shelf.ok) return shelf;
  const operation = new Operation({
    place: kept === undefined ? undefined : { selfTest: kept.selfTest, folder: kept.folder, lastRuns: lastRunsIn(kept.jobsFile) },
    modes: () => keptShelf?.modes() ?? new Map(),
    jobs: kept?.jobs ?? [],
    happenings: {
      mode: (register, from, to) => server.log.warn({ register, from, to }, 'mode'),
      jobFailed: (job, error) => server.log.error({ job, err: error }, 'job failed'),
    },
  });
  const identity = kept?.accounts === undefined ? undefined : new Identity(kept.accounts, directory === undefined || publicAddress === undefined ? undefined : { ...directory, redirect: new URL(DIRECTORY_BACK, publicAddress) });
  const door = identity === undefined ? undefined : { identity, isSecure: publicAddress?.protocol === 'https:', publicAddress, hasDirectory: identity.outside !== undefined, needsSecondFactor: true, now: () => instantOf(Date.now()) };
  // Whoever reaches this machine from outside is nobody's to play with.
  const demonstration = serving.examples && isLoopback(host) ? demonstrationEntrance(openDemonstration) : undefined;
  const server = app({
    inside: demonstration?.inside ?? (door === undefined || kept === undefined ? undefined : inside(door, kept.registers)),
    proxies: serving.proxies ?? 0,
    canTry: demonstration !== undefined,
    shelf: demonstration?.beside(shelf.value) ?? shelf.value,
    today: () => dateInLondon(instantOf(Date.now())),
    onFault: (error) => {
      if (log.form === 'json') server.log.error({ err: error }, 'fault');
      else complain(`This is a fault of ours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    },
    health: () => operation.health(),
    log,
  });
  // Loaded before anybody is let in: the first reader need not wait, and what is not intact shows at once.
  for (const register of (await keptShelf?.all()) ?? []) await register.glance();
  const listening = await listen(server, host, port);
  if (!listening.ok) return listening;
  operation.start();
  server.log.info({ keeps: kept !== undefined }, 'started');
  if (kept !== undefined && door === undefined && !isLoopback(host)) server.log.warn('open to whoever reaches this address: nobody was invited to sign in yet');
  const close = async (): Promise<void> => {
    server.log.info('stopping');
    const impatience = setTimeout(() => server.server.closeAllConnections(), GRACE_MS);
    await server.close();
    clearTimeout(impatience);
    await operation.stop();
    identity?.close();
    await demonstration?.close();
    await kept?.registers.close();
    server.log.info('stopped');
  };
  return ok({ url: listening.value, close });
}

/** What it takes is loaded when somebody tries it. */
const openDemonstration = async () => (await import('./demonstration/demonstration.ts')).Demonstration.open(join(EXAMPLES, 'demo-wales/register.yaml'));

const isLoopback = (host: string): boolean => ['127.0.0.1', '::1', 'localhost'].includes(host);

async function shelfOf({ files, examples, guidance, complain }: Serving): Promise<Result<Shelf>> {
  const opened = await registersIn(files, guidance);
  if (!opened.ok) return opened;
  const tell = (file: string, faults: readonly Fault[]): void => faults.forEach((fault) => complain(`${file} is left out: ${faultInWords(fault)}`));
  return ok(shelve([...opened.value, ...(examples ? await exampleRegisters(EXAMPLES, tell, guidance) : [])]));
}

async function registersIn(files: readonly string[], guidance: string | undefined): Promise<Result<readonly Unplaced[]>> {
  const registers: Unplaced[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
    const opened = await openRegister(file, guidance);
    if (opened.ok) registers.push(alreadyOpen(opened.value));
    else faults.push(...opened.faults);
  }
  return faults.length > 0 ? refused(...faults) : ok(registers);
}
