import type { Duration } from '../kernel/duration.ts';
import type { Snapshot } from '../register/snapshot.ts';
import type { CompiledPack } from '../rules/compile.ts';
import { assess, carryOn, type Assessment } from './assess.ts';

/**
 * Verdicts that are carried on while a register grows. A kept register lays each new entry over the snapshots that it holds, so what
 * was judged before the entry stays judged but for what the entry touches. What is kept goes when the snapshot that it began with does.
 */
export class WarmAssessments {
  readonly #last = new WeakMap<Snapshot, Assessment>();

  /** The same as `assess`, whatever was asked before. */
  of(snapshot: Snapshot, compiled: CompiledPack, lookBack: Duration): Assessment {
    const last = this.#last.get(snapshot.root);
    const carriesOn = last !== undefined && last.compiled === compiled && last.facts.lookBack === lookBack;
    if (carriesOn && last.snapshot === snapshot) return last;
    const assessment = carriesOn ? carryOn(last, snapshot) : assess(snapshot, compiled, lookBack);
    this.#last.set(snapshot.root, assessment);
    return assessment;
  }
}
