import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Link } from '../../identity/links.ts';
import { LANGUAGES, words, type Language } from '../../kernel/text.ts';
import { isFromOurPage, setSecret, visitorOf } from '../account/door.ts';
import type { Outcome } from '../account/outcome.ts';
import { signInAddress, type Posted } from '../account/signing-in.ts';
import type { Page } from '../page.ts';
import { firstAccountPage } from './first-account.ts';
import { closedAddress, doneAddress, setUpAddress } from './set-up-addresses.ts';
import { beginPage, checkPage, closedPage, donePage, goneLinkPage, stepPage } from './set-up-pages.ts';
import { confirm, takeFirstAccount, takeIn, type SettingUp } from './setting-up.ts';
import type { Answered, Step } from './step.ts';
import { firstLeft, STEPS } from './steps.ts';

type Show = (request: FastifyRequest, reply: FastifyReply, page: Page) => FastifyReply;
type Behind = (request: FastifyRequest, secret: string, link: Link) => Promise<Outcome>;

/** The pages of the first start, for whoever has the link that was printed when the server started. */
export function setUpRoutes(server: FastifyInstance, setting: SettingUp, show: Show): void {
  const { door, registers, firstStart, answers, today } = setting;
  const posted = ({ body }: FastifyRequest): Posted => (typeof body === 'object' && body !== null ? (body as Posted) : {});
  const paramsOf = ({ params }: FastifyRequest) => params as Readonly<Record<'secret' | 'step', string>>;

  function send(request: FastifyRequest, reply: FastifyReply, outcome: Outcome): FastifyReply {
    void reply.header('cache-control', 'no-store');
    if (outcome.session !== undefined) setSecret(door, reply, outcome.session.secret);
    return 'page' in outcome ? show(request, reply, outcome.page) : reply.redirect(outcome.to, 303);
  }

  /** The step of the address with the answers so far; or the address of the one that has to be answered before it. */
  async function askedFor(request: FastifyRequest, language: Language, secret: string, { register }: Link): Promise<{ readonly to: string } | { readonly step: Step | 'check'; readonly answered: Answered }> {
    const answered: Answered = { language, answers: await answers.of(secret), today: today() };
    const { step: name } = paramsOf(request);
    const step = name === 'check' ? name : STEPS.find(({ id }) => id === name);
    if (register !== '' || step === undefined) return { to: setUpAddress(language, secret) };
    const left = firstLeft(answered);
    const isTooEarly = left !== undefined && (step === 'check' || STEPS.indexOf(step) > STEPS.indexOf(left));
    return isTooEarly ? { to: setUpAddress(language, secret, left.id) } : { step, answered };
  }

  for (const language of LANGUAGES) {
    server.get(closedAddress(language), async (request, reply) => send(request, reply, (await firstStart.isSetUp()) ? { to: signInAddress(language) } : { page: closedPage(language) }));

    server.get(doneAddress(language), async (request, reply) => {
      const visitor = await visitorOf(door, request);
      if (visitor?.session.proved !== 'full') return send(request, reply, { to: signInAddress(language) });
      const { account: { register, person, name } } = visitor;
      const image = await (await registers.register(register)).latest();
      const named = image.snapshot(image.header.asAt ?? today()).get(person)?.name;
      const hasBegun = image.entries[0]?.actor.person === person.slice('persons/'.length);
      return send(request, reply, { page: donePage(language, named === undefined ? name : words(named, language), hasBegun) });
    });

    /** An address behind the link: with it and, where something is posted, from a page of ours. */
    const behind = (method: 'GET' | 'POST', path: string, answer: Behind): void => {
      server.route({
        method,
        url: `${closedAddress(language)}/:secret${path}`,
        handler: async (request, reply) => {
          const { secret } = paramsOf(request);
          const link = await door.identity.links.find(secret, door.now());
          if (link?.purpose !== 'set-up' || !(await firstStart.mayUse(link.register))) return send(request, reply, { page: goneLinkPage(language) });
          const isTheirs = method === 'GET' || isFromOurPage(request);
          return send(request, reply, isTheirs ? await answer(request, secret, link) : { to: setUpAddress(language, secret) });
        },
      });
    };
    const imageOf = async ({ register }: Link) => (await registers.register(register)).latest();

    behind('GET', '', async (_, secret, link) => ({ page: link.register === '' ? beginPage(language, secret) : firstAccountPage(await imageOf(link), today(), language, secret) }));
    behind('POST', '', async (request, secret, link) => (link.register === '' ? { to: setUpAddress(language, secret) } : takeFirstAccount(setting, request, language, secret, link.register, await imageOf(link), posted(request))));
    behind('GET', '/:step', async (request, secret, link) => {
      const asked = await askedFor(request, language, secret, link);
      return 'to' in asked ? asked : { page: asked.step === 'check' ? checkPage(asked.answered, secret) : stepPage(asked.answered, secret, asked.step) };
    });
    behind('POST', '/:step', async (request, secret, link) => {
      const asked = await askedFor(request, language, secret, link);
      if ('to' in asked) return asked;
      if (asked.step === 'check') return confirm(setting, request, asked.answered, secret);
      const { answered, faults } = await takeIn(setting, asked.answered, asked.step, posted(request));
      await answers.keep(secret, answered.answers, link.expiresAt, door.now());
      return faults.length > 0 ? { page: stepPage(answered, secret, asked.step, faults) } : { to: setUpAddress(language, secret, firstLeft(answered)?.id ?? 'check') };
    });
  }
}
