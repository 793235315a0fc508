import type { Language } from '../../kernel/text.ts';
import { filled } from './pairs.ts';

/**
 * A phrase for each form that a number asks for, `other` for all that have none of their own. English has `one`; Welsh has `zero`,
 * `one`, `two`, `few` (3), `many` (6) and mutates what follows. After a number Welsh has the singular: "3 chofnod", or "3 o gofnodion".
 */
export type Counted = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const rules = { en: new Intl.PluralRules('en-GB'), cy: new Intl.PluralRules('cy') };
const figures = { en: new Intl.NumberFormat('en-GB'), cy: new Intl.NumberFormat('cy-GB') };

/** The phrase that goes with the number, `{count}` filled with it and the other places with the rest. */
export const counted = (forms: Counted, count: number, language: Language, rest: Readonly<Record<string, string | number>> = {}): string =>
  filled(forms[rules[language].select(count)] ?? forms.other, { count: figures[language].format(count), ...rest });
