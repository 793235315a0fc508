import type { BothLanguages } from '../kernel/text.ts';

interface Put {
  readonly phrase: BothLanguages;
  readonly place: string;
  readonly words: BothLanguages;
  readonly together: BothLanguages;
}

/** Phrases put together before, by the English of their words: as many as code and packs have wordings. */
const known = new Map<string, Put[]>();

/** The phrase with words of ours, which may have places of their own, put in one of its places. */
export function inPlace(phrase: BothLanguages, place: string, words: BothLanguages): BothLanguages {
  let puts = known.get(words.en);
  if (puts === undefined) known.set(words.en, (puts = []));
  const put = puts.find((one) => one.place === place && one.phrase.en === phrase.en && one.phrase.cy === phrase.cy && one.words.cy === words.cy);
  if (put !== undefined) return put.together;
  const together = { en: phrase.en.replaceAll(place, () => words.en), cy: phrase.cy.replaceAll(place, () => words.cy) };
  puts.push({ phrase, place, words, together });
  return together;
}
