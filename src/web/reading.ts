import { dateInWords } from '../kernel/date.ts';
import type { Language } from '../kernel/text.ts';
import { readingDate, type OpenRegister } from '../assessment/open-register.ts';
import type { Assessment } from '../assessment/assess.ts';
import { Speaker } from '../rules/say.ts';
import { addresses, startAddress, type Addresses } from './addresses.ts';
import { asAtOf, type AsAt } from './as-at.ts';
import type { Assessments } from './assessments.ts';
import type { Ask, Link, Page, PageError, Within } from './page.ts';
import { said, type SaidText } from './said-text.ts';
import type { Shelved } from './shelf.ts';
import { asAt as asAtWords } from './words/as-at.ts';
import { inLanguage } from './words/pairs.ts';
import { site } from './words/site.ts';

/** A register as one reader looks at it: on a date, in a language. */
export interface Reading {
  readonly ask: Ask;
  readonly language: Language;
  readonly shelved: Shelved;
  readonly register: OpenRegister;
  readonly asAt: AsAt;
  readonly assessment: Assessment;
  readonly speaker: Speaker;
  readonly to: Addresses;
  readonly name: SaidText;
}

export function readingOf(ask: Ask, shelved: Shelved, register: OpenRegister, assessments: Assessments): Reading {
  const { language } = ask;
  const asAt = asAtOf(ask.query, readingDate(register));
  const assessment = assessments.on(shelved.slug, register, asAt.date);
  return {
    ask,
    language,
    shelved,
    register,
    asAt,
    assessment,
    speaker: new Speaker(assessment.snapshot, assessment.facts.words, language),
    to: addresses(language, shelved.slug, asAt.date === asAt.usual ? undefined : asAt.date),
    name: said(register.content.header.authority.name, language),
  };
}

/** What every page of a register has: its place, its date, and what is wrong with the date that was asked for. */
export function pageOfRegister(
  reading: Reading,
  page: Pick<Page, 'view' | 'title' | 'titleLang' | 'model'> & { readonly current?: Within['current']; readonly errors?: readonly PageError[] },
): Page {
  const { language, asAt, to, name } = reading;
  const t = inLanguage(asAtWords, language);
  const errors = [
    ...(asAt.fault === undefined ? [] : [{ text: t.faults[asAt.fault], href: `#as-at-${fieldAtFault(asAt.fault)}` }]),
    ...(page.errors ?? []),
  ];
  const isAuthority = page.current === 'authority';
  return {
    status: errors.length === 0 ? 200 : 400,
    view: page.view,
    title: isAuthority ? page.title : `${page.title} - ${name.text}`,
    titleLang: page.titleLang,
    crumbs: [home(language), ...(isAuthority ? [] : [{ href: to.authority(), said: name }])],
    within: { name, authority: to.authority(), reach: to.reach(), whatIf: to.whatIf(), ...(page.current === undefined ? {} : { current: page.current }) },
    errors,
    model: { ...page.model, name, asAt: asAtModel(reading) },
  };
}

export const home = (language: Language): Link => ({ href: startAddress(language), said: { text: inLanguage(site, language).home } });

const fieldAtFault = (fault: NonNullable<AsAt['fault']>): string => (fault === 'month-missing' ? 'month' : fault === 'year-missing' || fault === 'out-of-range' ? 'year' : 'day');

/** The date form: what it says, and the rest of the query, which it must not lose. */
function asAtModel({ ask, asAt: { date, usual, typed, fault }, language }: Reading) {
  const kept = [...ask.query].filter(([name]) => !['as-at', 'day', 'month', 'year'].includes(name)).map(([name, value]) => ({ name, value }));
  const [path = ''] = ask.url.split('?');
  const rest = kept.map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return {
    ...inLanguage(asAtWords, language),
    iso: date,
    inWords: dateInWords(date, language),
    usualInWords: dateInWords(usual, language),
    isUsual: date === usual,
    usualHref: rest === '' ? path : `${path}?${rest}`,
    action: path,
    kept,
    typed,
    fault,
  };
}
