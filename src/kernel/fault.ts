import type { Language } from './text.ts';

/**
 * Whose fault it is decides what a caller may do about it:
 * `input` mend what was given, `misuse` call it differently, `not-found` name something that exists,
 * `forbidden` ask someone who may, `conflict` look again and retry, `ours` tell us.
 */
export type FaultCategory = 'input' | 'misuse' | 'not-found' | 'forbidden' | 'conflict' | 'ours';

/** Where a fault is: a file with line and column (from 1), a workbook cell, or a path of keys inside a record. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly sheet?: string;
  readonly cell?: string;
  readonly path?: string;
}

/** One thing that is wrong, for machines (`category`, `code`, the fields) and for people (`sentence`). */
export interface Fault {
  readonly category: FaultCategory;
  /** Stable, kebab-case; never reused for another meaning. */
  readonly code: string;
  readonly sentence: string;
  /** The language of the sentence where it was said for one reader, in theirs; else it is English. */
  readonly lang?: Language;
  readonly place?: Place;
  readonly found?: string;
  readonly expected?: string;
  /** The valid choice closest to what was found. */
  readonly nearest?: string;
}

/** The place as people write it: `council.yaml:12:3`, `council.xlsx, sheet posts, cell B4`, with the path where known. */
export function placeInWords(place: Place): string {
  const line = place.line === undefined ? '' : `:${place.line}${place.column === undefined ? '' : `:${place.column}`}`;
  const parts = [
    place.file === undefined ? undefined : `${place.file}${line}`,
    place.sheet === undefined ? undefined : `sheet ${place.sheet}`,
    place.cell === undefined ? undefined : `cell ${place.cell}`,
    place.path === undefined || place.path === '' ? undefined : place.path,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** One line: the place, then the sentence. */
export function faultInWords(fault: Fault): string {
  const where = fault.place === undefined ? '' : placeInWords(fault.place);
  return where === '' ? fault.sentence : `${where}: ${fault.sentence}`;
}

/** What was found, safe to print in one line: in backticks, shortened to 60 characters. */
export function quoted(found: unknown): string {
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? String(found));
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
  return `\`${line.length > 60 ? `${line.slice(0, 57)}...` : line}\``;
}
