import type { BothLanguages, Language } from '../../kernel/text.ts';

/** Words of the interface, each in both languages, in groups as deep as the page needs. */
export interface Pairs {
  readonly [name: string]: BothLanguages | Pairs;
}

/** The same groups with the words of one language. */
export type Spoken<P> = { readonly [N in keyof P]: P[N] extends BothLanguages ? string : Spoken<P[N]> };

const spoken = new WeakMap<object, Map<Language, unknown>>();

/** Every word of the groups in one language; worked out once for each. */
export function inLanguage<const P extends Pairs>(pairs: P, language: Language): Spoken<P> {
  let known = spoken.get(pairs);
  if (known === undefined) spoken.set(pairs, (known = new Map<Language, unknown>()));
  let chosen = known.get(language);
  if (chosen === undefined) known.set(language, (chosen = choose(pairs, language)));
  return chosen as Spoken<P>;
}

const choose = (pairs: Pairs, language: Language): unknown =>
  Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [name, isPair(pair) ? pair[language] : choose(pair, language)]));

const isPair = (pair: BothLanguages | Pairs): pair is BothLanguages => typeof (pair as BothLanguages).en === 'string';

/** The sentence with its places in braces filled: `{count} of {all}`. A place that nothing fills stays as it is. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
