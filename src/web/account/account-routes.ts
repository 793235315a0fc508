import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isFresh } from '../../identity/sessions.ts';
import { LANGUAGES, type Language } from '../../kernel/text.ts';
import type { Page } from '../page.ts';
import { accountWords } from '../words/account.ts';
import { inLanguage } from '../words/pairs.ts';
import { confirmAddress } from './confirm-address.ts';
import { confirmRoutes } from './confirm-routes.ts';
import { onwardPage, toDirectory } from './directory.ts';
import { isFromOurPage, setSecret, visitorOf, type Door, type Visitor } from './door.ts';
import { join, joinAddress, joinPage, linkGonePage, type LinkNames } from './joining.ts';
import type { Outcome } from './outcome.ts';
import { accountAddress, codePage, giveCode, refusedBefore, signIn, signInAddress, signInPage, signOut, type Posted } from './signing-in.ts';
import { accountPage, authenticatorPage, changePassword, endSessions, isTheirForm, passwordPage, recoveryCodes, setUpAuthenticator, type AccountNames } from './your-account.ts';
import { confirmMailAddress, confirmMailPage, giveMailAddress, mailAddressPage } from './mail-address.ts';
import { makeToken, revokeToken, tokensPage } from './tokens.ts';
import { wayInRoutes } from './way-in-routes.ts';

export interface AccountRoutesParts {
  readonly door: Door;
  readonly show: (request: FastifyRequest, reply: FastifyReply, page: Page) => FastifyReply;
  /** What the register says of somebody, today. */
  readonly names: (register: string, person: string, language: Language) => Promise<AccountNames & LinkNames>;
}

type Params = Readonly<Record<string, string>>;

