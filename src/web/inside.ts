import cookie from '@fastify/cookie';
import formBody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { standingOf } from '../access/standing.ts';
import type { Account } from '../identity/accounts.ts';
import type { Instant } from '../kernel/instant.ts';
import { words, type Language } from '../kernel/text.ts';
import type { Registers } from '../register/registers.ts';
import { Drafts } from '../drafts/drafts.ts';
import { accountRoutes } from './account/account-routes.ts';
import { visitorOf, type Door, type Visitor } from './account/door.ts';
import { accountAddress, signInAddress } from './account/signing-in.ts';
import { adviceRoutes } from './advice/advice-routes.ts';
import { decisionRoutes } from './decisions/decision-routes.ts';
import { LastLooked } from './home/last-looked.ts';
import { calendarRoutes } from './calendar/calendar-routes.ts';
import { draftRoutes } from './drafting/draft-routes.ts';
import { exportRoutes } from './importing/export-routes.ts';
import { importRoutes } from './importing/import-routes.ts';
import { undoRoutes } from './importing/undo-routes.ts';
import { answerLinkRoutes } from './inbox/answer-link-routes.ts';
import { remindersRoutes } from './inbox/reminders-routes.ts';
import { meetingRoutes } from './meetings/meeting-routes.ts';
import { instrumentRoutes } from './instruments/instrument-routes.ts';
import { namedOnce } from './named-once.ts';
import type { Page } from './page.ts';
import { answerRoutes } from './partner/answer-routes.ts';
import { linkRoutes } from './partner/link-routes.ts';
import { notFoundPage } from './pages/not-found.ts';
import { readingOf, type Library, type Reading } from './reading.ts';
import { recordRoutes, type RecordRoutesParts } from './recording/record-routes.ts';
import { registerIn } from './register-pages.ts';
import { SetUpAnswers } from './set-up/answers.ts';
import { scrutinyRoutes } from './scrutiny/scrutiny-routes.ts';
import { closedAddress } from './set-up/set-up-addresses.ts';
import { setUpRoutes } from './set-up/set-up-routes.ts';
import { taskRoutes } from './set-up/task-routes.ts';
import type { Shelf } from './shelf.ts';
import { statementRoutes } from './statement/statement-routes.ts';

interface Parts {
  readonly shelf: Shelf;
  readonly library: Library;
  readonly show: (request: FastifyRequest, reply: FastifyReply, page: Page) => FastifyReply;
}

/** What there is for those who sign in: the way in, and the forms that write. */
export interface Inside {
  /** Whoever is signed in and may read the address; undefined for a page that is everybody's; others are sent to sign in. */
  readonly letIn: (request: FastifyRequest, reply: FastifyReply, language: Language) => Promise<Visitor | undefined | 'sent away'>;
  readonly open: (server: FastifyInstance, parts: Parts) => void;
  /** Notes that the account is shown a page; gives when the visit before this one ended. */
  readonly looks: (account: Account['id']) => Promise<Instant | undefined>;
}

/** Which registers one has to sign in for, and where. */
export interface Entrance {
  readonly guards: (register: string) => boolean;
  readonly entrance: (language: Language, next?: string) => string;
}

