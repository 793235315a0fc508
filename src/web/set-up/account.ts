import { rolesOf, type Role } from '../../access/roles.ts';
import type { Allowed } from '../../access/table.ts';
import { ACCESS_RULES } from '../../areas/access-rules.ts';
import { words } from '../../kernel/text.ts';
import type { Option } from '../forms/form-field.ts';
import { accountWords } from '../words/account.ts';
import { formWords } from '../words/form.ts';
import { inLanguage } from '../words/pairs.ts';
import { packChosen } from './guidance.ts';
import { basisOptions, heldInWords, type Office } from './officer.ts';
import { dateField, daySince, DATE_PARTS, fieldId, line, tooLong, typed, wordsOf, type Answered, type Step, type StepFault } from './step.ts';

const WHO = 'account.who';
export const EMAIL = 'account.name';
export const PASSWORD = 'account.password';
/** Where the digest of the password is kept while the other answers are given; the password itself never is. */
export const PASSWORD_DIGEST = 'account.password-digest';

const OFFICES: readonly Office[] = ['head-of-paid-service', 'statutory-officer'];
/** Whether it may be an account's e-mail address. */
export const isAddress = (name: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name) && name.length <= 200;
const OTHER = ['other.name', 'other.post', ...DATE_PARTS.map((part) => `other.since.${part}`), 'other.basis'];

/** Who sets up: one of the two officers, or another whose post lets them keep the register. */
export const account: Step = {
  id: 'account',
  names: [WHO, ...OTHER, EMAIL, PASSWORD],
  lead: ({ language }) => wordsOf(language).account.lead,
  fields(answered) {
    const { answers, language } = answered;
    const t = wordsOf(language);
    const held = holders(answered);
    return [
      { is: 'one-of', name: WHO, id: fieldId(WHO), label: t.account.who, value: typed(answers, WHO), options: [...held, { value: 'other', text: t.account.other, hint: t.account.otherHint }] },
      {
        is: 'together', name: 'other', id: 'field-other', label: t.account.otherLegend,
        fields: [
          line('other.name', t.account.otherName, typed(answers, 'other.name'), { autocomplete: 'name' }),
          { is: 'choice', name: 'other.post', id: 'field-other-post', label: t.account.otherPost, value: typed(answers, 'other.post'), options: [{ value: '', text: inLanguage(formWords, language).choose }, ...keepersPosts(answered)] },
          dateField('other.since', t.officer.since, t.officer.sinceHint, answers),
          { is: 'choice', name: 'other.basis', id: 'field-other-basis', label: t.officer.basis, value: typed(answers, 'other.basis'), options: [{ value: '', text: inLanguage(formWords, language).choose }, ...basisOptions(language)] },
        ],
      },
      line(EMAIL, t.account.email, typed(answers, EMAIL), { hint: t.account.emailHint, autocomplete: 'username' }),
      { is: 'secret', name: PASSWORD, id: fieldId(PASSWORD), label: t.account.password, hint: answers.has(PASSWORD_DIGEST) ? t.account.passwordKept : t.account.passwordHint, autocomplete: 'new-password' },
    ];
  },
  faults(answered) {
    const { answers, language } = answered;
    const t = wordsOf(language).faults;
    return [
      ...(whoIs(answered) === undefined ? [{ text: t.whoMissing, field: WHO }] : []),
      ...(typed(answers, WHO) === 'other' ? otherFaults(answered) : []),
      ...(isAddress(typed(answers, EMAIL)) ? [] : [{ text: inLanguage(accountWords, language).refusals['wrong-account-name'], field: EMAIL }]),
      ...(answers.has(PASSWORD_DIGEST) ? [] : [{ text: t.passwordMissing, field: PASSWORD }]),
    ];
  },
  rows(answered) {
    const { answers, language } = answered;
    const t = wordsOf(language).account;
    const post = keepersPosts(answered).find(({ value }) => value === typed(answers, 'other.post'))?.text ?? '';
    const who = whoIs(answered);
    return [
      { label: t.you, value: who === 'other' ? `${post}: ${heldInWords(answered, 'other')}` : typed(answers, `${who}.holder`) },
      { label: t.email, value: typed(answers, EMAIL) },
      { label: t.password, value: t.passwordSet },
    ];
  },
};

function otherFaults(answered: Answered): readonly StepFault[] {
  const { answers, language } = answered;
  const t = wordsOf(language).faults;
  const since = daySince(answered, 'other.since');
  return [
    ...(typed(answers, 'other.name') === '' ? [{ text: t.otherNameMissing, field: 'other.name' }] : tooLong(answered, ['other.name'])),
    ...(keepersPosts(answered).some(({ value }) => value === typed(answers, 'other.post')) ? [] : [{ text: t.otherPostMissing, field: 'other.post' }]),
    ...('fault' in since ? [since.fault] : []),
    ...(basisOptions(language).some(({ value }) => value === typed(answers, 'other.basis')) ? [] : [{ text: t.basisMissing, field: 'other.basis' }]),
  ];
}

const holders = ({ answers }: Answered): readonly Option[] => OFFICES.filter((office) => typed(answers, `${office}.holder`) !== '').map((office) => ({ value: office, text: typed(answers, `${office}.holder`) }));

/** What an attacker might know of whoever sets up: a password is not to be made of it. */
export const namesKnown = ({ answers }: Answered): readonly string[] => [EMAIL, 'authority.en', 'authority.cy', 'other.name', ...OFFICES.map((office) => `${office}.holder`)].map((name) => typed(answers, name));

/** Undefined where it was not said, or somebody was named who is there no more. */
export function whoIs(answered: Answered): Office | 'other' | undefined {
  const who = typed(answered.answers, WHO);
  return who === 'other' ? who : OFFICES.find((office) => office === who && holders(answered).some(({ value }) => value === office));
}

const mayKeep = (roles: readonly Role[]): boolean => ACCESS_RULES.bodies.keep.some((allowed: Allowed) => allowed !== 'concerned' && roles.includes(allowed));

/** The posts other than the two officers' whose holders may keep what a register begins with. */
const keepersPosts = (answered: Answered): readonly Option[] =>
  (packChosen(answered)?.designations ?? [])
    .filter(({ id }) => mayKeep(rolesOf([id])) && !rolesOf([id]).some((role) => role === 'statutory-officer' || role === 'head-of-paid-service'))
    .map(({ id, name }) => ({ value: id, text: words(name, answered.language) }));
