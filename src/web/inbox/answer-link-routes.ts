import type { FastifyInstance } from 'fastify';
import { instantInWords } from '../../kernel/instant.ts';
import type { Language } from '../../kernel/text.ts';
import { AnswerLinks } from '../../reminders/answer-links.ts';
import { answerAddress } from '../../reminders/reminder-mail.ts';
import type { Page } from '../page.ts';
import { saidFault } from '../said-fault.ts';
import { registerOfLink, secretRoutes, type SecretRoutesParts } from '../secret-routes.ts';
import { answerGonePage, answerLinkPage, sayByLink, type AnswerAsked } from './answer-asked.ts';
import { remindedRegister } from './waiting-things.ts';

/** The page behind a link of a reminder, for whoever has it. Programs that read mail follow links: only the button does anything. */
export function answerLinkRoutes(server: FastifyInstance, { door, registers, shelf, library, show }: SecretRoutesParts): void {
  const links = new AnswerLinks(door.database);

  /** What the link would say, as far as its person still has an account, holds what they held, and the thing waits as it did; else why not. */
  async function asked(secret: string, language: Language): Promise<AnswerAsked | Page> {
    const link = await links.find(secret);
    if (link === undefined) return answerGonePage(language, 'unknown');
    if (link.usedAt !== undefined) return answerGonePage(language, 'used', instantInWords(link.usedAt, language));
    if (link.expiresAt <= door.now()) return answerGonePage(language, 'expired', instantInWords(link.expiresAt, language));
    const account = await door.identity.accounts.get(link.account);
    const found = await registerOfLink(link.register, language, shelf);
    if (account?.person !== link.person || account.register !== link.register || 'answer' in found) return answerGonePage(language, 'closed');
    const { shelved: { slug }, standing } = found;
    const today = standing.content.header.asAt ?? library.today();
    const things = remindedRegister(slug, standing, library, today).waitsFor(link.person);
    const thing = things.find((one) => one.record === link.record && one.whose === link.whose && one.answers.includes(link.answer));
    if (thing === undefined || thing.entry !== link.entry) return answerGonePage(language, 'closed');
    return { link, thing, today, sight: library.sights.of(slug, standing, standing.content, link.person, today, undefined) };
  }

  secretRoutes(server, show, {
    address: answerAddress,
    async shown(secret, language) {
      const found = await asked(secret, language);
      return 'view' in found ? found : answerLinkPage(found, language, secret);
    },
    async taken(secret, language) {
      const found = await asked(secret, language);
      if ('view' in found) return found;
      const said = await sayByLink(found, await registers.register(found.link.register), door.now(), language);
      const [fault] = said.ok ? [] : said.faults;
      if (!said.ok) return fault?.code === 'changed-since' || fault === undefined ? answerGonePage(language, 'closed') : answerLinkPage(found, language, secret, saidFault(fault, language));
      await links.used(found.link.id, said.value.recordedAt);
      return undefined;
    },
  });
}
