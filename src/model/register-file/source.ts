import type { Place } from '../../kernel/fault.ts';

/** Keys and list positions that lead from the top of a file to one of its values. */
export type Path = readonly (string | number)[];

/** Where something is, as a number that sorts in reading order: an offset in a text; sheet, row and column of a workbook. */
export type Spot = number;

/** The spots of what a map or a list holds, in the order written. A list has no `keys` and no `keyAt`. */
export interface Spots {
  readonly keys: readonly string[];
  readonly keyAt: readonly Spot[];
  readonly valueAt: readonly Spot[];
  /** How a number was written, where that differs from how it prints: `1.10`, `007`. */
  readonly written?: ReadonlyMap<string | number, string>;
}

/** What is wrong, but for its place. */
export interface Telling {
  readonly sentence: string;
  readonly found?: string;
  readonly expected?: string;
  readonly nearest?: string;
}

/** Something wrong at a spot. What to say is worked out only for the faults that are told. */
export interface SpotFault {
  readonly spot: Spot;
  readonly code: string;
  readonly tell: () => Telling;
}

/** A file as plain values, with the spot of each. */
export interface Source {
  readonly value: unknown;
  readonly spots: ReadonlyMap<object, Spots>;
  /** Faults that left the rest readable, such as a key given twice. */
  readonly faults: readonly SpotFault[];
}

/** Turns a spot into a place for people. */
export type WhereIs = (spot: Spot) => Place;

/** Ends the reading of a file that nothing more can be made of. Caught by `read.ts`. */
export class Unreadable extends Error {
  readonly faults: readonly SpotFault[];

  constructor(...faults: readonly SpotFault[]) {
    super(faults[0]?.code);
    this.faults = faults;
  }
}

/** The spot of the value at the path, or of its key; where the path leads out of what was written, the nearest thing around it. */
export function spotOf(source: Source, path: Path, part: 'key' | 'value'): Spot {
  let spot: Spot = 0;
  let container: unknown = source.value;
  for (const [depth, step] of path.entries()) {
    const spots = typeof container === 'object' && container !== null ? source.spots.get(container) : undefined;
    if (spots === undefined) break;
    const index = typeof step === 'number' ? step : spots.keys.indexOf(step);
    const next = (part === 'key' && depth === path.length - 1 ? spots.keyAt[index] : undefined) ?? spots.valueAt[index];
    if (next === undefined) break;
    spot = next;
    container = (container as Readonly<Record<string | number, unknown>>)[step];
  }
  return spot;
}

/** Lines and columns of a text, both from 1. */
export function placesInText(file: string, text: string): WhereIs {
  let starts: number[] | undefined;
  return (spot) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= spot) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: spot - (starts[low] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
