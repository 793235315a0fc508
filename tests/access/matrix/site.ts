import { join } from 'node:path';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { wordsFor } from '../../../src/assessment/open-register.ts';
import { AREA_ACTS } from '../../../src/areas/acts.ts';
import { areaRequest } from '../../../src/areas/area-request.ts';
import { apiSurface } from '../../../src/api/surface.ts';
import { Identity } from '../../../src/identity/identity.ts';
import type { Database } from '../../../src/database/database.ts';
import { Drafts } from '../../../src/drafts/drafts.ts';
import { SCOPES, Tokens } from '../../../src/identity/tokens.ts';
import { date } from '../../../src/kernel/date.ts';
import { instantOf, type Instant } from '../../../src/kernel/instant.ts';
import { actNamed, GENERIC_ACTS } from '../../../src/register/acts/acts.ts';
import { accountsIn } from '../../../src/register/folder/files.ts';
import type { KeptRegister } from '../../../src/register/kept-register.ts';
import { actRequest, importRequest } from '../../../src/register/requests.ts';
import { app } from '../../../src/web/app.ts';
import { inside } from '../../../src/web/inside.ts';
import { FirstStart } from '../../../src/web/set-up/first-start.ts';
import { KeptShelf } from '../../../src/web/kept-shelf.ts';
import type { Shelf } from '../../../src/web/shelf.ts';
import { sideDatabase } from '../../database/side-database.ts';
import { at, good, openFolder, temporaryFolder } from '../../kept/folder.ts';
import { PEOPLE, type Somebody } from './people.ts';
import { seedOf, type Seed } from './seed.ts';

const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const TODAY = '2012-12-10';
/** More than the matrix asks for. */
const PLENTY = { burst: 1e9, aSecond: 1e9 };
export const NOW = at('2012-12-10T09:00:00Z');

/** Why something was made confidential, in the reason of the correction: for nobody who may not know of it. */
export const REASON_OF_LATE = 'zqxreasonoflate';

const REASON_OF_BARRIER = 'zqxreasonofbarrier';
const REASON_OF_ESCALATION = 'zqxreasonofescalation';

/** Whoever sends a request. */
export interface Sender {
  readonly name: string;
  /** Absent where the browser has no session. */
  readonly cookie?: string;
  /** For the API, with every scope. */
  readonly token?: string;
  readonly csrf: string;
  readonly account?: number;
  /** The number of somebody else's session, to try and end it. */
  readonly another: number;
  /** The authority that they may enter; absent where they may enter none. */
  readonly own?: Authority;
  readonly who: Somebody;
}

export interface Authority {
  readonly seed: Seed;
  readonly register: KeptRegister;
  /** Of two people: of one who shares it, and of one who does not. */
  readonly drafts: readonly string[];
}

/** Words that stand in no record, and the people who may meet them. */
export const OTHER_WORDS: readonly { readonly word: string; readonly who: readonly string[] }[] = [
  { word: REASON_OF_LATE, who: ['pchief', 'pteam'] },
  { word: REASON_OF_BARRIER, who: ['padults', 'pdirector'] },
  { word: REASON_OF_ESCALATION, who: ['pdirector', 'pmonitoring'] },
  { word: 'zqxsharedname', who: ['padults', 'pdirector'] },
  // Of a change to what the one whom it is shared with may not know of.
  { word: 'zqxhiddenchange', who: ['padults'] },
  { word: 'zqxowndraft', who: ['pward'] },
];

export interface Route {
  readonly method: string;
  readonly url: string;
}

