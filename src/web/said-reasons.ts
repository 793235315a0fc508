import type { Link } from './page.ts';
import type { Reading } from './reading.ts';
import { recordLink } from './record-name.ts';

/** One reason in words, with links to the records that it names. */
export interface SaidReason {
  readonly text: string;
  readonly records: readonly Link[];
}

/** Reasons for a page; one that is said in the same words of other records is told once, with all of them. */
export function saidReasons(reading: Reading, reasons: readonly { readonly text: string; readonly records: readonly string[] }[]): readonly SaidReason[] {
  const records = new Map<string, Set<string>>();
  for (const { text, records: named } of reasons) {
    const known = records.get(text) ?? new Set<string>();
    for (const ref of named) known.add(ref);
    records.set(text, known);
  }
  return [...records].map(([text, named]) => ({ text, records: [...named].map((ref) => recordLink(reading, ref)) }));
}
