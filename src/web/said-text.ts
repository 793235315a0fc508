import { wordsIn, type Language, type Text } from '../kernel/text.ts';

/** Words for a page, with their language where it is not the page's, so that a screen reader changes its voice. */
export interface SaidText {
  readonly text: string;
  readonly lang?: Language;
}

export function said(text: Text, language: Language): SaidText {
  const { words, lang } = wordsIn(text, language);
  return lang === language ? { text: words } : { text: words, lang };
}
