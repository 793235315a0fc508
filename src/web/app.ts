import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { CalendarDate } from '../kernel/date.ts';
import { LANGUAGES, type Language } from '../kernel/text.ts';
import { startAddress } from './addresses.ts';
import { ASSET_CACHE, download, PAGE_CACHE, send } from './answers.ts';
import { Assessments } from './assessments.ts';
import { AS_AT_SCRIPT, ICON, MAP_SCRIPT, PASSKEY_SCRIPT, STYLE_SHEET } from './assets.ts';
import { EncodedBody } from './encoded-body.ts';
import { Lru } from './lru.ts';
import type { Health } from './operation/health.ts';
import { logAnswer, logAnswers, logging, type LogSettings } from './operation/log.ts';
import type { Ask, Page } from './page.ts';
import { accessibilityPage } from './pages/accessibility.ts';
import { namedOnce } from './named-once.ts';
import { badAddressPage, faultPage } from './pages/fault.ts';
import { notFoundPage } from './pages/not-found.ts';
import { startPage } from './pages/start.ts';
import { preferredLanguage } from './preferred-language.ts';
import { paperRoutes } from './papers/paper-routes.ts';
import { PUBLISHED, PUBLISHED_RECORD } from './published/published-addresses.ts';
import { publishedRoutes, registerPages } from './register-pages.ts';
import { render } from './render.ts';
import type { Route } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import type { Shelf } from './shelf.ts';
import { Sights } from './sight.ts';
import type { Inside } from './inside.ts';
import type { Surface } from './surface.ts';

export interface AppParts {
  /** Where people sign in, and what they write to; absent where everybody may read and nobody writes. */
  readonly inside?: Inside | undefined;
  /** What else answers on this server. */
  readonly beside?: Surface | undefined;
  /** Whether everybody may read what an authority has published. */
  readonly publishes?: boolean;
  /** Whether the start page leads to a demonstration. */
  readonly canTry?: boolean;
  /** Whether browsers come over HTTPS, by a proxy in front. */
  readonly isSecure?: boolean;
  /** How many proxies in front are believed about where a request comes from. */
  readonly proxies?: number;
  readonly shelf: Shelf;
  /** Today in London: the date of a register that names none. */
  readonly today: () => CalendarDate;
  /** Told of every fault of ours; the reader only learns that there was one. */
  readonly onFault: (error: unknown) => void;
  readonly health: () => Promise<Health>;
  readonly log: LogSettings;
}

