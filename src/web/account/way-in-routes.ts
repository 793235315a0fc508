import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isFresh } from '../../identity/sessions.ts';
import { LANGUAGES } from '../../kernel/text.ts';
import { confirmAddress } from './confirm-address.ts';
import { isFromOurPage, siteOf, visitorOf, type Door, type Visitor } from './door.ts';
import { backFromDirectory, DIRECTORY_BACK, tieDirectory, toDirectory, untieDirectory } from './directory.ts';
import type { Outcome } from './outcome.ts';
import { addPasskey, removePasskey, signInWithPasskey } from './passkey-forms.ts';
import { accountAddress, signInAddress, signInPage, type Posted } from './signing-in.ts';
import { isTheirForm } from './your-account.ts';

export interface WayInRoutesParts {
  readonly door: Door;
  readonly send: (request: FastifyRequest, reply: FastifyReply, outcome: Outcome) => FastifyReply;
  readonly postedBy: (request: FastifyRequest) => Posted;
  readonly nameOf: (visitor: Visitor) => Promise<string>;
}

/** The ways in beside the password: passkeys, and the directory of the council where there is one. */
export function wayInRoutes(server: FastifyInstance, { door, send, postedBy, nameOf }: WayInRoutesParts): void {
  const outside = door.hasDirectory ? door.identity.outside : undefined;
  if (outside !== undefined) server.get(DIRECTORY_BACK, async (request, reply) => send(request, reply, await backFromDirectory(door, outside, request, reply)));

  for (const language of LANGUAGES) {
    server.post(`/${language}/sign-in/passkey/options`, async (request, reply) => {
      const site = siteOf(door, request);
      if (site === undefined || !isFromOurPage(request)) return reply.code(403).send({});
      return reply.header('cache-control', 'no-store').send(await door.identity.passkeys.ask(site, door.now()));
    });
    server.post(`/${language}/sign-in/passkey`, async (request, reply) => {
      const posted = postedBy(request);
      return send(request, reply, isFromOurPage(request) ? await signInWithPasskey(door, request, language, posted) : signInPage(door, request, language, { next: posted['next'] }));
    });
    server.post(`/${language}/account/passkeys/options`, async (request, reply) => {
      const [site, visitor] = [siteOf(door, request), await visitorOf(door, request)];
      if (site === undefined || visitor?.session.proved !== 'full' || !isTheirForm(request, visitor, postedBy(request)) || !isFresh(visitor.session, door.now())) return reply.code(403).send({});
      return reply.header('cache-control', 'no-store').send(await door.identity.passkeys.offer(visitor.account, await nameOf(visitor), site, door.now()));
    });

    /** A form that changes how one signs in: only with a session, with its token, and soon after having shown who one is. */
    const own = (path: string, answer: (request: FastifyRequest, reply: FastifyReply, visitor: Visitor) => Outcome | Promise<Outcome>): void => {
      server.post(`/${language}/account${path}`, async (request, reply) => {
        const visitor = await visitorOf(door, request);
        if (visitor?.session.proved !== 'full' || !isTheirForm(request, visitor, postedBy(request))) return send(request, reply, { to: signInAddress(language) });
        if (!isFresh(visitor.session, door.now())) return send(request, reply, { to: confirmAddress(language, accountAddress(language)) });
        return send(request, reply, await answer(request, reply, visitor));
      });
    };
    own('/passkeys', (request, _, visitor) => addPasskey(door, request, language, visitor, postedBy(request)));
    own('/passkeys/remove', (request, _, visitor) => removePasskey(door, language, visitor, postedBy(request)));

    if (outside === undefined) continue;
    own('/directory', (request, reply, visitor) => tieDirectory(door, outside, request, reply, language, visitor));
    own('/directory/stop', (_, __, visitor) => untieDirectory(door, outside, language, visitor));
    server.get(`/${language}/sign-in/directory`, async (request, reply) => {
      const { next } = request.query as Posted;
      return send(request, reply, { to: (await toDirectory(door, outside, request, reply, { language, next })) ?? `${signInAddress(language)}?refused=directory-unreachable` });
    });
  }
}
