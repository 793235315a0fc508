/** What the interface speaks. */
export type Language = 'en' | 'cy';

export const LANGUAGES: readonly Language[] = ['en', 'cy'];

/** Words in English, Welsh or both. A plain string in a file means English. */
export type Text = { readonly en: string; readonly cy?: string | undefined } | { readonly en?: undefined; readonly cy: string };

/** Words that are always given in both languages: what we wrote ourselves. */
export interface BothLanguages {
  readonly en: string;
  readonly cy: string;
}

/** The words in the language asked for, else in the other one: `lang` says which it is, for the reader's screen reader. */
export function wordsIn(text: Text, language: Language): { readonly words: string; readonly lang: Language } {
  const asked = text[language];
  if (asked !== undefined) return { words: asked, lang: language };
  return text.en === undefined ? { words: text.cy, lang: 'cy' } : { words: text.en, lang: 'en' };
}

export const words = (text: Text, language: Language): string => wordsIn(text, language).words;
