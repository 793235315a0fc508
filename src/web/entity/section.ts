import type { Diagnosis } from '../../assessment/diagnosis.ts';
import type { Verdict } from '../../rules/outcome.ts';
import type { Link } from '../page.ts';
import type { SaidText } from '../said-text.ts';

/** A piece of what is said: words, a link, or a tag whose words carry its meaning. */
export type Part =
  | { readonly is: 'text' | 'quiet'; readonly said: SaidText }
  | { readonly is: 'link'; readonly link: Link }
  | { readonly is: 'tag'; readonly of: Diagnosis | Verdict; readonly words: string };

/** What stands together, in order. */
export type Parts = readonly Part[];

/** One part of a page: a heading with a list, a table or facts under it, or a sentence in their place. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  /** What it is, or what it comes to, in a sentence. */
  readonly lead?: string | undefined;
  readonly body: SectionBody;
  /** What else there is to say or to open. */
  readonly foot?: Parts | undefined;
}

export type SectionBody =
  | { readonly is: 'nothing'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly Parts[] }
  | { readonly is: 'facts'; readonly rows: readonly { readonly label: string; readonly value: Parts }[] }
  /** The first cell of a row is its heading. */
  | { readonly is: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Parts[])[] };

export const text = (words: string): Part => ({ is: 'text', said: { text: words } });
export const quiet = (words: string): Part => ({ is: 'quiet', said: { text: words } });
export const linked = (link: Link): Part => ({ is: 'link', link });
export const tagged = (of: Diagnosis | Verdict, words: string): Part => ({ is: 'tag', of, words });

/** The parts with words between them. */
export const joined = (parts: readonly Part[], between = '; '): Parts => parts.flatMap((part, index) => (index === 0 ? [part] : [text(between), part]));

/** A list, or the sentence where there is nothing to list. */
export const listOr = (items: readonly Parts[], nothing: string): SectionBody => (items.length === 0 ? { is: 'nothing', text: nothing } : { is: 'list', items });

/** A table, or the sentence where it would have no rows. */
export const tableOr = (head: readonly string[], rows: readonly (readonly Parts[])[], nothing: string): SectionBody =>
  rows.length === 0 ? { is: 'nothing', text: nothing } : { is: 'table', head, rows };
