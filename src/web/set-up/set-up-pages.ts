import type { Language } from '../../kernel/text.ts';
import type { Page, PageError } from '../page.ts';
import { accountAddress, signInAddress } from '../account/signing-in.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { formWords } from '../words/form.ts';
import { setUpAddress } from './set-up-addresses.ts';
import { fieldId, wordsOf, type Answered, type SetUpField, type Step, type StepFault } from './step.ts';
import { STEPS } from './steps.ts';

const page = (view: Page['view'], title: string, model: object, more: Partial<Pick<Page, 'status' | 'errors'>> = {}): Page => ({ status: 200, view, writes: true, title, crumbs: [], ...more, model });

/** What somebody will need, before the first question. */
export function beginPage(language: Language, secret: string): Page {
  const t = wordsOf(language);
  return page('set-up-begin.njk', t.begin.title, { t: t.begin, start: setUpAddress(language, secret, STEPS[0]?.id) });
}

/** The questions of one step, with what was answered so far and what is wrong with it. */
export function stepPage(answered: Answered, secret: string, step: Step, faults: readonly StepFault[] = []): Page {
  const { language } = answered;
  const t = wordsOf(language);
  const before = STEPS[STEPS.indexOf(step) - 1];
  const named = new Map(faults.map((fault) => [fault.field, fault]));
  const withErrors = (field: SetUpField): SetUpField => (field.is === 'together' ? { ...field, fields: field.fields.map(withErrors) } : { ...field, error: named.get(field.name) });
  const errors: readonly PageError[] = faults.map(({ field, ...said }) => ({ ...said, href: `#${fieldId(field)}` }));
  return page('set-up-step.njk', t.steps[step.id], {
    caption: t.caption, heading: t.steps[step.id], lead: step.lead?.(answered), fields: step.fields(answered).map(withErrors), formWords: inLanguage(formWords, language),
    action: setUpAddress(language, secret, step.id), submit: t.goOn, back: { href: setUpAddress(language, secret, before?.id), text: t.back },
  }, faults.length > 0 ? { status: 400, errors } : {});
}

/** Every answer once more, each with the way back to it. */
export function checkPage(answered: Answered, secret: string, errors: readonly PageError[] = []): Page {
  const { language } = answered;
  const t = wordsOf(language);
  const groups = STEPS.map((step) => ({ title: t.steps[step.id], change: setUpAddress(language, secret, step.id), rows: step.rows(answered) }));
  return page('set-up-check.njk', t.check.title, {
    t: t.check, caption: t.caption, groups, action: setUpAddress(language, secret, 'check'), back: { href: setUpAddress(language, secret, STEPS.at(-1)?.id), text: t.back },
  }, errors.length > 0 ? { status: 400, errors } : {});
}

/** @param hasBegun whether they began the register too, and not their account alone */
export function donePage(language: Language, person: string, hasBegun: boolean): Page {
  const t = wordsOf(language).done;
  const title = hasBegun ? t.title : t.titleAccount;
  return page('set-up-done.njk', title, { t, title, panel: filled(t.panel, { person }), second: accountAddress(language, '/authenticator') });
}

/** For whoever comes while nobody can sign in yet. */
export function closedPage(language: Language): Page {
  const t = wordsOf(language).closed;
  return page('message.njk', t.title, { heading: t.title, lead: [t.lead] });
}

export function goneLinkPage(language: Language): Page {
  const t = wordsOf(language).gone;
  return page('message.njk', t.title, { heading: t.title, lead: [t.lead], below: [{ href: signInAddress(language), said: { text: t.signIn } }] }, { status: 404 });
}
