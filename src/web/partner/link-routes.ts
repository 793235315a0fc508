import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { forbiddenPage, postedValue } from '../acting/own.ts';
import type { Access } from '../../access/access.ts';
import { instantOf } from '../../kernel/instant.ts';
import { LANGUAGES, type Language } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import { isTheirForm } from '../account/your-account.ts';
import type { Page } from '../page.ts';
import { notFoundPage } from '../pages/not-found.ts';
import type { Reading } from '../reading.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';
import { accountWords } from '../words/account.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { partnerWords } from '../words/partner.ts';
import { linkMadePage, partnerLinksPage } from './links-page.ts';
import { mayAnswer, mayAnswerForSome, type From } from './may-answer.ts';
import { partnerAddress, partnerLinksAddress } from './partner-addresses.ts';
import { MOST_DAYS, PartnerLinks } from './partner-links.ts';
import type { Asking, Purpose } from './purpose.ts';
import { purposeOf } from './purpose-of.ts';

/** What somebody who may let others answer a record works with. */
interface Letting {
  readonly reading: Reading;
  readonly access: Access;
  readonly ref: Ref;
  readonly purpose: Purpose;
  readonly asking: Asking;
}

/** The pages by which those who may enter an answer let somebody without an account give it. */
export function linkRoutes(server: FastifyInstance, { door, enter, show }: RecordRoutesParts): void {
  const links = new PartnerLinks(door.database);

  const mayUse = ({ access, purpose, asking }: Letting, from: From): boolean => mayAnswer(access, purpose, asking, from);

  async function page(letting: Letting, more: { readonly typed?: ReadonlyMap<string, string>; readonly faults?: readonly { text: string; field?: string }[] } = {}): Promise<Page> {
    const { reading, ref, asking } = letting;
    const theirs = (await links.of(reading.shelved.slug, ref)).filter((link) => mayUse(letting, link));
    return partnerLinksPage(reading, { ref, asking, links: theirs, now: door.now(), ...more });
  }

  async function made(request: FastifyRequest, letting: Letting, typed: ReadonlyMap<string, string>): Promise<Page> {
    const { access, asking, reading, ref } = letting;
    const { language } = reading;
    const t = inLanguage(partnerWords, language);
    const [recipient, person, days] = [typed.get('recipient') ?? '', asking.persons?.find((one) => one === typed.get('person')), typed.get('days')?.trim() ?? ''];
    const isDays = /^\d{1,2}$/.test(days) && Number(days) >= 1 && Number(days) <= MOST_DAYS;
    const faults = [
      ...(asking.recipients.includes(recipient) ? [] : [{ text: t.chooseRecipient, field: 'recipient' }]),
      ...(asking.persons === undefined || person !== undefined ? [] : [{ text: t.choosePerson, field: 'person' }]),
      ...(isDays ? [] : [{ text: filled(t.wrongDays, { most: MOST_DAYS }), field: 'days' }]),
    ];
    if (faults.length > 0) return page(letting, { typed, faults });
    const now = door.now();
    const madeBy = access.standing.person;
    if (madeBy === undefined || !mayUse(letting, { recipient, person })) return forbiddenPage(reading);
    const secret = await links.make({ register: reading.shelved.slug, record: ref, recipient, person, madeBy }, Number(days), now);
    const origin = door.publicAddress ?? new URL(`http://${request.headers.host ?? 'localhost'}`);
    return linkMadePage(reading, ref, new URL(partnerAddress(language, secret), origin).href, recipient, instantOf(Date.parse(now) + Number(days) * 24 * 3_600_000));
  }

  async function answered(request: FastifyRequest, reply: FastifyReply, language: Language, what: 'make' | 'withdraw'): Promise<FastifyReply> {
    const entered = await enter(request, reply, language);
    if (entered === undefined) return reply;
    const { reading, visitor } = entered;
    void reply.header('cache-control', 'no-store');
    const { kind = '', id = '' } = request.params as Readonly<Record<string, string>>;
    const ref = `${kind}/${id}` as Ref;
    const purpose = purposeOf(ref);
    const asking = purpose?.asks(reading.seen, ref);
    if (purpose === undefined || asking === undefined) return show(request, reply, notFoundPage(reading.ask, 'page'));
    const { access } = reading;
    if (access === undefined || !mayAnswerForSome(access, purpose, asking)) return show(request, reply, forbiddenPage(reading));
    const letting: Letting = { reading, access, ref, purpose, asking };
    if (request.method === 'GET') return show(request, reply, await page(letting));
    const typed = postedValue(request.body);
    if (!isTheirForm(request, visitor, { csrf: typed.get('csrf') })) return show(request, reply, await page(letting, { typed, faults: [{ text: inLanguage(accountWords, language).formTooOld }] }));
    if (what === 'withdraw') {
      const link = (await links.of(reading.shelved.slug, ref)).find((one) => String(one.id) === typed.get('id'));
      if (link === undefined || !mayUse(letting, link)) return show(request, reply, forbiddenPage(reading));
      await links.withdraw(link.id, door.now());
      return reply.redirect(`${partnerLinksAddress(language, reading.shelved.slug, ref)}?withdrawn`, 303);
    }
    return show(request, reply, asking.isOpen ? await made(request, letting, typed) : await page(letting));
  }

  for (const language of LANGUAGES) {
    const url = `/${language}/:register/records/:kind/:id/links`;
    server.get(url, (request, reply) => answered(request, reply, language, 'make'));
    server.post(url, (request, reply) => answered(request, reply, language, 'make'));
    server.post(`${url}/withdraw`, (request, reply) => answered(request, reply, language, 'withdraw'));
  }
}
