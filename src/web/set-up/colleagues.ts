import type { FastifyInstance, FastifyRequest } from 'fastify';
import { instantInWords } from '../../kernel/instant.ts';
import { LANGUAGES } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import type { Door, Visitor } from '../account/door.ts';
import { joinAddress } from '../account/joining.ts';
import { isTheirForm } from '../account/your-account.ts';
import type { Option } from '../forms/form-field.ts';
import { nameOrder } from '../name-order.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';
import { accountWords } from '../words/account.ts';
import { colleaguesWords } from '../words/colleagues.ts';
import { formWords } from '../words/form.ts';
import { filled, inLanguage } from '../words/pairs.ts';

export const colleaguesAddress = ({ language, shelved }: Pick<Reading, 'language' | 'shelved'>): string => `/${language}/${encodeURIComponent(shelved.slug)}/colleagues`;

/** The page on which an administrator of a register sees who signs in to it, and invites others. */
export function colleaguesRoutes(server: FastifyInstance, { door, show, enter }: RecordRoutesParts): void {
  for (const language of LANGUAGES) {
    server.route({
      method: ['GET', 'POST'],
      url: `/${language}/:register/colleagues`,
      handler: async (request, reply) => {
        const entered = await enter(request, reply, language);
        if (entered === undefined) return reply;
        void reply.header('cache-control', 'no-store');
        return show(request, reply, await answer(door, request, entered.reading, entered.visitor));
      },
    });
  }
}

async function answer(door: Door, request: FastifyRequest, reading: Reading, visitor: Visitor): Promise<Page> {
  const { language } = reading;
  const t = inLanguage(colleaguesWords, language);
  if (!visitor.account.isAdministrator) return { ...pageOfRegister(reading, { view: 'message.njk', title: t.notYours, model: { heading: t.notYours, lead: [t.askThem] } }), status: 403 };
  const invitable = await withoutAccount(door, reading, visitor);
  if (request.method === 'GET') return colleaguesPage(door, reading, visitor, invitable);
  const posted = (request.body ?? {}) as Readonly<Record<string, string | undefined>>;
  if (!isTheirForm(request, visitor, posted)) return colleaguesPage(door, reading, visitor, invitable, inLanguage(accountWords, language).formTooOld);
  const chosen = invitable.find(({ value }) => value === posted['person']);
  if (chosen === undefined) return colleaguesPage(door, reading, visitor, invitable, t.personMissing);
  const secret = await door.identity.links.make({ purpose: 'invitation', register: visitor.account.register, person: chosen.value as Ref<'persons'>, madeBy: visitor.account.person }, door.now());
  const heading = filled(t.made, { person: chosen.text });
  const link = new URL(joinAddress(language, secret), door.publicAddress ?? `http://${request.headers.host ?? '127.0.0.1'}`).href;
  return pageOfRegister(reading, { view: 'message.njk', title: heading, model: { heading, lead: [t.madeLead], items: [link], below: [{ href: colleaguesAddress(reading), said: { text: t.back } }] } });
}

/** The persons of the register who have no account, those who hold a post first. */
async function withoutAccount({ identity }: Door, reading: Reading, { account: { register } }: Visitor): Promise<readonly Option[]> {
  const { seen } = reading;
  const having = new Set((await identity.accounts.of(register)).map(({ person }) => person));
  const options = seen.all('persons').filter(({ ref }) => !having.has(ref)).map(({ ref }) => {
    const posts = seen.where('appointments', 'person', ref).map(({ post }) => recordName(reading, post).text);
    const name = recordName(reading, ref).text;
    return { value: ref, text: posts.length === 0 ? name : `${name} (${posts.join(', ')})`, holds: posts.length > 0 };
  });
  return options.toSorted((a, b) => Number(b.holds) - Number(a.holds) || nameOrder(reading.language).compare(a.text, b.text));
}

async function colleaguesPage(door: Door, reading: Reading, visitor: Visitor, invitable: readonly Option[], fault?: string): Promise<Page> {
  const { language } = reading;
  const t = inLanguage(colleaguesWords, language);
  const { identity } = door;
  const { register } = visitor.account;
  const name = (person: string): string => recordName(reading, person).text;
  const accounts = await Promise.all((await identity.accounts.of(register)).map(async (account) => ({ person: name(account.person), name: account.name, secondStep: (await identity.hasSecondStep(account)) ? t.yes : t.no })));
  const invited = (await identity.links.open(register, door.now())).filter(({ purpose }) => purpose === 'invitation').map(({ person, expiresAt }) => ({ person: name(person), until: instantInWords(expiresAt, language) }));
  return pageOfRegister(reading, {
    view: 'colleagues.njk',
    title: t.title,
    errors: fault === undefined ? [] : [{ text: fault, href: '#field-person' }],
    model: {
      t, accounts, invited, csrf: visitor.session.csrf, action: colleaguesAddress(reading), formWords: inLanguage(formWords, language),
      field: invitable.length === 0 ? undefined : { is: 'choice', name: 'person', id: 'field-person', label: t.person, hint: t.personHint, value: '', error: fault === undefined ? undefined : { text: fault }, options: [{ value: '', text: inLanguage(formWords, language).choose }, ...invitable] },
    },
  });
}
