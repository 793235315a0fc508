import type { Duration } from '../../kernel/duration.ts';
import type { Language } from '../../kernel/text.ts';
import { listed } from '../../rules/say.ts';

const UNITS = { Y: ['year', 'years'], M: ['month', 'months'], W: ['week', 'weeks'], D: ['day', 'days'] } as const;

/** P1Y6M is "1 year and 6 months", "1 flwyddyn a 6 mis". */
export function durationInWords(length: Duration, language: Language): string {
  const parts = [...length.matchAll(/(\d+)([YMWD])/g)].map(([, digits, unit]) => ({ count: Number(digits), unit: unit as keyof typeof UNITS }));
  return listed(
    parts.filter(({ count }) => count > 0).map(({ count, unit }) => `${count} ${language === 'en' ? UNITS[unit][count === 1 ? 0 : 1] : welshUnit(count, unit)}`),
    language,
  );
}

/** After a number Welsh has the singular; "blwyddyn" changes with the number before it. */
function welshUnit(count: number, unit: keyof typeof UNITS): string {
  switch (unit) {
    case 'Y':
      return count === 1 ? 'flwyddyn' : count === 2 ? 'flynedd' : [5, 7, 8, 9, 10].includes(count) ? 'mlynedd' : 'blynedd';
    case 'M':
      return 'mis';
    case 'W':
      return 'wythnos';
    case 'D':
      return count === 2 ? 'ddiwrnod' : 'diwrnod';
    default:
      return unit satisfies never;
  }
}
