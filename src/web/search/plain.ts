import type { Language, Text } from '../../kernel/text.ts';

/** Without capitals and accents, which people leave out when they search; every kind of apostrophe is one. */
export const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘`´]/g, '\'');

export const isTextPair = (value: unknown): value is Text => typeof value === 'object' && value !== null && ('en' in value || 'cy' in value);

/** What the first letters of a Welsh word may have been before a mutation, and may become by one. */
const MUTATIONS: readonly (readonly string[])[] = [
  ['c', 'g', 'ngh', 'ch'], ['p', 'b', 'mh', 'ph'], ['t', 'd', 'nh', 'th'], ['g', 'ng', ''], ['b', 'f', 'm'], ['d', 'dd', 'n'], ['m', 'f'], ['ll', 'l'], ['rh', 'r'],
];
/** Shorter words are too much like others. */
const LONG_ENOUGH = 5;

/** The words that are sought, each with the forms in which it may stand: in Welsh the first letters change with the word before. */
export const soughtWords = (sought: string, language: Language): readonly (readonly string[])[] =>
  plain(sought).split(/\s+/).filter((word) => word !== '').map((word) => (language === 'cy' && word.length >= LONG_ENOUGH ? [word, ...mutated(word)] : [word]));

function mutated(word: string): readonly string[] {
  const forms = MUTATIONS.flatMap((row) => row.filter((start) => start !== '' && startsWith(word, start)).flatMap((start) => row.filter((other) => other !== start).map((other) => other + word.slice(start.length))));
  return [...new Set(forms)].filter((form) => form.length >= LONG_ENOUGH - 1);
}

/** Whether a word begins with a letter of the Welsh alphabet: `ll` is no `l`. */
const startsWith = (word: string, letter: string): boolean =>
  word.startsWith(letter) && !['ch', 'dd', 'ff', 'ng', 'll', 'ph', 'rh', 'th', 'mh', 'nh'].some((longer) => longer.length > letter.length && longer.startsWith(letter) && word.startsWith(longer));
