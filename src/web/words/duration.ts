import { welshUnit, type Duration } from '../../kernel/duration.ts';
import type { Language } from '../../kernel/text.ts';
import { listed } from '../../rules/say.ts';

const UNITS = { Y: ['year', 'years', 'blwyddyn'], M: ['month', 'months', 'mis'], W: ['week', 'weeks', 'wythnos'], D: ['day', 'days', 'diwrnod'] } as const;

/** P1Y6M is "1 year and 6 months", "1 flwyddyn a 6 mis". */
export function durationInWords(length: Duration, language: Language): string {
  const parts = [...length.matchAll(/(\d+)([YMWD])/g)].map(([, digits, unit]) => ({ count: Number(digits), unit: unit as keyof typeof UNITS }));
  return listed(
    parts.filter(({ count }) => count > 0).map(({ count, unit }) => `${count} ${language === 'en' ? UNITS[unit][count === 1 ? 0 : 1] : welshUnit(count, UNITS[unit][2])}`),
    language,
  );
}
