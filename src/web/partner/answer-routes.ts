import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dateInLondon, instantInWords } from '../../kernel/instant.ts';
import type { Language } from '../../kernel/text.ts';
import { Snapshot } from '../../register/snapshot.ts';
import { postedValue } from '../acting/own.ts';
import type { Page } from '../page.ts';
import { saidFault } from '../said-fault.ts';
import { registerOfLink, secretRoutes, type SecretRoutesParts } from '../secret-routes.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { partnerWords } from '../words/partner.ts';
import { answerPage, closedLinkPage, MOST_ANSWER, type Opened } from './answer-page.ts';
import { enterAnswer } from './enter-answer.ts';
import { mayAnswer } from './may-answer.ts';
import { partnerAddress } from './partner-addresses.ts';
import { PartnerLinks, stateOf } from './partner-links.ts';
import type { Answered } from './purpose.ts';
import { purposeOf } from './purpose-of.ts';

/** The page behind a link to a partner. */
export function answerRoutes(server: FastifyInstance, { door, registers, shelf, library, show }: SecretRoutesParts): void {
  const links = new PartnerLinks(door.database);

  /** What the link opens, as far as whoever made it may still see it and enter the answer; else why it opens nothing. */
  async function opened(secret: string, language: Language): Promise<Opened | Page> {
    const link = await links.find(secret);
    if (link === undefined) return closedLinkPage(language, 'unknown');
    const state = stateOf(link, door.now());
    if (state !== 'open') return closedLinkPage(language, state, instantInWords(link.answeredAt ?? link.expiresAt, language));
    const found = await registerOfLink(link.register, language, shelf);
    const purpose = purposeOf(link.record);
    if ('answer' in found || purpose === undefined) return closedLinkPage(language, 'closed');
    const { shelved, standing } = found;
    const { content } = standing;
    const today = content.header.asAt ?? library.today();
    const sight = library.sights.of(shelved.slug, standing, content, link.madeBy, today, undefined);
    const seen = new Snapshot(sight.content, today);
    const asking = purpose.asks(seen, link.record);
    if (asking?.isOpen !== true || !asking.recipients.includes(link.recipient) || !mayAnswer(sight.access, purpose, asking, link)) return closedLinkPage(language, 'closed');
    return { link, purpose, asking, seen, header: content.header };
  }

  /** Given on the day of every other act: the date that the register is read as at, else today. */
  const answerOf = ({ header, link: { recipient, person } }: Opened, text: Answered['text']): Answered => ({ recipient, person, text, on: header.asAt ?? dateInLondon(door.now()) });

  async function taken(secret: string, language: Language, request: FastifyRequest): Promise<Page | undefined> {
    const found = await opened(secret, language);
    if ('view' in found) return found;
    const { link, purpose } = found;
    const t = inLanguage(partnerWords, language);
    const text = postedValue(request.body).get('answer')?.trim() ?? '';
    if (purpose.asksWords && text === '') return answerPage(found, language, secret, text, { text: t.answerMissing });
    if (text.length > MOST_ANSWER) return answerPage(found, language, secret, text, { text: filled(t.answerLong, { length: text.length, most: MOST_ANSWER }) });
    const said = language === 'en' ? { en: text } : { cy: text };
    const entered = await enterAnswer(found, await registers.register(link.register), answerOf(found, purpose.asksWords ? said : undefined), door.now());
    if (!entered.ok) return answerPage(found, language, secret, text, ...entered.faults.slice(0, 1).map((fault) => saidFault(fault, language)));
    await links.answered(link.id, entered.value.recordedAt);
    return undefined;
  }

  secretRoutes(server, show, {
    address: partnerAddress,
    async shown(secret, language) {
      const found = await opened(secret, language);
      return 'view' in found ? found : answerPage(found, language, secret);
    },
    taken,
  });
}
