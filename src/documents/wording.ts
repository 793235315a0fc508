import { dateInWords, type CalendarDate } from '../kernel/date.ts';
import { LANGUAGES, type BothLanguages, type Language } from '../kernel/text.ts';
import type { Line, Wording } from './document.ts';

/** The words of a wording in one language as plain text; in the other where it has none in that one. */
export function plainIn(wording: Wording, language: Language): string {
  if ('same' in wording) return plainLine(wording.same);
  const asked = wording[language];
  return plainLine(asked ?? (language === 'en' ? wording.cy : wording.en) ?? '');
}

/** Words of ours with their places in braces filled, each in the language of the sentence. A place that nothing fills stays as it is. */
export const filledWording = (says: BothLanguages, values: Readonly<Record<string, Wording | string | number>>): BothLanguages =>
  inBoth((language) =>
    says[language].replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return value === undefined ? place : typeof value === 'object' ? plainIn(value, language) : String(value);
    }),
  );

/** Several as one, with a sign between them. What none of them has in a language the whole lacks too, so that it is marked as they would be. */
export function joinedWording(all: readonly Wording[], between = ', '): Wording {
  const [only] = all;
  if (all.length === 1 && only !== undefined) return only;
  const said = (language: Language): string => all.map((one) => plainIn(one, language)).join(between);
  const has = (language: Language): boolean => all.some((one) => !('same' in one) && one[language] !== undefined);
  if (has('en')) return has('cy') ? inBoth(said) : { en: said('en') };
  return has('cy') ? { cy: said('cy') } : { same: said('en') };
}

/** The words as they stand by themselves: with a capital at the beginning. */
export const capitalised = (wording: Wording): Wording => {
  const upper = (line: Line | undefined): Line | undefined => (typeof line === 'string' ? line.slice(0, 1).toLocaleUpperCase('en-GB') + line.slice(1) : line);
  if ('same' in wording) return wording;
  return wording.en === undefined ? { cy: upper(wording.cy) ?? '' } : { en: upper(wording.en) ?? '', cy: upper(wording.cy) };
};

/** 4 June 2026, 4 Mehefin 2026. */
export const dayWording = (day: CalendarDate): BothLanguages => inBoth((language) => dateInWords(day, language));

const inBoth = (say: (language: Language) => string): BothLanguages => Object.fromEntries(LANGUAGES.map((language) => [language, say(language)])) as unknown as BothLanguages;

const plainLine = (line: Line): string => (typeof line === 'string' ? line : line.map(({ text }) => text).join(''));
