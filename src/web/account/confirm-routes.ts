import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LANGUAGES } from '../../kernel/text.ts';
import { confirmAddress } from './confirm-address.ts';
import { confirm, confirmByPasskey, confirmPage } from './confirming.ts';
import { toDirectory } from './directory.ts';
import { siteOf, visitorOf, type Visitor } from './door.ts';
import type { Outcome } from './outcome.ts';
import { refusedBefore, signInAddress, type Posted } from './signing-in.ts';
import type { WayInRoutesParts } from './way-in-routes.ts';
import { isTheirForm } from './your-account.ts';

/** The pages on which somebody who is signed in shows again who they are. */
export function confirmRoutes(server: FastifyInstance, { door, send, postedBy }: Omit<WayInRoutesParts, 'nameOf'>): void {
  for (const language of LANGUAGES) {
    const address = `/${language}/account/confirm`;
    const own = (method: 'GET' | 'POST', url: string, answer: (request: FastifyRequest, reply: FastifyReply, visitor: Visitor, asked: Posted) => Promise<Outcome>): void => {
      server.route({
        method, url,
        async handler(request, reply) {
          const visitor = await visitorOf(door, request);
          const asked = method === 'GET' ? (request.query as Posted) : postedBy(request);
          if (visitor?.session.proved !== 'full' || (method === 'POST' && !isTheirForm(request, visitor, asked))) return send(request, reply, { to: signInAddress(language) });
          return send(request, reply, await answer(request, reply, visitor, asked));
        },
      });
    };
    own('GET', address, (request, _, visitor, asked) => confirmPage(door, request, language, visitor, asked['next'], refusedBefore(language, asked)));
    own('POST', address, (request, _, visitor, asked) => confirm(door, request, language, visitor, asked));
    own('POST', `${address}/passkey`, (request, _, visitor, asked) => confirmByPasskey(door, request, language, visitor, asked));
    server.post(`${address}/passkey/options`, async (request, reply) => {
      const [site, visitor] = [siteOf(door, request), await visitorOf(door, request)];
      if (site === undefined || visitor?.session.proved !== 'full' || !isTheirForm(request, visitor, postedBy(request))) return reply.code(403).send({});
      return reply.header('cache-control', 'no-store').send(await door.identity.passkeys.ask(site, door.now()));
    });
    if (!door.hasDirectory) continue;
    own('GET', `${address}/directory`, async (request, reply, { session }, { next }) => {
      const { outside } = door.identity;
      const to = outside === undefined ? undefined : await toDirectory(door, outside, request, reply, { language, next, proves: session.csrf });
      return { to: to ?? confirmAddress(language, next, 'directory-unreachable') };
    });
  }
}
