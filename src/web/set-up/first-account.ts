import { Access } from '../../access/access.ts';
import { standingOf } from '../../access/standing.ts';
import { ACCESS_RULES } from '../../areas/access-rules.ts';
import type { CalendarDate } from '../../kernel/date.ts';
import { words, type Language } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import type { Image } from '../../register/image.ts';
import { formPage } from '../account/form-page.ts';
import type { Option } from '../forms/form-field.ts';
import type { Page } from '../page.ts';
import { formWords } from '../words/form.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { setUpAddress } from './set-up-addresses.ts';
import { wordsOf, type StepFault } from './step.ts';

/** Of a register that is there already, whoever is to have its first account: those who may keep its records today. */
export function keepersOf(image: Image, today: CalendarDate, language: Language): readonly Option[] {
  const snapshot = image.snapshot(image.header.asAt ?? today);
  return snapshot.all('persons').flatMap(({ ref, name }): Option[] => {
    const standing = standingOf(snapshot, ref);
    if (!new Access(ACCESS_RULES, snapshot, standing).mightKeep('bodies')) return [];
    const posts = standing.posts.map((held) => words(snapshot.get(held.ref)?.title ?? { en: held.ref }, language));
    return [{ value: ref, text: `${words(name, language)} (${posts.join(', ')})` }];
  });
}

export const personChosen = (keepers: readonly Option[], posted: string | undefined): Ref<'persons'> | undefined => keepers.find(({ value }) => value === posted)?.value as Ref<'persons'> | undefined;

/** The form by which the first account of a register comes to be. */
export function firstAccountPage(image: Image, today: CalendarDate, language: Language, secret: string, typed: { readonly person?: string | undefined; readonly name?: string | undefined } = {}, faults: readonly Partial<StepFault>[] = []): Page {
  const t = wordsOf(language);
  const keepers = keepersOf(image, today, language);
  const heading = filled(t.first.title, { authority: words(image.header.authority.name, language) });
  if (keepers.length === 0) return { status: 200, view: 'message.njk', title: heading, crumbs: [], model: { heading, lead: [t.first.nobody] } };
  const page = formPage({
    language, heading, lead: [t.first.lead], action: setUpAddress(language, secret), submit: t.goOn,
    fields: [
      { is: 'choice', name: 'person', id: 'field-person', label: t.account.who, value: typed.person ?? '', options: [{ value: '', text: inLanguage(formWords, language).choose }, ...keepers] },
      { is: 'line', name: 'name', id: 'field-name', label: t.account.email, hint: t.account.emailHint, value: typed.name ?? '', autocomplete: 'username' },
      { is: 'secret', name: 'password', id: 'field-password', label: t.account.password, hint: t.account.passwordHint, autocomplete: 'new-password' },
    ],
    faults: faults.map(({ text = '', field }) => ({ text, ...(field === undefined ? {} : { field }) })),
  });
  return { ...page, crumbs: [] };
}
