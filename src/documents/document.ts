import type { CalendarDate } from '../kernel/date.ts';
import type { Language, Text } from '../kernel/text.ts';

/** A paper before it is HTML, Word or PDF: what it says and in which order, never how it looks. */
export interface Document {
  readonly title: Wording;
  /** Whose paper it is: "Cwm Enghraifft Council". */
  readonly by: string;
  /** The day it was made: what the files carry as their date, so that the same paper is always the same bytes. */
  readonly on: CalendarDate;
  readonly showing: Showing;
  readonly blocks: readonly Block[];
}

/** One language, or both: beside each other in two columns, or one under the other, `first` first. */
export type Showing = { readonly in: Language } | { readonly both: 'side-by-side' | 'one-after-other'; readonly first: Language };

/**
 * Words in English, Welsh or both (the kernel's `Text` is one), or `same` where there is nothing to translate: a name, a
 * number, a date in figures. Words that lack a language that is shown are marked as "Only in English" or "Only in Welsh".
 */
export type Wording = Text | { readonly en: Line; readonly cy?: Line | undefined } | { readonly en?: undefined; readonly cy: Line } | { readonly same: Line };

/** A line of words: plain, or of runs. A line break within it is kept; everything else in it is text, whatever it looks like. */
export type Line = string | readonly Run[];

export interface Run {
  readonly text: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  /** An address of the web or of email: `https:`, `http:`, `mailto:`. */
  readonly href?: string;
}

export type Block = Heading | Paragraph | List | Table | Definitions | Note | PageBreak;

/** A heading of the paper, under its title. Levels follow each other without a gap: no 3 straight under a 1. */
export interface Heading {
  readonly is: 'heading';
  readonly level: HeadingLevel;
  /** As it is to be read, "2.1": given and not counted, so that a public and a private variant have the same. */
  readonly number?: string;
  readonly words: Wording;
}

export type HeadingLevel = 1 | 2 | 3 | 4 | 5;

export interface Paragraph {
  readonly is: 'paragraph';
  readonly number?: string;
  readonly words: Wording;
}

export interface List {
  readonly is: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly words: Wording;
  /** A list within the item; five levels in all. */
  readonly inner?: List;
}

/** A table of data, with one row of column headings. */
export interface Table {
  readonly is: 'table';
  readonly caption: Wording;
  readonly columns: readonly Column[];
  /** As many cells in each row as there are columns. */
  readonly rows: readonly (readonly Wording[])[];
}

export interface Column {
  readonly head: Wording;
  /** Its share of the width beside the others'; 1 unless given. */
  readonly width?: number;
}

export interface Definitions {
  readonly is: 'definitions';
  readonly rows: readonly { readonly term: Wording; readonly words: Wording }[];
}

/** Something to see beside the text: a warning, a reservation, what a reader must know first. */
export interface Note {
  readonly is: 'note';
  readonly words: Wording;
}

export interface PageBreak {
  readonly is: 'page-break';
}
