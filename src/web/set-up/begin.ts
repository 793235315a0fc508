import { openRegisterBytes } from '../../assessment/open-register.ts';
import type { Instant } from '../../kernel/instant.ts';
import { refused, type Result } from '../../kernel/result.ts';
import type { Ref } from '../../model/field.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import type { Registers } from '../../register/registers.ts';
import { importRequest } from '../../register/requests.ts';
import { whoIs } from './account.ts';
import { authorityName, NATION, registerId } from './authority.ts';
import { packChosen } from './guidance.ts';
import { designationOf, titleGiven, type Office } from './officer.ts';
import { daySince, typed, wordsOf, type Answered } from './step.ts';

/** Whoever set the register up, in it. */
export interface Founder {
  readonly register: string;
  readonly person: Ref<'persons'>;
}

/** The ids of the persons that a register begins with: they say nothing of anybody. */
const PERSON: Readonly<Record<Office | 'other', string>> = { 'head-of-paid-service': 'person-1', 'statutory-officer': 'person-2', other: 'person-3' };

/** Begins the register by one act of whoever sets it up. */
export async function beginRegister(answered: Answered, content: RegisterContent, registers: Registers, now: Instant): Promise<Result<Founder>> {
  const who = whoIs(answered);
  if (who === undefined) return refused({ category: 'input', code: 'nobody', sentence: wordsOf(answered.language).faults.whoMissing, lang: answered.language });
  const register = content.header.id;
  const actor = { person: PERSON[who], post: postOf(who, answered) };
  const performed = await (await registers.register(register)).perform(importRequest(content, { actor, reason: wordsOf(answered.language).check.reason, now }));
  return performed.ok ? { ok: true, value: { register, person: `persons/${PERSON[who]}` } } : performed;
}

/** The register as a file would say it, read and checked as a file is. */
export async function contentAnswered(answered: Answered): Promise<Result<RegisterContent>> {
  const { answers } = answered;
  const offices: readonly Office[] = ['head-of-paid-service', 'statutory-officer'];
  const isOther = whoIs(answered) === 'other';
  const held = [...offices.filter((office) => typed(answers, `${office}.holder`) !== ''), ...(isOther ? ['other' as const] : [])];
  const file = {
    register: { id: registerId(answers), authority: { name: authorityName(answers), nation: typed(answers, NATION) }, pack: packChosen(answered)?.id },
    posts: [...offices.map((office) => officePost(office, answered)), ...(isOther ? [otherPost(answered)] : [])],
    persons: held.map((one) => ({ id: PERSON[one], name: typed(answers, one === 'other' ? 'other.name' : `${one}.holder`) })),
    appointments: held.map((one, index) => ({ id: `appointment-${index + 1}`, person: PERSON[one], post: postOf(one, answered), basis: typed(answers, `${one}.basis`), from: sinceOf(answered, one) })),
  };
  const opened = await openRegisterBytes('set-up.json', new TextEncoder().encode(JSON.stringify(file)));
  return opened.ok ? { ok: true, value: opened.value.content } : opened;
}

const postOf = (one: Office | 'other', answered: Answered): string => (one === 'other' ? typed(answered.answers, 'other.post') : designationOf(one, answered));

const officePost = (office: Office, answered: Answered): object => ({
  id: designationOf(office, answered),
  title: titleGiven(office, answered.answers),
  designations: [designationOf(office, answered)],
  ...(typed(answered.answers, `${office}.reports`) === 'head-of-paid-service' ? { reportsTo: 'head-of-paid-service' } : {}),
});

function otherPost(answered: Answered): object {
  const id = typed(answered.answers, 'other.post');
  return { id, title: packChosen(answered)?.designations.find((one) => one.id === id)?.name, designations: [id] };
}

const sinceOf = (answered: Answered, one: Office | 'other'): string | undefined => {
  const since = daySince(answered, `${one}.since`);
  return 'day' in since ? since.day : undefined;
};
