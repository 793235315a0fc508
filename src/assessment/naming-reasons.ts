import type { Ref } from '../model/field.ts';
import type { TestedLens } from './cells.ts';
import type { Judged } from './judge.ts';

/** An expectation, and those of its tested lenses whose reasons name something. */
export interface NamingReasons {
  readonly judged: Judged;
  readonly lenses: readonly TestedLens[];
}

const LENSES = ['paper', 'practice'] as const;

/** The expectations whose verdict is given for a reason that names any of the records, in the order of the pack. */
export function naming(judged: readonly Judged[], refs: ReadonlySet<Ref>): readonly NamingReasons[] {
  return judged.flatMap((one) => {
    const lenses = LENSES.filter((lens) => one[lens].because.some(({ records }) => records.some((ref) => refs.has(ref))));
    return lenses.length === 0 ? [] : [{ judged: one, lenses }];
  });
}
