import type { Language } from '../kernel/text.ts';
import type { SaidText } from './said-text.ts';

/** What somebody asked for, taken out of the request. */
export interface Ask {
  readonly language: Language;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Path and query, for the link to the same page in the other language. */
  readonly url: string;
}

/** One thing that the reader has to mend, for the summary at the top; `href` leads to where. */
export interface PageError {
  readonly text: string;
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
  readonly whatIf: string;
  readonly current?: 'authority' | 'reach' | 'what-if';
}

/** A page ready to be rendered: a template and all that fills it. */
export interface Page {
  readonly status: 200 | 400 | 404 | 500;
  readonly view: `${string}.njk`;
  /** For the browser's title; the name of the product follows. */
  readonly title: string;
  readonly titleLang?: Language | undefined;
  readonly crumbs: readonly Link[];
  readonly within?: Within;
  readonly errors?: readonly PageError[];
  readonly model: object;
}
