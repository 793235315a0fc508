import type { Instant } from '../kernel/instant.ts';
import type { Language } from '../kernel/text.ts';
import type { Visitor } from './account/door.ts';
import type { SaidText } from './said-text.ts';

/** What somebody asked for, taken out of the request. */
export interface Ask {
  /** Whoever is signed in; absent where nobody need be. */
  readonly visitor?: Visitor | undefined;
  /** When the visit before this one ended; undefined on the first, and where nobody is signed in. */
  readonly lastLooked?: Instant | undefined;
  readonly language: Language;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Path and query, for the link to the same page in the other language. */
  readonly url: string;
}

/** One thing that the reader has to mend, for the summary at the top; `href` leads to where. */
export interface PageError extends SaidText {
  readonly href?: string;
}

/** A link, its words marked with their language where that is not the page's. */
export interface Link {
  readonly href: string;
  readonly said: SaidText;
}

/** The register whose pages these are, for the navigation. */
export interface Within {
  readonly name: SaidText;
  readonly authority: string;
  readonly reach: string;
  readonly map: string;
  readonly matrix: string;
  readonly coverage: string;
  readonly timeline: string;
  readonly work: string;
  /** What waits for whoever is signed in. */
  readonly inbox?: string;
  /** Where the search over everything is sent. */
  readonly search: string;
  readonly whatIf: string;
  /** Absent where records are not kept here. */
  readonly records?: string;
  /** Absent of a register that was read from a file. */
  readonly kept?: string;
  /** Who is signed in, with the way to their account. */
  readonly account?: Link;
  readonly current?: 'authority' | 'reach' | 'map' | 'matrix' | 'coverage' | 'timeline' | 'what-if' | 'kept' | 'records' | 'work' | 'inbox';
}

/** Something to know before reading on. */
export interface Notice {
  readonly is: 'read-only' | 'known-then' | 'done';
  readonly title: string;
  readonly text: string;
  readonly link?: Link;
}

/** A file to keep, in place of a page. */
export interface Download {
  readonly name: string;
  readonly text: string;
}

/** A page ready to be rendered: a template and all that fills it. */
export interface Page {
  readonly status: 200 | 400 | 403 | 404 | 409 | 500;
  readonly view: `${string}.njk`;
  /** True where something is changed from the page. */
  readonly writes?: boolean;
  /** For the browser's title; the name of the product follows. */
  readonly title: string;
  readonly titleLang?: Language | undefined;
  readonly crumbs: readonly Link[];
  readonly within?: Within;
  readonly errors?: readonly PageError[];
  readonly notices?: readonly Notice[];
  /** What the entry that was just made did to agreements and verdicts. */
  readonly shaken?: object | undefined;
  readonly model: object;
}
