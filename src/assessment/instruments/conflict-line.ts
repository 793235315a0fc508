import type { Ref } from '../../model/field.ts';
import type { Instrument } from '../../model/instruments.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { isInForce, provisionsOf } from '../../rules/in-force.ts';
import { postsDesignated } from '../../rules/offices.ts';
import { factsOn } from '../facts-on.ts';

/** To whom a dispute goes, and by which instrument; without one where none is in force that names anybody. */
export interface ConflictLine {
  readonly to: Ref<'posts'> | Ref<'bodies'>;
  readonly under?: Ref<'instruments'>;
}

const byNumber = new Intl.Collator('en', { numeric: true });

/**
 * Those to whom a dispute goes, one after the other: the posts and bodies to which the conflict resolution procedure in force gives
 * something, in the order of its clauses; where there is none the head of paid service.
 */
export function conflictLines(snapshot: Snapshot): readonly ConflictLine[] {
  const facts = factsOn(snapshot);
  if (facts === undefined) return [];
  const procedures: readonly Instrument[] = facts.where('instruments', 'type', 'conflict-resolution-procedure').filter(({ ref }) => isInForce(facts, ref));
  const named = procedures.flatMap((procedure) =>
    provisionsOf(facts, procedure)
      .toSorted((a, b) => byNumber.compare(a.number, b.number))
      .flatMap(({ gives }) => gives.map(({ to }) => to))
      .filter((to): to is ConflictLine['to'] => to.startsWith('posts/') || to.startsWith('bodies/'))
      .map((to): ConflictLine => ({ to, under: procedure.ref })),
  );
  const once = named.filter(({ to }, index) => named.findIndex((one) => one.to === to) === index);
  return once.length > 0 ? once : postsDesignated(facts, 'head-of-paid-service').map(({ ref }) => ({ to: ref }));
}
