import type { CalendarDate } from '../kernel/date.ts';
import type { Language } from '../kernel/text.ts';
import type { Access } from '../access/access.ts';
import type { OpenRegister } from '../assessment/open-register.ts';
import type { Assessment } from '../assessment/assess.ts';
import { Snapshot } from '../register/snapshot.ts';
import { Speaker } from '../rules/say.ts';
import { addresses, startAddress, type Addresses } from './addresses.ts';
import { asAtOf, type AsAt } from './as-at.ts';
import { asAtModel } from './as-at-model.ts';
import type { Assessments } from './assessments.ts';
import type { KeptStanding } from './kept-standing.ts';
import { knownAtOf, type KnownAt } from './known-at.ts';
import { noticesOf } from './notices.ts';
import type { Ask, Link, Page, PageError, Within } from './page.ts';
import { said, type SaidText } from './said-text.ts';
import type { Visitor } from './account/door.ts';
import type { Shelved, Standing } from './shelf.ts';
import type { Sights } from './sight.ts';
import { fieldAtFault } from './typed-date.ts';
import { asAt as asAtWords } from './words/as-at.ts';
import { inLanguage } from './words/pairs.ts';
import { site } from './words/site.ts';

/** A register as one reader looks at it: on a date, as known at a moment, in a language. */
export interface Reading {
  readonly ask: Ask;
  readonly language: Language;
  readonly shelved: Shelved;
  /** The register as the reader may see it. */
  readonly register: OpenRegister;
  /** The records that the reader may see, on the date. Verdicts rest on all of them: `assessment` has those too. */
  readonly seen: Snapshot;
  readonly visitor: Visitor | undefined;
  /** What the reader may see and do; undefined where everybody may see all and do nothing. */
  readonly access: Access | undefined;
  readonly kept: KeptStanding | undefined;
  readonly asAt: AsAt;
  /** Undefined of a register that was read from a file: it does not tell when it came to be known. */
  readonly knownAt: KnownAt | undefined;
  readonly assessment: Assessment;
  readonly speaker: Speaker;
  readonly to: Addresses;
  readonly name: SaidText;
}

export interface Library {
  readonly sights: Sights;
  readonly assessments: Assessments;
  /** Today in London. */
  readonly today: () => CalendarDate;
}

export function readingOf(ask: Ask, shelved: Shelved, standing: Standing, { assessments, sights, today }: Library): Reading {
  const { language } = ask;
  const { kept, compiled } = standing;
  const knownAt = kept === undefined ? undefined : knownAtOf(ask.query, kept.begun, today());
  const instant = knownAt?.instant;
  const whole = kept === undefined || instant === undefined ? standing : { content: kept.image.content(instant), compiled };
  const asAt = asAtOf(ask.query, whole.content.header.asAt ?? today());
  const assessment = assessments.on(shelved.slug, standing, asAt.date, instant);
  const { visitor } = ask;
  const sight = visitor === undefined ? undefined : sights.of(shelved.slug, standing, whole.content, visitor.account.person, whole.content.header.asAt ?? today(), instant);
  const seen = sight === undefined ? assessment.snapshot : new Snapshot(sight.content, asAt.date, instant);
  return {
    ask,
    language,
    shelved,
    register: sight === undefined ? whole : { content: sight.content, compiled },
    seen,
    visitor,
    access: sight?.access,
    kept,
    asAt,
    knownAt,
    assessment,
    speaker: new Speaker(seen, assessment.facts.words, language),
    to: addresses(language, shelved.slug, asAt.date === asAt.usual ? undefined : asAt.date, instant),
    name: said(whole.content.header.authority.name, language),
  };
}

/** What every page of a register has: its place, its date, and what is wrong with the date that was asked for. */
export function pageOfRegister(
  reading: Reading,
  page: Pick<Page, 'view' | 'title' | 'titleLang' | 'model'> & { readonly current?: Within['current']; readonly errors?: readonly PageError[] },
): Page {
  const { language, asAt, kept, knownAt, to, name } = reading;
  const t = inLanguage(asAtWords, language);
  const errors = [
    ...(asAt.fault === undefined ? [] : [{ text: t.faults[asAt.fault], href: `#as-at-${fieldAtFault(asAt.fault)}` }]),
    ...(knownAt?.fault === undefined ? [] : [{ text: t.knownFaults[knownAt.fault], href: `#known-at-${fieldAtFault(knownAt.fault)}` }]),
    ...(page.errors ?? []),
  ];
  const isAuthority = page.current === 'authority';
  return {
    status: errors.length === 0 ? 200 : 400,
    view: page.view,
    title: isAuthority ? page.title : `${page.title} - ${name.text}`,
    titleLang: page.titleLang,
    crumbs: [home(language), ...(isAuthority ? [] : [{ href: to.authority(), said: name }])],
    within: { name, authority: to.authority(), reach: to.reach(), map: to.map(), matrix: to.matrix(), coverage: to.coverage(), timeline: to.timeline(), work: to.page('/work'), search: to.search().split('?')[0] ?? '', whatIf: to.whatIf(), ...(kept === undefined ? {} : { records: to.records() }), ...(reading.visitor === undefined ? {} : { inbox: to.page('/inbox') }), ...accountLink(reading), ...(kept === undefined ? {} : { kept: to.kept() }), ...(page.current === undefined ? {} : { current: page.current }) },
    errors,
    notices: noticesOf(reading),
    model: { ...page.model, name, asAt: asAtModel(reading) },
  };
}

/** The way to the account of whoever reads, by their name. */
function accountLink({ visitor, seen, language }: Reading): Pick<Within, 'account'> {
  const name = visitor === undefined ? undefined : seen.get(visitor.account.person)?.name;
  return visitor === undefined ? {} : { account: { href: `/${language}/account`, said: name === undefined ? { text: visitor.account.name } : said(name, language) } };
}

export const home = (language: Language): Link => ({ href: startAddress(language), said: { text: inLanguage(site, language).home } });
