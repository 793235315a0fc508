import type { BothLanguages } from '../../kernel/text.ts';

/** Kinds of personal data that plainly look like what they are. */
const PATTERNS: readonly (readonly [kind: BothLanguages, looksLike: (words: string) => boolean])[] = [
  [{ en: 'an email address', cy: 'cyfeiriad e-bost' }, (words) => /[^\s@]+@[^\s@]+\.[^\s@]+/.test(words)],
  [{ en: 'a National Insurance number', cy: 'rhif Yswiriant Gwladol' }, (words) => /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/i.test(words)],
  [{ en: 'a phone number', cy: 'rhif ffôn' }, (words) => /\+44[\d() -]{9,}/.test(words) || (figuresIn(words, /(?<![\d/])\(?0[\d() -]{8,}\d/) >= 10 && !isHealthNumber(words))],
  [{ en: 'an NHS or CHI number', cy: 'rhif GIG neu CHI' }, isHealthNumber],
  [{ en: 'a date of birth', cy: 'dyddiad geni' }, (words) => /\b(d\.?o\.?b\b|date of birth|dyddiad geni|(?:born|ganwyd|ganed)\s+(?:on|ar)?\s*\d)/i.test(words)],
  [{ en: 'a case number', cy: 'rhif achos' }, (words) => /\b(?:case|client|file|reference|ref|achos|cyfeirnod)\b\.? *(?:no\b|number|rhif)?[.:# ]*[a-z]{0,4}[-/]?\d{2,}/i.test(words) || /\b[A-Z]{1,4}[-/]?\d{5,}\b/.test(words) || /\d{7,}/.test(words)],
];

const figuresIn = (words: string, pattern: RegExp): number => (pattern.exec(words)?.[0].match(/\d/g) ?? []).length;

/** Ten figures, however spaced, that are a CHI number (they begin with a day that exists) or an NHS number (the last figure checks the others). */
function isHealthNumber(words: string): boolean {
  return [...words.matchAll(/(?<!\d)\d(?:[ -]?\d){9}(?![ -]?\d)/g)].some(([found]) => {
    const figures = [...found.replace(/\D/g, '')].map(Number);
    const [day, month] = [(figures[0] ?? 0) * 10 + (figures[1] ?? 0), (figures[2] ?? 0) * 10 + (figures[3] ?? 0)];
    const check = 11 - (figures.slice(0, 9).reduce((sum, figure, index) => sum + figure * (10 - index), 0) % 11);
    return (day >= 1 && day <= 31 && month >= 1 && month <= 12) || (check === 11 ? 0 : check) === figures[9];
  });
}

/** What the words plainly look like they hold of somebody; undefined where they look like nothing of the kind, which is no proof that they do not. */
export const personalDataIn = (words: string): BothLanguages | undefined => PATTERNS.find(([, looksLike]) => looksLike(words))?.[0];
