import type { Ref } from '../model/field.ts';
import type { Responsibility } from '../model/instruments.ts';
import type { Facts } from '../rules/facts.ts';
import { isInForce } from '../rules/in-force.ts';

/** What one provision says that one holder has over one thing. */
export interface Given {
  readonly responsibility: Responsibility;
  readonly provision: Ref<'provisions'>;
  readonly instrument: Ref<'instruments'>;
}

/** A function or an accountability, and who has what responsibility over it, by what is in force. */
export interface MatrixRow {
  /** `functions/…`, or the id of an accountability of the pack. */
  readonly over: string;
  /** By the post, body or person that has it. */
  readonly cells: ReadonlyMap<Ref, readonly Given[]>;
  /** Whoever is said to be accountable: there should be exactly one. */
  readonly accountable: readonly Ref[];
}

/** Responsibilities over functions and accountabilities, by every provision of every instrument in force on the date. */
export interface ResponsibilityMatrix {
  readonly rows: readonly MatrixRow[];
  /** All that have any, those with most first. */
  readonly holders: readonly Ref[];
}

/** @param accountabilities the ids of the pack's accountabilities: each has a row, like each function, even where nobody has any */
export function responsibilityMatrix(facts: Facts, accountabilities: readonly string[]): ResponsibilityMatrix {
  const given = new Map<string, Map<Ref, Given[]>>();
  const counts = new Map<Ref, number>();
  for (const provision of facts.all('provisions')) {
    if (!isInForce(facts, provision.instrument)) continue;
    for (const { to, responsibility, over } of provision.gives) {
      // Without a subject of its own a responsibility is over what the provision is about.
      for (const subject of over === undefined ? provision.functions : [over]) {
        const row = given.get(subject) ?? new Map<Ref, Given[]>();
        given.set(subject, row.set(to, [...(row.get(to) ?? []), { responsibility, provision: provision.ref, instrument: provision.instrument }]));
        counts.set(to, (counts.get(to) ?? 0) + 1);
      }
    }
  }
  const subjects = [...accountabilities, ...facts.all('functions').map(({ ref }) => ref)];
  const rows = subjects.map((over): MatrixRow => {
    const cells = given.get(over) ?? new Map<Ref, Given[]>();
    return { over, cells, accountable: [...cells].filter(([, all]) => all.some(({ responsibility }) => responsibility === 'accountable')).map(([holder]) => holder) };
  });
  const shown = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  return { rows, holders: [...counts].filter(([holder]) => shown.has(holder)).sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1)).map(([holder]) => holder) };
}
