import type { Language } from '../kernel/text.ts';

/**
 * The order of names in the reader's alphabet: in Welsh `ch`, `dd`, `ff`, `ng`, `ll`, `ph`, `rh` and `th` are letters of their own, each
 * after the letter that it begins with (`ng` after `g`). Numbers inside a name count as numbers.
 */
export const nameOrder = (language: Language): Intl.Collator => ORDERS[language];

const ORDERS: Readonly<Record<Language, Intl.Collator>> = {
  en: new Intl.Collator('en-GB', { numeric: true }),
  cy: new Intl.Collator('cy', { numeric: true }),
};
