import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { inLanguage } from '../words/pairs.ts';
import { workWords } from '../words/work.ts';
import { WORK } from './work-entries.ts';

/** All that is done from day to day, each with the page where it is done. */
export function workPage(reading: Reading): Page {
  const { language, to } = reading;
  const t = inLanguage(workWords, language);
  const entries = WORK.filter(({ isFor }) => isFor?.(reading) ?? true).map(({ path, name, says }) => ({ href: to.page(path), said: { text: name[language] }, says: says[language] }));
  return pageOfRegister(reading, { view: 'work.njk', title: t.work, current: 'work', model: { t, entries } });
}
