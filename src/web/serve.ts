import { join } from 'node:path';
import { faultInWords, type Fault } from '../kernel/fault.ts';
import { dateInLondon, instantOf, type Instant } from '../kernel/instant.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Identity } from '../identity/identity.ts';
import type { Provider } from '../identity/outside-sign-in.ts';
import { openRegister } from '../assessment/open-register.ts';
import type { Registers } from '../register/registers.ts';
import type { MailSettings } from '../mail/open-mailer.ts';
import type { ReachesByMail } from './account/door.ts';
import { CalendarAddresses } from './calendar/calendar-addresses.ts';
import { DIRECTORY_BACK } from './account/directory.ts';
import { app } from './app.ts';
import { demonstrationEntrance } from './demonstration/entrance.ts';
import { EXAMPLES, exampleRegisters } from './example-registers.ts';
import type { Reminding } from '../reminders/reminding.ts';
import { AnswerLinks } from '../reminders/answer-links.ts';
import { Uploads } from './importing/uploads.ts';
import { inside } from './inside.ts';
import { KeptShelf } from './kept-shelf.ts';
import { listen } from './listen.ts';
import type { LogSettings } from './operation/log.ts';
import { lastRunsIn } from './operation/last-runs.ts';
import { PartnerLinks } from './partner/partner-links.ts';
import { Operation } from './operation/operation.ts';
import type { Job } from './operation/scheduler.ts';
import { FirstStart } from './set-up/first-start.ts';
import { setUpAddress } from './set-up/set-up-addresses.ts';
import type { Surface } from './surface.ts';
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
  /** What is kept beside the registers, closed with them: once it holds accounts, or somebody was invited, everybody signs in. */
  readonly database: Database;
  /** Done every so often beside the self-test. */
  readonly jobs: readonly Job[];
}

export interface Serving {
  readonly files: readonly string[];
  /** Whether the examples that come with the product are served too. */
  readonly examples: boolean;
  /** In place of files; the registers are closed with the server. */
  readonly kept: KeptServing | undefined;
  /** Of all that is kept beside registers, for the demonstration's own. */
  readonly tables: readonly Tables[];
  readonly guidance: string | undefined;
  readonly host: string;
  readonly port: number | undefined;
  /** Where browsers find the pages, by a proxy in front. */
  readonly publicAddress?: URL | undefined;
  /** Whether everybody may read what is published. */
  readonly publishes?: boolean | undefined;
  /** How many proxies stand in front: where a request comes from is what the outermost of them says. */
  readonly proxies?: number;
  /** A directory through which people sign in; with a public address, where it sends them back to. */
  readonly directory?: Omit<Provider, 'redirect'> | undefined;
  /** How people are reached by e-mail and when they are reminded; absent where nobody is. */
  readonly mail?: (MailServing & { readonly settings: MailSettings }) | undefined;
  /** What answers beside the pages, over registers that are kept. */
  readonly surface?: ((parts: SurfaceParts) => Surface) | undefined;
  readonly log: LogSettings;
  readonly complain: (sentence: string) => void;
}

type MailServing = Pick<ReachesByMail, 'reminding'>;

export interface SurfaceParts {
  readonly registers: Registers;
  readonly database: KeptServing['database'];
  readonly identity: Identity;
  readonly publicAddress: URL | undefined;
  readonly now: () => Instant;
}

export interface Served {
  readonly url: string;
  /** While nobody can sign in: the links by which the first one comes to, each for a register or, without one, for one that is to begin. */
  readonly setUp: readonly { readonly register: string | undefined; readonly url: string }[];
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
    if (served?.ok !== true) await letGo(serving);
  }
}

