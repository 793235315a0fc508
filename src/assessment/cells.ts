import type { Bucket } from '../register/record-index.ts';
import type { CompiledExpectation, CompiledPack } from '../rules/compile.ts';
import type { Facts } from '../rules/facts.ts';
import type { Outcome } from '../rules/outcome.ts';

export type TestedLens = 'paper' | 'practice';

/** One expectation seen through one lens: what was found and everything that was read to find it. */
export interface Cell {
  readonly compiled: CompiledExpectation;
  readonly lens: TestedLens;
  readonly outcome: Outcome;
  readonly reads: readonly Bucket[];
}

export function evaluateCell(compiled: CompiledExpectation, lens: TestedLens, facts: Facts): Cell {
  const { answer, reads } = facts.noting(() => compiled.whole[lens](facts));
  return { compiled, lens, outcome: answer, reads };
}

/** Both tested lenses of every expectation, paper before practice, without resilience or diagnosis. */
export function evaluateAll(compiled: CompiledPack, facts: Facts): readonly Cell[] {
  const cells: Cell[] = [];
  for (const expectation of compiled.expectations) {
    cells.push(evaluateCell(expectation, 'paper', facts), evaluateCell(expectation, 'practice', facts));
  }
  return cells;
}

/** Which of a list of things read each bucket, by their place in the list: what a change may move, found without running it. */
export function readersOf(things: readonly { readonly reads: readonly Bucket[] }[]): ReadonlyMap<Bucket, readonly number[]> {
  const readers = new Map<Bucket, number[]>();
  for (const [place, { reads }] of things.entries()) {
    for (const bucket of reads) {
      const known = readers.get(bucket);
      if (known === undefined) readers.set(bucket, [place]);
      else known.push(place);
    }
  }
  return readers;
}
