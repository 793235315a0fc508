import { NATIONS, type Nation } from '../../model/structure.ts';
import { line, tooLong, typed, wordsOf, type Answered, type Step } from './step.ts';
import { nationsWithGuidance } from './packs.ts';

const EN = 'authority.en';
const CY = 'authority.cy';
export const NATION = 'authority.nation';
const ID = 'authority.id';

/** Its name, its nation, and the id of its register. */
export const authority: Step = {
  id: 'authority',
  names: [EN, CY, NATION, ID],
  fields({ answers, language, today }) {
    const t = wordsOf(language).authority;
    return [
      line(EN, t.en, typed(answers, EN), { autocomplete: 'organization' }),
      line(CY, t.cy, typed(answers, CY)),
      { is: 'one-of', name: NATION, id: 'field-authority-nation', label: t.nation, hint: t.nationHint, value: typed(answers, NATION), options: nationsWithGuidance(today).map((nation) => ({ value: nation, text: nationInWords(nation, language) })) },
      line(ID, t.id, typed(answers, ID), { hint: t.idHint }),
    ];
  },
  faults(answered) {
    const { answers, language, today } = answered;
    const t = wordsOf(language).faults;
    return [
      ...(typed(answers, EN) + typed(answers, CY) === '' ? [{ text: t.nameMissing, field: EN }] : []),
      ...tooLong(answered, [EN, CY]),
      ...(nationsWithGuidance(today).some((nation) => nation === typed(answers, NATION)) ? [] : [{ text: t.nationMissing, field: NATION }]),
      ...(typed(answers, ID) === '' || REGISTER_ID.test(typed(answers, ID)) ? [] : [{ text: t.wrongId, field: ID }]),
    ];
  },
  rows({ answers, language }) {
    const t = wordsOf(language);
    return [
      { label: t.authority.inEnglish, value: typed(answers, EN) || t.check.notGiven },
      { label: t.authority.inWelsh, value: typed(answers, CY) || t.check.notGiven },
      { label: t.authority.nation, value: nationInWords(typed(answers, NATION) as Nation, language) },
      { label: t.authority.idLabel, value: registerId(answers) },
    ];
  },
};

const REGISTER_ID = /^[a-z][a-z0-9-]{1,59}$/;

const nationInWords = (nation: Nation, language: Answered['language']): string => NATIONS[nation][language === 'en' ? 0 : 1];

/** The names that were given, in the form of a register file. */
export const namesGiven = (answers: Answered['answers'], en: string, cy: string): Readonly<Record<string, string>> => ({
  ...(typed(answers, en) === '' ? {} : { en: typed(answers, en) }),
  ...(typed(answers, cy) === '' ? {} : { cy: typed(answers, cy) }),
});

export const authorityName = (answers: Answered['answers']): Readonly<Record<string, string>> => namesGiven(answers, EN, CY);

/** The id that was asked for, else one after the name: small letters without accents, figures and dashes. */
export function registerId(answers: Answered['answers']): string {
  const asked = typed(answers, ID);
  if (asked !== '') return asked;
  const plain = (typed(answers, EN) || typed(answers, CY)).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const made = plain.replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+/, '').slice(0, 60).replace(/-+$/, '');
  return REGISTER_ID.test(made) ? made : 'authority';
}
