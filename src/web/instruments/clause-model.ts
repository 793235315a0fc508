import { redline, type RedlinePart } from '../../areas/instruments/redline.ts';
import { words, wordsIn, type Text } from '../../kernel/text.ts';
import type { Provision } from '../../model/instruments.ts';
import { giftParts } from '../entity/instrument-sections.ts';
import type { Parts } from '../entity/section.ts';
import type { Reading } from '../reading.ts';

/** Who has what by a clause, each as its own line. */
export const giftLines = (reading: Reading, functions: Provision['functions'], gives: Provision['gives']): readonly Parts[] => gives.map((gift) => giftParts(reading, { functions }, gift));

/** How a text became another, in the language of the page where both have it, else in the one that they share. */
export function textRedline({ language }: Reading, before: Text | undefined, after: Text): { readonly parts: readonly RedlinePart[]; readonly lang: 'en' | 'cy' | undefined } {
  const both = before?.[language] !== undefined && after[language] !== undefined;
  const shown = both || before === undefined ? wordsIn(after, language).lang : after.en !== undefined ? 'en' : 'cy';
  const parts = redline(before === undefined ? '' : words(before, shown), words(after, shown));
  return { parts, lang: shown === language ? undefined : shown };
}
