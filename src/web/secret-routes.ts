import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LANGUAGES, type Language } from '../kernel/text.ts';
import type { Registers } from '../register/registers.ts';
import type { Door } from './account/door.ts';
import type { Page } from './page.ts';
import type { Library } from './reading.ts';
import { registerIn } from './register-pages.ts';
import type { Shelf } from './shelf.ts';

export interface SecretRoutesParts {
  readonly door: Door;
  readonly registers: Registers;
  readonly shelf: Shelf;
  readonly library: Library;
  readonly show: (request: FastifyRequest, reply: FastifyReply, page: Page) => FastifyReply;
}

/** A secret stands in the address: it is passed on to no other site, kept by no cache and found by no search. */
export const PRIVATE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' } as const;

interface SecretPage {
  readonly address: (language: Language, secret: string) => string;
  readonly shown: (secret: string, language: Language) => Promise<Page>;
  /** Does what was posted; a page where it was not done, and undefined once it was: the same address then says so. */
  readonly taken: (secret: string, language: Language, request: FastifyRequest) => Promise<Page | undefined>;
}

/** The page behind a link, in both languages, for whoever has it. Whoever knows the secret may post, so a form from elsewhere gains nothing. */
export function secretRoutes(server: FastifyInstance, show: SecretRoutesParts['show'], { address, shown, taken }: SecretPage): void {
  const secretOf = ({ params }: FastifyRequest): string => (params as Readonly<Record<string, string>>)['secret'] ?? '';
  for (const language of LANGUAGES) {
    const url = address(language, ':secret');
    server.get(url, async (request, reply) => {
      void reply.headers(PRIVATE);
      return show(request, reply, await shown(secretOf(request), language));
    });
    server.post(url, async (request, reply) => {
      void reply.headers(PRIVATE);
      const page = await taken(secretOf(request), language, request);
      return page === undefined ? reply.redirect(address(language, secretOf(request)), 303) : show(request, reply, page);
    });
  }
}

/** The register of a link, by the name that it keeps. */
export const registerOfLink = (register: string, language: Language, shelf: Shelf) => registerIn({ language, params: { register }, query: new URLSearchParams(), url: '' }, shelf);
