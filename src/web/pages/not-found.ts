import type { Ask, Link, Page } from '../page.ts';
import { home } from '../reading.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { notFoundWords } from '../words/not-found.ts';

type Sought = 'page' | 'register' | 'expectation' | 'kind' | 'record' | 'accountability';

/** Says what was not found and the nearest that there is. */
export function notFoundPage({ language }: Pick<Ask, 'language'>, sought: Sought, found = '', near?: Link): Page {
  const t = inLanguage(notFoundWords, language);
  const shortened = found.length > 80 ? `${found.slice(0, 79)}…` : found;
  return { status: 404, view: 'not-found.njk', title: t.title, crumbs: [home(language)], model: { t, what: filled(t[sought], { found: shortened }), near, start: home(language).href } };
}
