import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { CalendarDate } from '../kernel/date.ts';
import { LANGUAGES, type Language } from '../kernel/text.ts';
import { startAddress } from './addresses.ts';
import { ASSET_CACHE, PAGE_CACHE, send } from './answers.ts';
import { ICON, STYLE_SHEET } from './assets.ts';
import { EncodedBody } from './encoded-body.ts';
import { Lru } from './lru.ts';
import type { Ask, Page } from './page.ts';
import { accessibilityPage } from './pages/accessibility.ts';
import { badAddressPage, faultPage } from './pages/fault.ts';
import { notFoundPage } from './pages/not-found.ts';
import { startPage } from './pages/start.ts';
import { preferredLanguage } from './preferred-language.ts';
import { registerPages } from './register-pages.ts';
import { render } from './render.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import type { Shelf } from './shelf.ts';

export interface AppParts {
  readonly shelf: Shelf;
  /** Today in London: the date of a register that names none. */
  readonly today: () => CalendarDate;
  /** Told of every fault of ours; the reader only learns that there was one. */
  readonly onFault: (error: unknown) => void;
}

/** The web pages over some registers, in the order in which a request meets them. */
export function app({ shelf, today, onFault }: AppParts): FastifyInstance {
  const pages = new Lru<EncodedBody>(24 * 1024 * 1024, (body) => body.plain.length * 1.5);
  const server = Fastify({
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1000 },
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    frameworkErrors: (_, request, reply) => void show(request, reply, badAddressPage({ language: languageOf(request) })),
  });

  server.addHook('onRequest', (request, reply, next) => {
    void reply.headers(SECURITY_HEADERS);
    if (request.method === 'GET' || request.method === 'HEAD') next();
    else void reply.code(405).header('allow', 'GET, HEAD').type('text/plain; charset=utf-8').send('These pages can only be read. Dim ond darllen y tudalennau hyn sy’n bosibl.\n');
  });

  for (const { address, type, body } of [STYLE_SHEET, ICON]) server.get(address, (request, reply) => send(request, reply, body, 200, type, ASSET_CACHE));

  server.get('/', (request, reply) => reply.header('vary', 'accept-language').redirect(startAddress(preferredLanguage(request.headers['accept-language'])), 302));

  const routes: Readonly<Record<string, (ask: Ask) => Page | Promise<Page>>> = {
    '/': (ask) => startPage(ask, shelf),
    '/accessibility': accessibilityPage,
    ...registerPages(shelf),
  };
  for (const language of LANGUAGES) {
    for (const [path, build] of Object.entries(routes)) {
      server.get(`/${language}${path}`, async (request, reply) => {
        // A page is the same for everyone and until the day ends, so it is rendered and compressed once.
        const key = `${today()} ${request.url}`;
        const kept = pages.get(key);
        if (kept !== undefined) return send(request, reply, kept, 200, HTML, PAGE_CACHE);
        return show(request, reply, await build(askOf(request, language)));
      });
    }
  }

  server.setNotFoundHandler((request, reply) => show(request, reply, notFoundPage({ language: languageOf(request) }, 'page')));
  server.setErrorHandler((error, request, reply) => {
    onFault(error);
    return show(request, reply, faultPage({ language: languageOf(request) }));
  });

  function show(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
    const body = new EncodedBody(render(page, languageOf(request), request.url));
    if (page.status === 200) pages.set(`${today()} ${request.url}`, body);
    return send(request, reply.headers(SECURITY_HEADERS), body, page.status, HTML, PAGE_CACHE);
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
