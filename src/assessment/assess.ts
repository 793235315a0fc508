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
  /** What further changes are assessed from: the assessment from scratch or carried on with which this one began. */
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
  refuseAnother(ground, snapshot);
  const facts = new Facts(snapshot, ground.facts.words, ground.facts.lookBack, ground.facts);
  return { snapshot, compiled, facts, judged: again(ground, facts, ground.touchedBy(snapshot)).judged, ground };
}

/**
 * The same for changes that have come to stay: what comes next is assessed from the answer, and what was worked out before goes with it.
 * @throws RangeError as `assessAgain`
 */
export function carryOn({ ground: before, compiled }: Assessment, snapshot: Snapshot): Assessment {
  refuseAnother(before, snapshot);
  const buckets = snapshot.bucketsChangedFrom(before.facts.snapshot);
  const facts = before.facts.carriedTo(snapshot, buckets);
  const { cells, resting, judged } = again(before, facts, before.touchedByChangesIn(buckets));
  return { snapshot, compiled, facts, judged, ground: new Ground(facts, cells, resting, judged) };
}

function again(ground: Ground, facts: Facts, { toEvaluate, toTry }: ReturnType<Ground['touchedBy']>): Pick<Ground, 'cells' | 'resting' | 'judged'> {
  const departures = new Departures(facts);
  const [cells, resting, judged] = [[...ground.cells], [...ground.resting], [...ground.judged]];
  for (const place of toEvaluate) {
    const cell = cells[place];
    if (cell !== undefined) cells[place] = evaluateCell(cell.compiled, cell.lens, facts);
  }
  const tried = new Set([...toEvaluate, ...toTry]);
  for (const place of tried) {
    const cell = cells[place];
    if (cell !== undefined) resting[place] = restingOf(cell, facts.snapshot, departures);
  }
  for (const index of new Set([...tried].map((place) => place >> 1))) judged[index] = judge(cells, resting, index);
  return { cells, resting, judged };
}

function refuseAnother({ facts }: Ground, { root }: Snapshot): void {
  if (root !== facts.snapshot.root) throw new RangeError('Only an overlay of the same snapshot can be assessed again.');
}
