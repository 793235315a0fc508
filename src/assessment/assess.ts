import type { Duration } from '../kernel/duration.ts';
import type { Snapshot } from '../register/snapshot.ts';
import type { CompiledPack } from '../rules/compile.ts';
import { Facts } from '../rules/facts.ts';
import { PackWords } from '../rules/pack-words.ts';
import { evaluateAll, evaluateCell } from './cells.ts';
import { Ground } from './ground.ts';
import { judge, type Judged } from './judge.ts';
import { Departures, restingOf } from './resilience.ts';

export type { Judged };

/** A register judged against a pack as it stood on a date. */
export interface Assessment {
  readonly snapshot: Snapshot;
  readonly compiled: CompiledPack;
  readonly facts: Facts;
  readonly judged: readonly Judged[];
  /** The assessment from scratch with which this one began. */
  readonly ground: Ground;
}

/** Judges every expectation of the pack that is in force on the date. */
export function assess(snapshot: Snapshot, compiled: CompiledPack, lookBack: Duration): Assessment {
  const facts = new Facts(snapshot, new PackWords(compiled.pack, snapshot.header.thresholds), lookBack);
  const departures = new Departures(facts);
  const cells = evaluateAll(compiled, facts);
  const resting = cells.map((cell) => restingOf(cell, snapshot, departures));
  const judged = compiled.expectations.map((_, index) => judge(cells, resting, index));
  return { snapshot, compiled, facts, judged, ground: new Ground(facts, cells, resting, judged) };
}

/**
 * Judges again after changes laid over the same register: only what read something that changed is evaluated.
 * @throws RangeError when the two snapshots are not of one register on one date.
 */
export function assessAgain(before: Assessment, snapshot: Snapshot): Assessment {
  const { ground, compiled } = before;
  if (snapshot.root !== ground.facts.snapshot.root) throw new RangeError('Only an overlay of the same snapshot can be assessed again.');
  const facts = new Facts(snapshot, ground.facts.words, ground.facts.lookBack, ground.facts);
  const departures = new Departures(facts);
  const { toEvaluate, toTry } = ground.touchedBy(snapshot);
  const [cells, resting, judged] = [[...ground.cells], [...ground.resting], [...ground.judged]];
  for (const place of toEvaluate) {
    const cell = cells[place];
    if (cell !== undefined) cells[place] = evaluateCell(cell.compiled, cell.lens, facts);
  }
  const tried = new Set([...toEvaluate, ...toTry]);
  for (const place of tried) {
    const cell = cells[place];
    if (cell !== undefined) resting[place] = restingOf(cell, snapshot, departures);
  }
  for (const index of new Set([...tried].map((place) => place >> 1))) judged[index] = judge(cells, resting, index);
  return { snapshot, compiled, facts, judged, ground };
}
