import type { BothLanguages, Language } from '../kernel/text.ts';
import type { Line, Run, Showing, Wording } from './document.ts';

/** Words in one language as they are to stand on the page. */
export interface Part {
  /** The language of the words; undefined where they are the same in every language. */
  readonly lang: Language | undefined;
  /** None where the part is only the place that a missing language leaves. */
  readonly runs: readonly Run[];
  /** "Only in English", in the language that is missing. */
  readonly mark?: { readonly lang: Language; readonly text: string };
}

export const ONLY_IN: Readonly<Record<Language, BothLanguages>> = {
  en: { en: 'Only in English', cy: 'Yn Saesneg yn unig' },
  cy: { en: 'Only in Welsh', cy: 'Yn Gymraeg yn unig' },
};

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg' };

/** The language of the whole: the only one, or the one that comes first. */
export const mainLanguage = (showing: Showing): Language => ('in' in showing ? showing.in : showing.first);

export const sideBySide = (showing: Showing): boolean => 'both' in showing && showing.both === 'side-by-side';

/** The languages shown, in their order. */
export function languagesOf(showing: Showing): readonly Language[] {
  if ('in' in showing) return [showing.in];
  return showing.first === 'en' ? ['en', 'cy'] : ['cy', 'en'];
}

/** The words under one another: one part for each language that they are in and that is shown, or the other one marked. */
export function parts(wording: Wording, showing: Showing): readonly Part[] {
  if ('same' in wording) return [{ lang: undefined, runs: runsOf(wording.same) }];
  const asked = languagesOf(showing);
  const [lacking] = asked.filter((lang) => isEmpty(wording[lang]));
  const here = asked.flatMap((lang): Part[] => (isEmpty(wording[lang]) ? [] : [{ lang, runs: runsOf(wording[lang]) }]));
  if (lacking === undefined) return isSaidAlike(here) ? here.slice(0, 1) : here;
  const lang = lacking === 'en' ? 'cy' : 'en';
  return isEmpty(wording[lang]) ? [] : [{ lang, runs: runsOf(wording[lang]), mark: { lang: lacking, text: ONLY_IN[lang][lacking] } }];
}

/** Whether both languages have the very same words, as for *Agenda*: under one another they are written once. */
const isSaidAlike = ([one, other]: readonly Part[]): boolean => one !== undefined && other !== undefined && JSON.stringify(one.runs) === JSON.stringify(other.runs);

/** The words in columns, one for each language shown: the place of a missing one holds the mark. One part where all share it. */
export function columns(wording: Wording, showing: Showing): readonly Part[] {
  if (!sideBySide(showing) || 'same' in wording) return parts(wording, showing);
  return languagesOf(showing).map((lang): Part => {
    const other = lang === 'en' ? 'cy' : 'en';
    if (!isEmpty(wording[lang])) return { lang, runs: runsOf(wording[lang]) };
    return isEmpty(wording[other]) ? { lang, runs: [] } : { lang, runs: [], mark: { lang, text: ONLY_IN[other][lang] } };
  });
}

/** All the words as plain text, both languages with a stroke between them: for a title in a file's properties. */
export const plain = (wording: Wording, showing: Showing): string =>
  parts(wording, showing).map(({ runs }) => runs.map(({ text }) => text.replace(/\n/g, ' ')).join('')).join(' / ');

const runsOf = (line: Line | undefined): readonly Run[] => (line === undefined ? [] : typeof line === 'string' ? [{ text: line }] : line);

const isEmpty = (line: Line | undefined): boolean => runsOf(line).every(({ text }) => text.trim() === '');
