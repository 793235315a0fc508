import type { FastifyRequest } from 'fastify';
import type { Link } from '../../identity/links.ts';
import type { Language } from '../../kernel/text.ts';
import type { FormField } from '../forms/form-field.ts';
import { accountWords } from '../words/account.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { isFromOurPage, type Door } from './door.ts';
import { formFaults, formPage } from './form-page.ts';
import type { Outcome } from './outcome.ts';
import { accountAddress, begun, type Faults, type Posted } from './signing-in.ts';

/** The names that a link is about, from the register. */
export interface LinkNames {
  readonly authority: string;
  readonly person: string;
}

export const joinAddress = (language: Language, secret: string): string => `/${language}/join/${secret}`;


/** The form behind an invitation: the name and password of an account that is to be. */
export function joinPage({ identity }: Door, language: Language, secret: string, { purpose }: Link, names: LinkNames, typed = '', faults: Faults = []): Outcome {
  const t = inLanguage(accountWords, language);
  const isNew = purpose !== 'new-password';
  const fields: FormField[] = [
    ...(isNew ? [{ is: 'line' as const, name: 'name', id: 'field-name', label: t.name, value: typed, autocomplete: 'username' }] : []),
    { is: 'secret', name: 'password', id: 'field-password', label: t.newPassword, hint: t.newPasswordHint, autocomplete: 'new-password' },
  ];
  return { page: formPage({ language, heading: isNew ? filled(t.join, { authority: names.authority }) : t.changePassword, lead: isNew ? [filled(t.joinLead, { person: names.person })] : [], action: joinAddress(language, secret), fields, submit: t.goOn, faults, also: isNew && identity.outside !== undefined ? { text: t.joinWithCouncil, name: 'with', value: 'directory' } : undefined }) };
}

/** Makes the account, uses the link up and signs in: on to the second step that is still to be set up. */
export async function join(door: Door, request: FastifyRequest, language: Language, secret: string, link: Link, names: LinkNames, { name = '', password = '' }: Posted): Promise<Outcome> {
  const t = inLanguage(accountWords, language);
  const again = (faults: Faults): Outcome => joinPage(door, language, secret, link, names, name, faults);
  if (!isFromOurPage(request)) return again([{ text: t.formTooOld }]);
  const { identity } = door;
  const now = door.now();
  if (link.purpose === 'new-password') return newPassword(door, request, language, secret, link, names, password);
  const acceptable = identity.acceptsPassword(password, [name, names.person, names.authority]);
  if (!acceptable.ok) return again(formFaults(acceptable.faults, t.refusals, language));
  const made = await identity.accounts.make({ register: link.register, person: link.person as `persons/${string}`, name, isAdministrator: link.purpose === 'set-up' }, now);
  if (!made.ok) return again(formFaults(made.faults, t.refusals, language));
  // Of two that have the same link one has made the account: the other was told that it is there.
  await identity.links.use(secret, now);
  await identity.setPassword(made.value, password, [names.person, names.authority]);
  return await begun(door, request, language, made.value, 'full', accountAddress(language, '/authenticator'));
}

/** A new password by link: whoever has a second step still needs it. */
async function newPassword(door: Door, request: FastifyRequest, language: Language, secret: string, link: Link, names: LinkNames, password: string): Promise<Outcome> {
  const t = inLanguage(accountWords, language);
  const { identity } = door;
  const account = await identity.accounts.ofPerson(link.register, link.person as `persons/${string}`);
  if (account === undefined) return linkGonePage(language);
  const acceptable = identity.acceptsPassword(password, [account.name, names.person, names.authority]);
  if (!acceptable.ok) return joinPage(door, language, secret, link, names, '', formFaults(acceptable.faults, t.refusals, language));
  if (!(await identity.links.use(secret, door.now()))) return linkGonePage(language);
  await identity.setPassword(account, password, [names.person, names.authority]);
  return await begun(door, request, language, account, (await identity.hasSecondStep(account)) ? 'password' : 'full', undefined);
}

export function linkGonePage(language: Language): Outcome {
  const t = inLanguage(accountWords, language);
  return { page: { status: 404, view: 'message.njk', title: t.linkGone, crumbs: [], model: { heading: t.linkGone, lead: [t.linkGoneLead] } } };
}
