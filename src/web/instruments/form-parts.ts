import { partiesOf } from '../../areas/instruments/parties.ts';
import type { Language, Text } from '../../kernel/text.ts';
import type { Amendment, Instrument } from '../../model/instruments.ts';
import { shapeOf, type GroupShape } from '../../model/register-file/shape.ts';
import type { Typed } from '../acting/act-form.ts';
import { choiceField, recordOptions } from '../acting/controls.ts';
import { formFields, type FormField } from '../forms/form-field.ts';
import { valueOf, type FormValue } from '../forms/form-value.ts';
import type { Reading } from '../reading.ts';
import { choicesFor } from '../recording/record-form.ts';
import { inLanguage } from '../words/pairs.ts';
import { negotiatingWords } from '../words/negotiating.ts';

/** The instrument of an address, as the reader sees it. */
export const instrumentAt = ({ seen }: Reading, { id = '' }: Readonly<Record<string, string>>): Instrument | undefined => seen.get(`instruments/${id}`);

/** What a party said, of the instrument of the address. */
export function amendmentAt({ seen }: Reading, { amendment = '', id = '' }: Readonly<Record<string, string>>): Amendment | undefined {
  const found = seen.get(`amendments/${amendment}`);
  return found?.instrument === `instruments/${id}` ? found : undefined;
}

/** Words in both languages, each in a box of its own. */
export function textField(language: Language, { value, errors }: Typed, name: string, label: string): FormField {
  const t = inLanguage(negotiatingWords, language);
  const box = (lang: Language, own: string): FormField => ({ is: 'words', name: `${name}.${lang}`, id: `field-${name.replaceAll('.', '-')}-${lang}`, label: own, lang, value: value.get(`${name}.${lang}`) ?? '', error: lang === 'en' ? errors.get(name) : undefined });
  return { is: 'group', name, id: `field-${name.replaceAll('.', '-')}`, label, fields: [box('en', t.english), box('cy', t.welsh)], error: errors.get(name) };
}

/** What was typed as words in one or both languages; undefined where nothing was. */
export function textTyped(value: FormValue, name: string): Text | undefined {
  const [en, cy] = (['en', 'cy'] as const).map((lang) => value.get(`${name}.${lang}`)?.trim() ?? '');
  if (en !== '') return { en: en ?? '', ...(cy === '' ? {} : { cy }) };
  return cy === undefined || cy === '' ? undefined : { cy };
}

export const textBegins = (name: string, text: Text | undefined): readonly [string, string][] => (text === undefined ? [] : (['en', 'cy'] as const).flatMap((lang): [string, string][] => (text[lang] === undefined ? [] : [[`${name}.${lang}`, text[lang]]])));

/** A choice of one of these records. */
export const recordField = (reading: Reading, typed: Typed, name: string, label: string, refs: readonly string[], hint?: string): FormField =>
  choiceField(typed, { name, label, hint, options: [{ value: '', text: inLanguage(negotiatingWords, reading.language).choose }, ...recordOptions(reading, refs)] });

/** For which party the reader speaks; nothing to choose where that is one. Those who keep the instruments also write down what bodies and organisations say. */
export function partyFields(reading: Reading, typed: Typed, instrument: Instrument): readonly FormField[] {
  const choices = partyChoices(reading, instrument);
  if (choices.length < 2) return [];
  const [own = ''] = partiesOf(reading.seen, instrument, reading.access?.standing.person);
  const value = typed.value.has('party') ? typed.value : new Map([...typed.value, ['party', own]]);
  return [recordField(reading, { ...typed, value }, 'party', inLanguage(negotiatingWords, reading.language).forParty, choices)];
}

export function partyChoices({ access, seen }: Reading, instrument: Instrument): readonly Instrument['parties'][number][] {
  const own = partiesOf(seen, instrument, access?.standing.person);
  const keeps = access?.mayKeep('instruments', instrument, instrument) === true;
  return instrument.parties.filter((party) => own.includes(party) || (keeps && !party.startsWith('posts/')));
}

export const partyTyped = (reading: Reading, value: FormValue, instrument: Instrument): string | undefined => {
  const typed = value.get('party');
  if (typed !== undefined && typed !== '') return typed;
  const [only, ...more] = partyChoices(reading, instrument);
  return more.length === 0 ? only : undefined;
};

const GIVES: GroupShape = (() => {
  const shape = shapeOf('provisions');
  return { ...shape, fields: new Map([...shape.fields].filter(([name]) => name === 'gives')) };
})();

/** Who is to have what, as rows. @param path before `gives` */
export const givesFields = (reading: Reading, { value, errors, more }: Typed, path = ''): readonly FormField[] =>
  formFields(GIVES, { language: reading.language, value, errors, more, choices: (shape) => choicesFor(reading, shape) }, path).map((field) => ({ ...field, label: inLanguage(negotiatingWords, reading.language).givesField }));

export const givesTyped = (value: FormValue, path = ''): readonly unknown[] | undefined => (valueOf(GIVES, value, path) as { readonly gives?: readonly unknown[] } | undefined)?.gives;