async function started(serving: Serving): Promise<Result<Served>> {
  const { kept, host, port, publicAddress, directory, log, complain } = serving;
  const tested = await kept?.selfTest();
  if (tested?.ok === false) return tested;
  const keptShelf = kept === undefined ? undefined : new KeptShelf(kept.registers, kept.only, serving.guidance);
  const shelf = keptShelf === undefined ? await shelfOf(serving) : ok<Shelf>(keptShelf);
  if (!shelf.ok) return shelf;
  // What signing in takes is loaded where somebody can: it is half of all that would be loaded.
  const identity = kept === undefined ? undefined : new (await import('../identity/identity.ts')).Identity(kept.database, directory === undefined || publicAddress === undefined ? undefined : { ...directory, redirect: new URL(DIRECTORY_BACK, publicAddress) });
  const origin = { now: publicAddress?.origin ?? '' };
  const reaches = kept === undefined || serving.mail === undefined ? undefined : { mailer: (await import('../mail/open-mailer.ts')).openMailer(serving.mail.settings), leaves: 'server' in serving.mail.settings.to, origin: () => origin.now, reminding: serving.mail.reminding };
  const reminding = keptShelf === undefined || kept === undefined || identity === undefined || reaches?.reminding.isOn !== true ? undefined : (await import('./inbox/remind-people.ts')).remindPeople({ shelf: keptShelf, database: kept.database, identity, reaches, now: () => instantOf(Date.now()) });
  const operation = new Operation({
    reminders: reminding === undefined ? undefined : () => reminding.state,
    place: kept === undefined ? undefined : { selfTest: kept.selfTest, folder: kept.folder, lastRuns: lastRunsIn(kept.jobsFile) },
    modes: () => keptShelf?.modes() ?? new Map(),
    jobs: kept === undefined || identity === undefined ? [] : [...kept.jobs, sweepJob([identity, new Uploads(kept.database), new PartnerLinks(kept.database), new AnswerLinks(kept.database), new CalendarAddresses(kept.database)]), ...(reminding === undefined ? [] : [remindingJob(reminding)])],
    happenings: {
      mode: (register, from, to) => server.log.warn({ register, from, to }, 'mode'),
      jobFailed: (job, error) => server.log.error({ job, err: error }, 'job failed'),
    },
  });
  // Behind a proxy everybody seems to come from this machine.
  const isPrivate = isLoopback(host) && publicAddress === undefined && (serving.proxies ?? 0) === 0;
  const firstStart = kept === undefined || identity === undefined ? undefined : new FirstStart({ identity, registers: kept.registers, only: kept.only, isPrivate, onFault: (error) => server.log.error({ err: error }, 'fault') });
  const door = kept === undefined || identity === undefined ? undefined : { identity, firstStart, database: kept.database, isSecure: publicAddress?.protocol === 'https:', publicAddress, hasDirectory: identity.outside !== undefined, needsSecondFactor: true, reaches, now: () => instantOf(Date.now()) };
  // Whoever reaches this machine from outside is nobody's to play with.
  const demonstration = serving.examples && isLoopback(host) ? demonstrationEntrance(() => openDemonstration(serving.tables)) : undefined;
  const server = app({
    inside: demonstration?.inside ?? (door === undefined || kept === undefined ? undefined : inside(door, kept.registers)),
    beside: kept === undefined || identity === undefined ? undefined : serving.surface?.({ registers: kept.registers, database: kept.database, identity, publicAddress, now: () => instantOf(Date.now()) }),
    publishes: serving.publishes ?? demonstration !== undefined,
    proxies: serving.proxies ?? 0,
    isSecure: publicAddress?.protocol === 'https:',
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
  if (publicAddress === undefined) origin.now = new URL(listening.value).origin;
  operation.start();
  server.log.info({ keeps: kept !== undefined }, 'started');
  const links = (await firstStart?.links(instantOf(Date.now()))) ?? [];
  if (links.length > 0 && !isPrivate) server.log.warn('nobody can sign in yet: nothing is shown before somebody sets it up by the link that was printed');
  const close = async (): Promise<void> => {
    server.log.info('stopping');
    const impatience = setTimeout(() => server.server.closeAllConnections(), GRACE_MS);
    await server.close();
    clearTimeout(impatience);
    await operation.stop();
    await demonstration?.close();
    await letGo(serving);
    server.log.info('stopped');
  };
  const setUp = links.map(({ register, secret }) => ({ register, url: new URL(setUpAddress('en', secret), publicAddress ?? listening.value).href }));
  return ok({ url: listening.value, setUp, close });
}

/** What has run out opens nothing any more; this does away with it. */
const sweepJob = (swept: readonly { readonly sweep: (now: Instant) => Promise<void> }[]): Job => ({
  name: 'sweep',
  everyMs: 10 * 60_000,
  async run() {
    for (const one of swept) await one.sweep(instantOf(Date.now()));
  },
});

/** Looks every minute whether somebody is to be reminded. */
const remindingJob = (reminding: Pick<Reminding, 'run' | 'stop'>): Job => ({ name: 'reminders', everyMs: 60_000, run: () => reminding.run(), stop: () => reminding.stop() });

async function letGo({ kept }: Serving): Promise<void> {
  await kept?.registers.close();
  await kept?.database.close();
}

/** What it takes is loaded when somebody tries it. */
const openDemonstration = async (tables: readonly Tables[]) => (await import('./demonstration/demonstration.ts')).Demonstration.open(join(EXAMPLES, 'demo-wales/register.yaml'), tables);

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
