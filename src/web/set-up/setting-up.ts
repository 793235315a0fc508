import type { FastifyRequest } from 'fastify';
import { passwordDigest } from '../../identity/password.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { CalendarDate } from '../../kernel/date.ts';
import { words, type Language } from '../../kernel/text.ts';
import type { Image } from '../../register/image.ts';
import type { Registers } from '../../register/registers.ts';
import { formFaults } from '../account/form-page.ts';
import type { Door } from '../account/door.ts';
import type { Outcome } from '../account/outcome.ts';
import { begun, type Posted } from '../account/signing-in.ts';
import { saidFault } from '../said-fault.ts';
import { accountWords } from '../words/account.ts';
import { inLanguage } from '../words/pairs.ts';
import { EMAIL, isAddress, namesKnown, PASSWORD, PASSWORD_DIGEST } from './account.ts';
import type { SetUpAnswers } from './answers.ts';
import { beginRegister, contentAnswered, type Founder } from './begin.ts';
import { firstAccountPage, keepersOf, personChosen } from './first-account.ts';
import type { FirstStart } from './first-start.ts';
import { doneAddress } from './set-up-addresses.ts';
import { checkPage, goneLinkPage } from './set-up-pages.ts';
import { typed, wordsOf, type Answered, type Step, type StepFault } from './step.ts';

export interface SettingUp {
  readonly door: Door;
  readonly registers: Registers;
  readonly firstStart: FirstStart;
  readonly answers: SetUpAnswers;
  /** Today in London. */
  readonly today: () => CalendarDate;
}

/** What was answered with what was posted now. Of a password only its digest is kept, once it may be taken. */
export async function takeIn({ door }: SettingUp, before: Answered, step: Step, form: Posted): Promise<{ readonly answered: Answered; readonly faults: readonly StepFault[] }> {
  const found = new Map(before.answers);
  for (const name of step.names) if (name !== PASSWORD) found.set(name, (form[name] ?? '').slice(0, 2000));
  const answered: Answered = { ...before, answers: found };
  const password = step.names.includes(PASSWORD) ? (form[PASSWORD] ?? '') : '';
  if (password === '') return { answered, faults: step.faults(answered) };
  const acceptable = door.identity.acceptsPassword(password, namesKnown(answered));
  found.delete(PASSWORD_DIGEST);
  if (acceptable.ok) found.set(PASSWORD_DIGEST, await passwordDigest(password));
  const refusals = acceptable.ok ? [] : refusedPassword(acceptable.faults, before.language).map((fault) => ({ ...fault, field: PASSWORD }));
  return { answered, faults: [...step.faults(answered).filter(({ field }) => refusals.length === 0 || field !== PASSWORD), ...refusals] };
}

const refusedPassword = (faults: readonly Fault[], language: Language) => formFaults(faults, inLanguage(accountWords, language).refusals, language);

/** Begins the register as it was answered, and its first account. Whoever uses the link up first does it. */
export async function confirm(setting: SettingUp, request: FastifyRequest, answered: Answered, secret: string): Promise<Outcome> {
  const { door, registers, answers } = setting;
  const refusals = (faults: readonly Fault[]): Outcome => ({ page: checkPage(answered, secret, faults.map((fault) => saidFault(fault, answered.language))) });
  const content = await contentAnswered(answered);
  if (!content.ok) return refusals(content.faults);
  if (!(await door.identity.links.use(secret, door.now()))) return { page: goneLinkPage(answered.language) };
  const founded = await beginRegister(answered, content.value, registers, door.now());
  if (!founded.ok) return refusals(founded.faults);
  await answers.forget(secret);
  return enter(setting, request, answered.language, founded.value, typed(answered.answers, EMAIL), answered.answers.get(PASSWORD_DIGEST) ?? '');
}

/** Makes the first account of a register that is there already. */
export async function takeFirstAccount(setting: SettingUp, request: FastifyRequest, language: Language, secret: string, register: string, image: Image, form: Posted): Promise<Outcome> {
  const { door, today } = setting;
  const { person: asked, name = '', password = '' } = form;
  const person = personChosen(keepersOf(image, today(), language), asked);
  const acceptable = door.identity.acceptsPassword(password, [name, words(image.header.authority.name, language)]);
  const faults = [
    ...(person === undefined ? [{ text: wordsOf(language).faults.whoMissing, field: 'person' }] : []),
    ...(isAddress(name.trim()) ? [] : [{ text: inLanguage(accountWords, language).refusals['wrong-account-name'], field: 'name' }]),
    ...(acceptable.ok ? [] : refusedPassword(acceptable.faults, language)),
  ];
  if (person === undefined || faults.length > 0) return { page: firstAccountPage(image, today(), language, secret, { person: asked, name }, faults) };
  const digest = await passwordDigest(password);
  if (!(await door.identity.links.use(secret, door.now()))) return { page: goneLinkPage(language) };
  return enter(setting, request, language, { register, person }, name, digest);
}

/** Makes the account and signs in. Where somebody else came to have it meanwhile the link is of no use. */
async function enter({ door }: SettingUp, request: FastifyRequest, language: Language, { register, person }: Founder, name: string, digest: string): Promise<Outcome> {
  const { identity } = door;
  const made = await identity.accounts.make({ register, person, name, isAdministrator: true }, door.now());
  if (!made.ok) return { page: goneLinkPage(language) };
  await identity.accounts.setPassword(made.value.id, digest);
  return begun(door, request, language, made.value, 'full', doneAddress(language));
}