/** The web pages over some registers, in the order in which a request meets them. */
export function app({ isSecure = false, inside, beside, publishes = false, canTry, proxies = 0, shelf, today, onFault, health, log }: AppParts): FastifyInstance {
  const always = securityHeaders(isSecure);
  const pages = new Lru<EncodedBody>(24 * 1024 * 1024, (body) => body.plain.length * 1.5);
  const server = Fastify({
    ...logging(log),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1000, querystringParser: namedOnce },
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    trustProxy: (_, hop) => hop < proxies,
    frameworkErrors: (_, request, reply) => {
      // No hook is called for an address that is none.
      reply.raw.once('finish', () => logAnswer(request, reply));
      if (beside !== undefined && request.url.startsWith(`${beside.prefix}/`)) void beside.badAddress(reply);
      else void show(request, reply, badAddressPage({ language: languageOf(request) }));
    },
  });
  logAnswers(server);

  server.addHook('onRequest', (request, reply, next) => {
    void reply.headers(always);
    if (beside !== undefined && request.url.startsWith(`${beside.prefix}/`)) next();
    else if (request.method === 'GET' || request.method === 'HEAD' || (inside !== undefined && request.method === 'POST')) next();
    else void reply.code(405).header('allow', 'GET, HEAD').type('text/plain; charset=utf-8').send('These pages can only be read. Dim ond darllen y tudalennau hyn sy’n bosibl.\n');
  });

  const library = { assessments: new Assessments(), sights: new Sights(), today };

  server.get('/health/live', (_, reply) => reply.header('cache-control', 'no-store').send({ status: 'live' }));
  server.get('/health', async (_, reply) => {
    const found = await health();
    return reply.code(found.status === 'ok' ? 200 : 503).header('cache-control', 'no-store').send(found);
  });

  for (const { address, type, body } of [STYLE_SHEET, ICON, PASSKEY_SCRIPT, AS_AT_SCRIPT, MAP_SCRIPT]) server.get(address, (request, reply) => send(request, reply, body, 200, type, ASSET_CACHE));

  server.get('/', (request, reply) => reply.header('vary', 'accept-language').redirect(startAddress(preferredLanguage(request.headers['accept-language'])), 302));

  const routes: Readonly<Record<string, Route>> = {
    '/': async (ask) => {
      const shelved = await Promise.all((await shelf.all()).map(async (one) => ({ ...one, glanced: await one.glance() })));
      return { edition: shelved.map(({ id, glanced }) => `${id} ${glanced.edition}`).join(), page: () => startPage(ask, shelved, canTry) };
    },
    '/accessibility': (ask) => Promise.resolve({ edition: '', page: () => accessibilityPage(ask) }),
    ...registerPages(shelf, library),
    ...(publishes ? publishedRoutes(shelf, library) : {}),
  };
  const isEverybodys = (path: string): boolean => path === PUBLISHED || path === PUBLISHED_RECORD;
  for (const language of LANGUAGES) {
    for (const [path, route] of Object.entries(routes)) {
      server.get(`/${language}${path}`, async (request, reply) => {
        const visitor = inside === undefined || isEverybodys(path) ? undefined : await inside.letIn(request, reply, language);
        if (visitor === 'sent away') return reply;
        const lastLooked = visitor === undefined ? undefined : await inside?.looks(visitor.account.id);
        const { edition, page } = await route({ ...askOf(request, language), visitor, lastLooked });
        // A page is the same for everyone until the day ends or the register changes, so it is rendered and compressed once.
        const key = `${today()} ${visitor?.session.id ?? ''} ${request.url} ${edition}`;
        const kept = pages.get(key);
        if (kept !== undefined) return send(request, reply, kept, 200, HTML, PAGE_CACHE);
        const made = page();
        return 'text' in made ? download(reply, made) : show(request, reply, made, key);
      });
    }
  }

  paperRoutes(server, { shelf, library, show, letIn: (request, reply, language) => inside?.letIn(request, reply, language) ?? Promise.resolve(undefined) });

  inside?.open(server, { shelf, library, show });

  beside?.open(server, { shelf, library });

  server.setNotFoundHandler((request, reply) => show(request, reply, notFoundPage({ language: languageOf(request) }, 'page')));
  server.setErrorHandler((error: { readonly statusCode?: number; readonly code?: string }, request, reply) => {
    // Of a form that we do not take, too large, or broken off by whoever sent it.
    if ((error.statusCode ?? 500) < 500 || (error.code === 'ECONNRESET' && request.raw.destroyed)) return show(request, reply, badAddressPage({ language: languageOf(request) }));
    onFault(error);
    return show(request, reply, faultPage({ language: languageOf(request) }));
  });

  /** @param key under which the page is kept to be sent again */
  function show(request: FastifyRequest, reply: FastifyReply, page: Page, key?: string): FastifyReply {
    const body = new EncodedBody(render(page, languageOf(request), request.url));
    if (page.status === 200 && key !== undefined) pages.set(key, body);
    // What a route has said for itself stays; a fault of the framework comes here without any.
    for (const [name, value] of Object.entries(always)) if (!reply.hasHeader(name)) void reply.header(name, value);
    return send(request, reply, body, page.status, HTML, PAGE_CACHE);
  }

  return server;
}

const HTML = 'text/html; charset=utf-8';

const askOf = (request: FastifyRequest, language: Language): Ask => ({
  language,
  params: request.params as Readonly<Record<string, string>>,
  query: new URLSearchParams(request.url.split('?').slice(1).join('?')),
  url: request.url,
});

/** The language of the address, else of the reader. */
const languageOf = ({ url, headers }: FastifyRequest): Language =>
  /^\/en(\/|\?|$)/.test(url) ? 'en' : /^\/cy(\/|\?|$)/.test(url) ? 'cy' : preferredLanguage(headers['accept-language']);
