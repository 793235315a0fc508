import { dateInWords } from '../kernel/date.ts';
import type { Period } from '../kernel/period.ts';
import type { Language } from '../kernel/text.ts';
import { filled, inLanguage } from './words/pairs.ts';
import { recordWords } from './words/record.ts';

/** "from 1 May 2010", "until 1 June 2012", "at all times": after "Valid". */
export function periodInWords({ from, until }: Period, language: Language): string {
  const t = inLanguage(recordWords, language);
  if (from === undefined && until === undefined) return t.whole;
  const values = { from: from === undefined ? '' : dateInWords(from, language), until: until === undefined ? '' : dateInWords(until, language) };
  return filled(from === undefined ? t.upTo : until === undefined ? t.fromOn : t.between, values);
}
