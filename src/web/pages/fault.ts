import { faultInWords, type Fault } from '../../kernel/fault.ts';
import type { Ask, Page } from '../page.ts';
import { home } from '../reading.ts';
import { faultWords } from '../words/faults.ts';
import { inLanguage } from '../words/pairs.ts';

/** More faults than this are for the command line to tell. */
const ENOUGH = 20;

/** A fault of ours: nothing of its cause is told to the reader. */
export function faultPage({ language }: Pick<Ask, 'language'>): Page {
  const t = inLanguage(faultWords, language);
  return { status: 500, view: 'fault.njk', title: t.title, crumbs: [], model: { heading: t.title, paragraphs: [t.ours, t.again], faults: [], start: home(language).href, startText: t.start } };
}

/** An address that is none: a stray per cent sign, bytes that are no letters. */
export function badAddressPage({ language }: Pick<Ask, 'language'>): Page {
  const t = inLanguage(faultWords, language);
  return { status: 400, view: 'fault.njk', title: t.badRequestTitle, crumbs: [home(language)], model: { heading: t.badRequestTitle, paragraphs: [t.badRequest], faults: [], start: home(language).href, startText: t.start } };
}

/** A register whose header could be read, and whose records could not. */
export function unreadablePage({ language }: Pick<Ask, 'language'>, faults: readonly Fault[]): Page {
  const t = inLanguage(faultWords, language);
  return { status: 500, view: 'fault.njk', title: t.unreadableTitle, crumbs: [home(language)], model: { heading: t.unreadableTitle, paragraphs: [t.unreadable], faults: faults.slice(0, ENOUGH).map(faultInWords), start: home(language).href, startText: t.start } };
}