export interface MatrixSite {
  readonly server: FastifyInstance;
  readonly database: Database;
  readonly identity: Identity;
  readonly shelf: Shelf;
  /** Every route of the server, as it told of them itself. */
  readonly routes: readonly Route[];
  readonly authorities: readonly [Authority, Authority];
  readonly senders: readonly Sender[];
  readonly faults: unknown[];
  /** A link by which somebody of the first authority may join, and who. */
  readonly invitation: { readonly secret: string; readonly person: string };
  /** Version and state of every draft. */
  readonly draftsAre: () => Promise<readonly string[]>;
  readonly sessionsOf: (sender: Sender) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** The pages over two authorities, with everybody of both signed in, and some who are not quite. */
export async function matrixSite(): Promise<MatrixSite> {
  const folder = join(temporaryFolder(), 'data');
  const registers = openFolder(folder);
  const authorities: [Authority, Authority] = [await kept(await seedOf('aber', 'a')), await kept(await seedOf('bryn', 'b'))];
  async function kept(seed: Seed): Promise<Authority> {
    const register = await registers.register(seed.register);
    good(await register.perform(importRequest(seed.content, { actor: { person: 'clerk' }, reason: 'To begin with.', now: at('2012-06-01T12:00:00Z') })));
    const late = seed.idOf('late');
    const [first] = seed.records.get(`advice/${late}`) ?? [];
    const { subject } = first as unknown as { readonly subject: unknown };
    const body = { nature: 'concern', from: `posts/${seed.idOf('team')}`, to: `posts/${seed.idOf('chief')}`, subject, on: '2012-05-05', note: first?.note, confidential: true };
    const correction = { actor: { person: 'clerk' }, reason: `It is between them: ${REASON_OF_LATE}.`, now: at('2012-09-01T12:00:00Z') };
    good(await register.perform(actRequest(good(actNamed('record.correct', GENERIC_ACTS)), { kind: 'advice', id: late, body }, correction, wordsFor)));
    // Acts that touch at once what is hidden from many and what all inside see: why they were done is for those alone who know of all of it.
    const { idOf } = seed;
    const acted = async (person: string, post: string, name: string, input: object, reason: string): Promise<void> => {
      const act = AREA_ACTS.find((one) => one.name === name);
      if (act !== undefined) good(await register.perform(areaRequest(act, input, `persons/${idOf(person)}`, { actor: { person: idOf(person), post: idOf(post) }, reason, now: at('2012-12-01T12:00:00Z') }, wordsFor)));
    };
    await acted('padults', 'adults', 'barrier.respond', { barrier: idOf('closedbarrier'), text: 'It is being looked at.', will: { what: 'Look at it', owner: `posts/${idOf('desk')}` } }, REASON_OF_BARRIER);
    await acted('pdirector', 'director', 'advice.escalate', { advice: idOf('overdue'), confidential: true }, REASON_OF_ESCALATION);
    return { seed, register, drafts: [] };
  }

  const database = await sideDatabase(accountsIn(folder));
  const identity = new Identity(database);
  const faults: unknown[] = [];
  const firstStart = new FirstStart({ identity, registers, only: undefined, isPrivate: true, onFault: (error) => faults.push(error) });
  const routes: Route[] = [];
  const listen = (message: unknown): void => {
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }: RouteOptions) => {
      for (const one of [method].flat()) if (one !== 'HEAD') routes.push({ method: one, url });
    });
  };
  // Fastify tells of each server that is made: so routes are known without a word in the program.
  subscribe('fastify.initialization', listen);
  const shelf = new KeptShelf(registers, undefined, undefined);
  const server = app({
    beside: apiSurface({ registers, database, identity, toLoopback: false, now: () => NOW, allowances: { token: PLENTY, address: PLENTY } }),
    inside: inside({ identity, database, firstStart, isSecure: false, hasDirectory: false, needsSecondFactor: true, now: () => NOW }, registers),
    shelf,
    today: () => date(TODAY),
    onFault: (error) => faults.push(error),
    health: () => Promise.resolve({ status: 'ok' } as never),
    log: { form: 'none', level: 'info', write: () => undefined },
  });
  unsubscribe('fastify.initialization', listen);
  await server.ready();

  async function account({ seed }: Authority, person: string): Promise<number> {
    const made = good(await identity.accounts.make({ register: seed.register, person: `persons/${person === 'ghost' ? person : seed.idOf(person)}`, name: `${person}.${seed.register}@example.org` }, NOW));
    await identity.totp.confirm(made.id, TOTP_SECRET, new TOTP({ secret: Secret.fromBase32(TOTP_SECRET) }).generate({ timestamp: Date.parse(NOW) }), NOW);
    return made.id;
  }
  const tokens = new Tokens(database);
  let last = 0;
  async function sender(name: string, who: Somebody, id: number, own: Authority | undefined, proved: 'full' | 'password' = 'full', began: Instant = NOW): Promise<Sender> {
    const cookie = await identity.sessions.begin(id, proved, 'a browser of the tests', began);
    const session = await identity.sessions.find(cookie, began);
    const another = last;
    if (own !== undefined) last = session?.id ?? 0;
    const token = own === undefined ? undefined : await tokens.make({ account: id, label: 'matrix', scopes: new Set(SCOPES), days: 30 }, NOW);
    return { name, cookie, csrf: session?.csrf ?? '', account: id, another, who, ...(token === undefined ? {} : { token }), ...(own === undefined ? {} : { own }) };
  }

  const rooms = new Drafts(database);
  for (const [index, { seed }] of authorities.entries()) {
    const make = async (author: string, name: string) => good(await rooms.make({ register: seed.register, author: `persons/${seed.idOf(author)}`, name, purpose: 'To try it.', from: date('2013-01-01') }, NOW));
    const shared = await make('padults', 'zqxsharedname');
    const change = { asked: { type: 'change', kind: 'advice', id: seed.idOf('closed'), set: { subject: { en: 'zqxhiddenchange' } }, unset: [] }, base: { [`advice/${seed.idOf('closed')}`]: 0 } } as const;
    const changed = good(await rooms.alter(shared, { does: 'add', changes: [change] }, shared.author, NOW));
    good(await rooms.alter(changed, { does: 'share', share: { person: `persons/${seed.idOf('pdirector')}`, mayChange: true } }, shared.author, NOW));
    authorities[index] = { ...(authorities[index] as Authority), drafts: [shared.id, (await make('pward', 'zqxowndraft')).id] };
  }

  const senders: Sender[] = [];
  const [first] = authorities;
  const nobody: Somebody = { person: 'ghost', roles: [], holds: [] };
  for (const own of authorities) {
    for (const who of PEOPLE) {
      const id = await account(own, who.person);
      senders.push(await sender(`${who.person} of ${own.seed.register}`, who, id, own));
      if (who.person !== 'pchief' || own !== first) continue;
      senders.push(await sender('the chief with the password alone', nobody, id, undefined, 'password'));
      senders.push(await sender('the chief of an hour too long ago', nobody, id, undefined, 'full', instantOf(Date.parse(NOW) - 13 * 3_600_000)));
    }
  }
  senders.push({ name: 'signed out', csrf: '', another: last, who: nobody }, { name: 'with a cookie of nobody', cookie: 'A'.repeat(43), csrf: 'A'.repeat(43), another: last, who: nobody });
  const invited = first.seed.idOf('pnobody');
  const invitation = { secret: await identity.links.make({ purpose: 'invitation', register: first.seed.register, person: `persons/${invited}`, madeBy: 'clerk' }, NOW), person: `persons/${invited}` };

  return {
    server, database, identity, shelf, routes, authorities, senders, faults, invitation,
    draftsAre: async () => (await Promise.all(authorities.map(async ({ seed, drafts }) => [await rooms.find(seed.register, drafts[0] ?? '', `persons/${seed.idOf('padults')}`), await rooms.find(seed.register, drafts[1] ?? '', `persons/${seed.idOf('pward')}`)]))).flat().map((draft) => `${draft?.version ?? 0} ${draft?.state.is ?? ''}`),
    sessionsOf: async ({ cookie = '' }) => ((await identity.sessions.find(cookie, NOW)) === undefined ? 0 : 1),
    async close() {
      await server.close();
      await database.close();
      await registers.close();
    },
  };
}