/** @param registers what the forms write to @param only the part of the site that is kept; all of it where absent */
export function inside(door: Door, registers: Registers, only?: Entrance): Inside {
  const entrance = only?.entrance ?? signInAddress;

  async function letIn(request: FastifyRequest, reply: FastifyReply, language: Language): Promise<Visitor | undefined | 'sent away'> {
    const { register } = request.params as Readonly<Record<string, string | undefined>>;
    if (only !== undefined && (register === undefined || !only.guards(register))) return undefined;
    if (only === undefined && (await isBeforeAnybody(request, reply, language))) return reply.sent ? 'sent away' : undefined;
    const visitor = await visitorOf(door, request);
    const isIn = visitor?.session.proved === 'full';
    if (register === undefined) {
      // Which authorities are kept here is not everybody's to know.
      if (!/^\/(en|cy)\/?(\?|$)/.test(request.url)) return isIn ? visitor : undefined;
      void reply.redirect(isIn ? `/${language}/${visitor.account.register}` : entrance(language), 303);
      return 'sent away';
    }
    void reply.header('cache-control', 'no-store');
    if (!isIn || visitor === undefined) void reply.redirect(entrance(language, request.method === 'GET' ? request.url : undefined), 303);
    else if (door.needsSecondFactor && !(await door.identity.hasSecondStep(visitor.account))) void reply.redirect(accountAddress(language, '/authenticator'), 303);
    // An account is of one register: of any other it may not even learn that it is kept here.
    else if (visitor.account.register !== register) void reply.callNotFound();
    else return visitor;
    return 'sent away';
  }

  /** While nobody can sign in, registers are read by everybody on this machine and by nobody elsewhere; the rest leads to the set-up. */
  async function isBeforeAnybody({ params, url, method }: FastifyRequest, reply: FastifyReply, language: Language): Promise<boolean> {
    const { firstStart } = door;
    if (firstStart === undefined || (await firstStart.isSetUp())) return false;
    const { register } = params as Readonly<Record<string, string | undefined>>;
    const isClosed = register !== undefined ? !['GET', 'HEAD'].includes(method) || !firstStart.isPrivate : /^\/(en|cy)\/?(\?|$)/.test(url) && (!firstStart.isPrivate || (await firstStart.isEmpty()));
    if (isClosed) void reply.header('cache-control', 'no-store').redirect(closedAddress(language), 303);
    return true;
  }

  function open(server: FastifyInstance, { shelf, library, show }: Parts): void {
    void server.register(cookie);
    void server.register(formBody, { bodyLimit: 512 * 1024, parser: namedOnce });
    accountRoutes(server, {
      door, show,
      async names(register, person, language) {
        const image = await (await registers.register(register)).latest();
        const snapshot = image.snapshot(image.header.asAt ?? library.today());
        const postName = (ref: string): string => {
          const post = snapshot.get(ref as `posts/${string}`);
          return post === undefined ? ref : words(post.title, language);
        };
        const found = snapshot.get(person as `persons/${string}`) ?? snapshot.where('persons', 'id', person.slice('persons/'.length), 'ever').at(-1);
        return { person: found === undefined ? person : words(found.name, language), authority: words(image.header.authority.name, language), standing: standingOf(snapshot, person as `persons/${string}`), postName };
      },
    });
    const parts: RecordRoutesParts = {
      door, show,
      async enter(request, reply, language) {
        const visitor = await letIn(request, reply, language);
        if (visitor === 'sent away') return undefined;
        // While nobody can sign in, what is there for those who do leads to the set-up.
        if (visitor === undefined) {
          void reply.redirect(closedAddress(language), 303);
          return undefined;
        }
        const ask = { visitor, language, params: request.params as Readonly<Record<string, string>>, query: new URLSearchParams(request.url.split('?')[1] ?? ''), url: request.url };
        const found = await registerIn(ask, shelf);
        if ('answer' in found) {
          void show(request, reply, notFoundPage(ask, 'register', ask.params['register']));
          return undefined;
        }
        const on = (asked: typeof ask): Reading => readingOf(asked, found.shelved, found.standing, library);
        return { reading: on(ask), register: await registers.register(found.shelved.id), visitor, at: (date) => on({ ...ask, query: onDate(ask.query, date) }) };
      },
    };
    // Before those of records: `links` is no verb.
    linkRoutes(server, parts);
    answerLinkRoutes(server, { door, registers, shelf, library, show });
    remindersRoutes(server, { ...parts, library });
    answerRoutes(server, { door, registers, shelf, library, show });
    calendarRoutes(server, { ...parts, shelf, library });
    meetingRoutes(server, parts);
    adviceRoutes(server, parts);
    decisionRoutes(server, parts);
    scrutinyRoutes(server, parts);
    statementRoutes(server, parts);
    instrumentRoutes(server, parts);
    recordRoutes(server, parts);
    taskRoutes(server, parts);
    const turnAway = async (request: FastifyRequest, reply: FastifyReply, language: Language): Promise<boolean> => (await letIn(request, reply, language)) === 'sent away';
    importRoutes(server, { ...parts, turnAway });
    draftRoutes(server, { ...parts, turnAway, drafts: new Drafts(door.database) });
    undoRoutes(server, parts);
    exportRoutes(server, parts);
    if (door.firstStart !== undefined) setUpRoutes(server, { door, registers, firstStart: door.firstStart, answers: new SetUpAnswers(door.database), today: library.today }, show);
  }

  return { letIn, open, looks: (account) => new LastLooked(door.database, door.now).looks(account) };
}

/** The same query on another date, as all that is known now. */
const onDate = (query: URLSearchParams, date: string): URLSearchParams => new URLSearchParams([...[...query].filter(([name]) => !/^(as-at|day|month|year|known-.*)$/.test(name)), ['as-at', date]]);
