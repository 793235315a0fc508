import type { Language } from '../../kernel/text.ts';
import { isMailAddress, type Mail } from '../../mail/mail.ts';
import { newNumber } from '../../identity/secret.ts';
import type { FormFault } from '../forms/form-fault.ts';
import { accountWords } from '../words/account.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { mailAddressWords, mailStays } from '../words/reminding.ts';
import type { Door, ReachesByMail, Visitor } from './door.ts';
import { formPage } from './form-page.ts';
import type { Outcome } from './outcome.ts';
import { accountAddress, type Posted } from './signing-in.ts';

const confirmAddress = (language: Language, secret: string): string => `/${language}/confirm-mail/${secret}`;

/** Where somebody says where they want to have e-mail. At first their name for signing in stands there, which is one. */
export async function mailAddressPage({ identity, reaches }: Door, language: Language, { account, session }: Visitor, typed?: string, faults: readonly FormFault[] = []): Promise<Outcome> {
  const t = inLanguage(mailAddressWords, language);
  const { address, asked } = await identity.mailAddresses.of(account.id);
  if (reaches === undefined) return { page: { status: 200, view: 'message.njk', writes: true, title: t.title, crumbs: [], model: { heading: t.title, lead: [t.none] } } };
  const lead = [t.lead, ...(reaches.leaves ? [] : [mailStays[language]]), ...(address === undefined ? [] : [filled(t.now, { address })]), ...(asked === undefined ? [] : [filled(t.waits, { address: asked })])];
  return {
    page: formPage({
      language, heading: t.title, lead, action: accountAddress(language, '/mail'), hidden: { csrf: session.csrf }, submit: t.send, faults,
      fields: [{ is: 'line', name: 'address', id: 'field-address', label: t.address, value: typed ?? asked ?? address ?? account.name, autocomplete: 'email' }],
      also: address === undefined && asked === undefined ? undefined : { text: t.remove, name: 'remove', value: 'yes' },
      below: [{ href: accountAddress(language), said: { text: inLanguage(accountWords, language).account } }],
    }),
  };
}

/** Sends a link to the address that was given, which counts once that was followed; or does away with the one there is. */
export async function giveMailAddress(door: Door, language: Language, visitor: Visitor, { address = '', remove }: Posted): Promise<Outcome> {
  const { identity, reaches, now } = door;
  const t = inLanguage(mailAddressWords, language);
  if (remove !== undefined || reaches === undefined) {
    await identity.mailAddresses.remove(visitor.account.id);
    return mailAddressPage(door, language, visitor);
  }
  const written = address.trim();
  const wrong = (text: string): Promise<Outcome> => mailAddressPage(door, language, visitor, written, [{ text, field: 'address' }]);
  if (!isMailAddress(written)) return wrong(t.wrong);
  const secret = await identity.mailAddresses.ask(visitor.account.id, written, now());
  if (!secret.ok) return wrong(t.tooMany);
  const sent = await reaches.mailer.send(confirmMail(written, secret.value, language, reaches));
  return sent.is === 'sent' ? { to: accountAddress(language, '/mail') } : wrong(sent.is === 'never' ? t.wrong : t.notSent);
}

/** In both languages, that of the page first. */
function confirmMail(to: string, secret: string, language: Language, { origin }: ReachesByMail): Mail {
  const spoken: readonly Language[] = language === 'en' ? ['en', 'cy'] : ['cy', 'en'];
  const at = origin();
  const paragraphs = spoken.map((one) => {
    const t = inLanguage(mailAddressWords, one);
    return `${t.text}\n${at}${confirmAddress(one, secret)}\n\n${t.ignore}`;
  });
  return { to, subject: inLanguage(mailAddressWords, language).subject, text: `${paragraphs.join('\n\n________________\n\n')}\n`, messageId: `<address-${newNumber()}@${new URL(at).hostname.replace(/^\[|\]$/g, '').replaceAll(':', '-')}>`, headers: { 'Content-Language': spoken.join(', ') } };
}

/** What the link asks: to look at the page confirms nothing. */
export async function confirmMailPage({ identity, now }: Door, language: Language, secret: string): Promise<Outcome> {
  const t = inLanguage(mailAddressWords, language);
  const address = await identity.mailAddresses.asked(secret, now());
  if (address === undefined) return message(t.gone, t.goneLead, 404);
  return { page: formPage({ language, heading: t.confirm, lead: [filled(t.confirmLead, { address })], action: confirmAddress(language, secret), fields: [], submit: t.confirm }) };
}

export async function confirmMailAddress({ identity, now }: Door, language: Language, secret: string): Promise<Outcome> {
  const t = inLanguage(mailAddressWords, language);
  return (await identity.mailAddresses.confirm(secret, now())) ? message(t.confirmed, t.confirmedLead, 200) : message(t.gone, t.goneLead, 404);
}

const message = (heading: string, lead: string, status: 200 | 404): Outcome => ({ page: { status, view: 'partner-closed.njk', writes: true, title: heading, crumbs: [], model: { heading, lead: [lead] } } });
