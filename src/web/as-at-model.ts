import type { OpenRegister } from '../assessment/open-register.ts';
import { date, dateInWords } from '../kernel/date.ts';
import { endOfDay, dateInLondon } from '../kernel/instant.ts';
import type { Language } from '../kernel/text.ts';
import type { AsAt } from './as-at.ts';
import { changeDays } from './change-days.ts';
import type { KnownAt } from './known-at.ts';
import type { Ask } from './page.ts';
import { asAt as asAtWords } from './words/as-at.ts';
import { inLanguage } from './words/pairs.ts';

/** The months of a date in words, the first first. */
const monthNames = (language: Language): string => Array.from({ length: 12 }, (_, month) => dateInWords(date(`2001-${String(month + 1).padStart(2, '0')}-01`), language).split(' ')[1]).join(' ');

/** What the date form reads for itself; the rest of a query goes along with it. */
const OWN = ['as-at', 'day', 'month', 'year', 'known-at', 'known-day', 'known-month', 'known-year'];

/** The date form: what it says, and the rest of the query, which it must not lose. */
export function asAtModel({ ask, asAt: { date: shown, usual, typed, fault }, knownAt, language, register }: { readonly ask: Ask; readonly asAt: AsAt; readonly knownAt: KnownAt | undefined; readonly language: Language; readonly register: Pick<OpenRegister, 'content'> }) {
  const days = changeDays(register.content);
  const others = [...ask.query].filter(([name]) => !OWN.includes(name)).map(([name, value]) => ({ name, value }));
  const exact = knownAt?.instant === undefined || knownAt.instant === endOfDay(dateInLondon(knownAt.instant)) ? [] : [{ name: 'known-at', value: knownAt.instant }];
  const [path = ''] = ask.url.split('?');
  const known = knownAt?.instant === undefined ? [] : [{ name: 'known-at', value: knownAt.instant }];
  const rest = [...others, ...known].map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return {
    ...inLanguage(asAtWords, language),
    iso: shown,
    inWords: dateInWords(shown, language),
    usualInWords: dateInWords(usual, language),
    isUsual: shown === usual,
    usualHref: rest === '' ? path : `${path}?${rest}`,
    action: path,
    others: [...others, ...exact],
    typed,
    // One day is no choice.
    changeDays: days.length > 1 ? days.join(' ') : undefined,
    months: monthNames(language),
    fault,
    knownAt,
    known: knownAt?.instant,
    isUsed: knownAt?.instant !== undefined || knownAt?.fault !== undefined,
  };
}