/** Everything about getting in, and about one's own account. */
export function accountRoutes(server: FastifyInstance, { door, show, names }: AccountRoutesParts): void {
  function send(request: FastifyRequest, reply: FastifyReply, outcome: Outcome): FastifyReply {
    void reply.header('cache-control', 'no-store');
    if (outcome.session !== undefined) setSecret(door, reply, outcome.session.secret);
    // Whoever uses this browser next finds nothing of what was read.
    if (outcome.session !== undefined && outcome.session.secret === undefined) void reply.header('clear-site-data', '"cache", "storage"');
    return 'page' in outcome ? show(request, reply, outcome.page) : reply.redirect(outcome.to, 303);
  }
  const postedBy = ({ body }: FastifyRequest): Posted => (typeof body === 'object' && body !== null ? (body as Posted) : {});
  const queryOf = ({ query }: FastifyRequest): Posted => query as Posted;

  wayInRoutes(server, { door, send, postedBy, nameOf: async ({ account }) => (await names(account.register, account.person, 'en')).person });

  confirmRoutes(server, { door, send, postedBy });

  for (const language of LANGUAGES) {
    const t = inLanguage(accountWords, language);
    server.get(`/${language}/sign-in`, (request, reply) => send(request, reply, signInPage(door, request, language, { next: queryOf(request)['next'], faults: refusedBefore(language, queryOf(request)) })));
    server.post(`/${language}/sign-in`, async (request, reply) => send(request, reply, await signIn(door, request, language, postedBy(request))));
    server.get(`/${language}/sign-in/code`, async (request, reply) => send(request, reply, (await visitorOf(door, request)) === undefined ? { to: signInAddress(language) } : codePage(door, request, language, { next: queryOf(request)['next'] })));
    server.post(`/${language}/sign-in/code`, async (request, reply) => send(request, reply, await giveCode(door, request, language, postedBy(request))));
    server.post(`/${language}/sign-out`, async (request, reply) => send(request, reply, await signOut(door, request, language)));

    server.get(`/${language}/join/:secret`, async (request, reply) => {
      const { secret = '' } = request.params as Params;
      const link = await door.identity.links.find(secret, door.now());
      return send(request, reply, link === undefined || link.person === '' ? linkGonePage(language) : joinPage(door, language, secret, link, await names(link.register, link.person, language), '', refusedBefore(language, queryOf(request))));
    });
    server.post(`/${language}/join/:secret`, async (request, reply) => {
      const { secret = '' } = request.params as Params;
      const link = await door.identity.links.find(secret, door.now());
      if (link === undefined || link.person === '') return send(request, reply, linkGonePage(language));
      const { outside } = door.identity;
      const posted = postedBy(request);
      if (outside !== undefined && posted['with'] === 'directory' && isFromOurPage(request)) {
        const address = await toDirectory(door, outside, request, reply, { language, invitation: secret, name: posted['name'] });
        return send(request, reply, address === undefined ? { to: `${joinAddress(language, secret)}?refused=directory-unreachable` } : onwardPage(language, address));
      }
      const about = await names(link.register, link.person, language);
      // Found anew: naming took a moment.
      const still = await door.identity.links.find(secret, door.now());
      return send(request, reply, still === undefined ? linkGonePage(language) : await join(door, request, language, secret, still, about, posted));
    });

    // Programs that read mail follow links: only the button confirms.
    server.get(`/${language}/confirm-mail/:secret`, async (request, reply) => send(request, reply, await confirmMailPage(door, language, (request.params as Params)['secret'] ?? '')));
    server.post(`/${language}/confirm-mail/:secret`, async (request, reply) => send(request, reply, await confirmMailAddress(door, language, (request.params as Params)['secret'] ?? '')));

    /** A page of one's own account: only with a session, and a form only with its token. */
    const own = (path: string, answer: (request: FastifyRequest, visitor: Visitor, posted: Posted) => Outcome | Promise<Outcome>, methods: readonly ('GET' | 'POST')[] = ['GET'], needsProof = false): void => {
      server.route({
        method: [...methods],
        url: `/${language}/account${path}`,
        handler: async (request, reply) => {
          const visitor = await visitorOf(door, request);
          if (visitor === undefined || visitor.session.proved !== 'full') return send(request, reply, { to: signInAddress(language, request.method === 'GET' ? request.url : undefined) });
          const posted = request.method === 'POST' ? postedBy(request) : {};
          if (request.method === 'POST' && !isTheirForm(request, visitor, posted)) return send(request, reply, await overview(request, visitor, t.formTooOld));
          if (needsProof && !isFresh(visitor.session, door.now())) return send(request, reply, { to: confirmAddress(language, accountAddress(language, path === '/recovery-codes' ? '' : path)) });
          return send(request, reply, await answer(request, visitor, posted));
        },
      });
    };
    const overview = async (request: FastifyRequest, visitor: Visitor, done?: string): Promise<Outcome> => accountPage(door, request, language, visitor, await names(visitor.account.register, visitor.account.person, language), done);

    own('', (request, visitor) => overview(request, visitor));
    own('/sessions', async (_, visitor, posted) => {
      await endSessions(door, visitor, posted);
      return { to: accountAddress(language) };
    }, ['POST']);
    own('/authenticator', (request, visitor, posted) => (request.method === 'GET' ? authenticatorPage(door, request, language, visitor) : setUpAuthenticator(door, request, language, visitor, posted)), ['GET', 'POST'], true);
    own('/recovery-codes', (_, visitor) => recoveryCodes(door, language, visitor), ['POST'], true);
    own('/mail', (request, visitor, posted) => (request.method === 'GET' ? mailAddressPage(door, language, visitor) : giveMailAddress(door, language, visitor, posted)), ['GET', 'POST']);
    own('/tokens', (request, visitor, posted) => (request.method === 'GET' ? tokensPage(door, language, visitor, queryOf(request)) : makeToken(door, language, visitor, posted)), ['GET', 'POST'], true);
    own('/tokens/revoke', (_, visitor, posted) => revokeToken(door, language, visitor, posted), ['POST']);
    own('/password', async (request, visitor, posted) => {
      if (request.method === 'GET') return passwordPage(language, visitor);
      const { person } = await names(visitor.account.register, visitor.account.person, language);
      return (await changePassword(door, request, language, visitor, person, posted)) ?? overview(request, visitor, t.changed);
    }, ['GET', 'POST']);
  }
}
