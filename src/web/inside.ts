import cookie from '@fastify/cookie';
import formBody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { standingOf } from '../access/standing.ts';
import { words, type Language } from '../kernel/text.ts';
import type { Registers } from '../register/registers.ts';
import { accountRoutes } from './account/account-routes.ts';
import { visitorOf, type Door, type Visitor } from './account/door.ts';
import { accountAddress, signInAddress } from './account/signing-in.ts';
import { exportRoutes } from './importing/export-routes.ts';
import { importRoutes } from './importing/import-routes.ts';
import { undoRoutes } from './importing/undo-routes.ts';
import type { Page } from './page.ts';
import { notFoundPage } from './pages/not-found.ts';
import { readingOf, type Library } from './reading.ts';
import { recordRoutes, type RecordRoutesParts } from './recording/record-routes.ts';
import { registerIn } from './register-pages.ts';
import type { Shelf } from './shelf.ts';

interface Parts {
  readonly shelf: Shelf;
  readonly library: Library;
  readonly show: (request: FastifyRequest, reply: FastifyReply, page: Page) => FastifyReply;
}

/** What there is for those who sign in: the way in, and the forms that write. */
export interface Inside {
  /** Whoever is signed in and may read the address; undefined for a page that is everybody's; others are sent to sign in. */
  readonly letIn: (request: FastifyRequest, reply: FastifyReply, language: Language) => Visitor | undefined | 'sent away';
  readonly open: (server: FastifyInstance, parts: Parts) => void;
}

/** Which registers one has to sign in for, and where. */
export interface Entrance {
  readonly guards: (register: string) => boolean;
  readonly entrance: (language: Language, next?: string) => string;
}

/** @param registers what the forms write to @param only the part of the site that is kept; all of it where absent */
export function inside(door: Door, registers: Registers, only?: Entrance): Inside {
  const entrance = only?.entrance ?? signInAddress;

  function letIn(request: FastifyRequest, reply: FastifyReply, language: Language): Visitor | undefined | 'sent away' {
    const { register } = request.params as Readonly<Record<string, string | undefined>>;
    if (only !== undefined && (register === undefined || !only.guards(register))) return undefined;
    const visitor = visitorOf(door, request);
    const isIn = visitor?.session.proved === 'full';
    if (register === undefined) {
      // Which authorities are kept here is not everybody's to know.
      if (!/^\/(en|cy)\/?(\?|$)/.test(request.url)) return isIn ? visitor : undefined;
      void reply.redirect(isIn ? `/${language}/${visitor.account.register}` : entrance(language), 303);
      return 'sent away';
    }
    void reply.header('cache-control', 'no-store');
    if (!isIn || visitor === undefined) void reply.redirect(entrance(language, request.method === 'GET' ? request.url : undefined), 303);
    else if (door.needsSecondFactor && !door.identity.hasSecondStep(visitor.account)) void reply.redirect(accountAddress(language, '/authenticator'), 303);
    // An account is of one register: of any other it may not even learn that it is kept here.
    else if (visitor.account.register !== register) void reply.callNotFound();
    else return visitor;
    return 'sent away';
  }

  function open(server: FastifyInstance, { shelf, library, show }: Parts): void {
    void server.register(cookie);
    void server.register(formBody, { bodyLimit: 512 * 1024 });
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
        const visitor = letIn(request, reply, language);
        if (visitor === 'sent away' || visitor === undefined) return reply;
        const ask = { visitor, language, params: request.params as Readonly<Record<string, string>>, query: new URLSearchParams(request.url.split('?')[1] ?? ''), url: request.url };
        const found = await registerIn(ask, shelf);
        if ('answer' in found) return show(request, reply, notFoundPage(ask, 'register', ask.params['register']));
        return { reading: readingOf(ask, found.shelved, found.standing, library), register: await registers.register(found.shelved.id), visitor };
      },
    };
    recordRoutes(server, parts);
    importRoutes(server, { ...parts, turnAway: (request, reply, language) => letIn(request, reply, language) === 'sent away' });
    undoRoutes(server, parts);
    exportRoutes(server, parts);
  }

  return { letIn, open };
}
