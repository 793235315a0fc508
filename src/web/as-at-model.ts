import { dateInWords } from '../kernel/date.ts';
import { endOfDay, dateInLondon } from '../kernel/instant.ts';
import type { Language } from '../kernel/text.ts';
import type { AsAt } from './as-at.ts';
import type { KnownAt } from './known-at.ts';
import type { Ask } from './page.ts';
import { asAt as asAtWords } from './words/as-at.ts';
import { inLanguage } from './words/pairs.ts';

/** What the date form reads for itself; the rest of a query goes along with it. */
const OWN = ['as-at', 'day', 'month', 'year', 'known-at', 'known-day', 'known-month', 'known-year'];

/** The date form: what it says, and the rest of the query, which it must not lose. */
export function asAtModel({ ask, asAt: { date, usual, typed, fault }, knownAt, language }: { readonly ask: Ask; readonly asAt: AsAt; readonly knownAt: KnownAt | undefined; readonly language: Language }) {
  const others = [...ask.query].filter(([name]) => !OWN.includes(name)).map(([name, value]) => ({ name, value }));
  const exact = knownAt?.instant === undefined || knownAt.instant === endOfDay(dateInLondon(knownAt.instant)) ? [] : [{ name: 'known-at', value: knownAt.instant }];
  const [path = ''] = ask.url.split('?');
  const known = knownAt?.instant === undefined ? [] : [{ name: 'known-at', value: knownAt.instant }];
  const rest = [...others, ...known].map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return {
    ...inLanguage(asAtWords, language),
    iso: date,
    inWords: dateInWords(date, language),
    usualInWords: dateInWords(usual, language),
    isUsual: date === usual,
    usualHref: rest === '' ? path : `${path}?${rest}`,
    action: path,
    others: [...others, ...exact],
    typed,
    fault,
    knownAt,
    known: knownAt?.instant,
    isUsed: knownAt?.instant !== undefined || knownAt?.fault !== undefined,
  };
}
